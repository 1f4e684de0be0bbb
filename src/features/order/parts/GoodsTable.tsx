/** The lines of an order, of either system, as a table that adds up. */
import type { ReactNode } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { useCardFormat } from './useCardFormat.ts';
import classes from './goods.module.css';

export type GoodsTableLine = {
  key: string;
  /** Place in the order, from 1. */
  number: number;
  title: ReactNode;
  count: number | null;
  unit: string;
  /** Kopecks, as the rest. */
  price: number | null;
  /** Below zero: a discount; above: a surcharge. */
  discount: number | null;
  /** What the client pays for the line. */
  total: number | null;
  /** The sum without the discount, where that is another. */
  before?: number | null;
  /** Some of it was struck off. */
  struck?: boolean;
};

export function GoodsTable({ lines }: { lines: readonly GoodsTableLine[] }) {
  const t = useWords(orderWords).goods;
  const { count, money } = useCardFormat();
  const discounted = lines.some((line) => line.discount !== null && line.discount !== 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" data-number>
            {t.position}
          </th>
          <th scope="col">{t.good}</th>
          <th scope="col" data-end>
            {t.countPrice}
          </th>
          {discounted && (
            <th scope="col" data-end>
              {t.discount}
            </th>
          )}
          <th scope="col" data-end>
            {t.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} data-struck={line.struck || undefined}>
            <td data-number>{line.number}</td>
            <td data-good>{line.title}</td>
            <td data-end data-label={t.countPrice}>
              {line.count === null ? '—' : count(line.count)} {line.unit}{' '}
              <span className={classes.price}>× {line.price === null ? '—' : money(line.price)}</span>
            </td>
            {discounted && (
              <td data-end data-label={t.discount} data-empty={!line.discount || undefined}>
                {line.discount ? (
                  <span className={classes.discount}>
                    {line.discount < 0 ? '−' : '+'}
                    {money(Math.abs(line.discount))}
                  </span>
                ) : (
                  '—'
                )}
              </td>
            )}
            <td data-end data-label={t.sum}>
              <strong>{line.total === null ? '—' : money(line.total)}</strong>
              {line.before !== null && line.before !== undefined && (
                <s className={classes.before}>{money(line.before)}</s>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
