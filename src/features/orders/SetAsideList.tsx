/** The records that could not be read, each with its reason: they are not in the table, so they are named here. */
import { Modal } from '@mantine/core';
import type { SetAsideRecord } from '#src/api/feedPull.ts';
import type { System } from '#src/contracts/feed.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './FeedNotices.module.css';

export function SetAsideList({ records, onClose }: { records: SetAsideRecord[]; onClose: () => void }) {
  const text = useText();
  const t = text.orders;
  /** `kassa:313626` → «Касса 313626». */
  const named = (key: string) => {
    const [system = '', id = ''] = key.split(':');
    return `${system in t.systems ? t.systems[system as System] : system} ${id}`;
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.feed.setAsideTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': text.shell.close }}
    >
      <p>{t.feed.setAsideLead}</p>
      <table className={classes.list}>
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
    </Modal>
  );
}
