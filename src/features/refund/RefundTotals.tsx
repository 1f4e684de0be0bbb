/** What the refund comes to, recounted as it is put together. */
import classes from '#src/components/form/FormTotals.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { RefundTotals as Totals } from '#src/domain/refund.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';

export function RefundTotals({ totals }: { totals: Totals }) {
  const t = useWords(refundWords).totals;
  const { money } = useFormat();
  const { amountToPay, discount, due } = totals;
  return (
    <dl className={classes.totals} aria-label={t.label} aria-live="polite">
      <div data-main>
        <dt>{t.due}</dt>
        <dd data-testid="refund-due">{money(due)} ₽</dd>
      </div>
      {discount !== 0 && (
        <div>
          <dt>{t.goods}</dt>
          <dd>{money(amountToPay)} ₽</dd>
        </div>
      )}
      {discount !== 0 && (
        <div>
          <dt>{t.discount}</dt>
          <dd>{money(discount)} ₽</dd>
        </div>
      )}
    </dl>
  );
}
