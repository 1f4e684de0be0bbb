/** Records that the vendor does not document, shown honestly: each name with its value. */
import { isRow } from '#src/contracts/wire.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import classes from './RowsAsTheyCame.module.css';

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean);

/** `rows`: a list, or one record. Nothing is drawn when there is nothing. */
export function RowsAsTheyCame({ title, rows }: { title: string; rows: unknown }) {
  const t = useWords(orderWords).kassa;
  const list: unknown[] = Array.isArray(rows) ? rows : rows === null || rows === undefined ? [] : [rows];
  if (list.length === 0) return null;
  return (
    <div className={classes.group}>
      <h4>{title}</h4>
      <p>{t.asCame}</p>
      {list.map((row, index) => (
        <dl key={index}>
          {(isRow(row) ? Object.entries(row) : [[String(index + 1), row] as const]).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}
