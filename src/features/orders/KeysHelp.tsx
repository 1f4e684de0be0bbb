/** The keys of the orders screen, on `?`. */
import { useMay } from '#src/api/session.ts';
import { useText } from '#src/locales/language.tsx';
import { PlainModal } from './PlainModal.tsx';
import classes from './KeysHelp.module.css';

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useText().orders.keys;
  const mayCommand = useMay('dispatcher');
  const list = mayCommand ? [...t.list, ...t.commands] : t.list;
  return (
    <PlainModal title={t.title} size={460} onClose={onClose}>
      <dl className={classes.keys}>
        {list.map(([keys, deed]) => (
          <div key={keys} className={classes.line}>
            <dt>
              {keys.split(' + ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t.letters}</p>
    </PlainModal>
  );
}
