/** Says once which reference lists could not be read: their ids stand as numbers until then. */
import type { UsedTitles } from '#src/components/orders/useOrderTitles.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import classes from './ListsNote.module.css';

export function ListsNote({ titles }: { titles: Pick<UsedTitles, 'failed' | 'retry'> }) {
  const t = useWords(orderWords).lists;
  if (titles.failed.length === 0) return null;
  return (
    <p className={classes.note} role="status">
      <span>{t.failed(titles.failed.map((name) => t[name]).join(', '))}</span>
      <button type="button" className={classes.retry} onClick={titles.retry}>
        {t.retry}
      </button>
    </p>
  );
}
