/** What the header's search hides on the map, and how to take it back. */
import { IconX } from '@tabler/icons-react';
import { useWords } from '#src/locales/language.tsx';
import { mapPageWords } from '#src/locales/mapPageWords.ts';
import classes from './MapPage.module.css';

type Props = { query: string; hidden: number; onClear: () => void };

export function QueryChip({ query, hidden, onClear }: Props) {
  const t = useWords(mapPageWords);
  return (
    <p className={classes.query}>
      <span className={classes.queryText}>{t.query(query)}</span>
      <button type="button" aria-label={t.clearQuery} title={t.clearQuery} onClick={onClear}>
        <IconX size={13} stroke={2} aria-hidden />
      </button>
      <span className={classes.hidden}>{t.hidden(hidden)}</span>
    </p>
  );
}
