/** The keys of the orders screen, on `?`. */
import { Kbd, Modal } from '@mantine/core';
import { useMay } from '#src/api/session.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './KeysHelp.module.css';

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const text = useText();
  const t = text.orders.keys;
  const mayCommand = useMay('dispatcher');
  const list = mayCommand ? [...t.list, ...t.commands] : t.list;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title}
      size={460}
      closeButtonProps={{ 'aria-label': text.shell.close }}
    >
      <dl className={classes.keys}>
        {list.map(([keys, deed]) => (
          <div key={keys} className={classes.line}>
            <dt>
              {keys.split(' + ').map((key) => (
                <Kbd key={key} size="sm">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t.letters}</p>
    </Modal>
  );
}
