/** What is wrong with a list on screen: a refresh that failed, records that could not be read, and which. */
import { Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import type { SetAside } from '#src/contracts/records.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import classes from './ListNotices.module.css';

type ListNoticesProps = {
  /** Of the last reading, when rows of a former one are shown; null = none. */
  error: unknown;
  setAside: readonly SetAside[];
  onRetry: () => void;
};

export function ListNotices({ error, setAside, onRetry }: ListNoticesProps) {
  const t = useWords(referencesWords);
  const dot = useText().commands.dot;
  const words = useErrorWords();
  const [listed, setListed] = useState(false);
  const failure = error ? words(error) : null;
  return (
    <>
      {failure && (
        <p className={classes.notice} data-level="risk" role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>
            <strong>{failure.title}</strong>
            {[null, failure.said ?? failure.advice, t.states.stale].filter((part) => part !== '').join(dot)}
          </span>
          <button type="button" className={classes.link} onClick={onRetry}>
            {t.setAside.retry}
          </button>
        </p>
      )}
      {setAside.length > 0 && (
        <p className={classes.notice}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <button
            type="button"
            className={classes.link}
            aria-haspopup="dialog"
            onClick={() => setListed(true)}
          >
            {t.setAside.line(setAside.length)}
          </button>
        </p>
      )}
      {listed && <SetAsideDialog records={setAside} onClose={() => setListed(false)} />}
    </>
  );
}

function SetAsideDialog({ records, onClose }: { records: readonly SetAside[]; onClose: () => void }) {
  const t = useWords(referencesWords).setAside;
  const { close } = useText().shell;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title}
      size="lg"
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p className={classes.lead}>{t.lead}</p>
      <table className={classes.list}>
        <thead>
          <tr>
            <th scope="col">{t.record}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, path, reason }, index) => (
            <tr key={`${id} ${index}`}>
              <td>{id ?? t.nameless}</td>
              <td>
                <code>{path}</code>
              </td>
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
