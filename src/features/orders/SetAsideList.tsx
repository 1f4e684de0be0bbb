/** The records that could not be read, each with its reason: they are not in the table, so they are named here. */
import type { SetAsideRecord } from '#src/api/feedPull.ts';
import notices from '#src/components/records/ListNotices.module.css';
import type { System } from '#src/contracts/feed.ts';
import { useText } from '#src/locales/language.tsx';
import { PlainModal } from './PlainModal.tsx';

export function SetAsideList({ records, onClose }: { records: SetAsideRecord[]; onClose: () => void }) {
  const t = useText().orders;
  /** `kassa:313626` → «Касса 313626». */
  const named = (key: string) => {
    const [system = '', id = ''] = key.split(':');
    return `${system in t.systems ? t.systems[system as System] : system} ${id}`;
  };
  return (
    <PlainModal title={t.feed.setAsideTitle} size={'lg'} onClose={onClose}>
      <p>{t.feed.setAsideLead}</p>
      <table className={notices.list}>
        <thead>
          <tr>
            <th scope="col">{t.feed.setAsideRecord}</th>
            <th scope="col">{t.feed.setAsideReason}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ key, reason }) => (
            <tr key={key}>
              <td>{named(key)}</td>
              <td>
                <code>{reason}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PlainModal>
  );
}
