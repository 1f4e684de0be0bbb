/** What the order comes to, recounted as it is typed. */
import classes from '#src/components/form/FormTotals.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { KassaOrderDraft } from '#src/domain/kassaOrderForm.ts';
import { kassaOrderTotal } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';

export function KassaTotals({ values }: { values: KassaOrderDraft }) {
  const t = useWords(kassaEditorWords).totals;
  const { money } = useFormat();
  const discount = values.items.reduce((sum, item) => sum + (item.discount ?? 0), 0);
  return (
    <dl className={classes.totals} aria-label={t.label} aria-live="polite">
      <div data-main>
        <dt>{t.items}</dt>
        <dd data-testid="kassa-total">{money(kassaOrderTotal(values.items))} ₽</dd>
      </div>
      {discount > 0 && (
        <div>
          <dt>{t.discount}</dt>
          <dd>−{money(discount)} ₽</dd>
        </div>
      )}
      {values.deliveryAmount !== null && (
        <div>
          <dt>{t.delivery}</dt>
          <dd>{money(values.deliveryAmount)} ₽</dd>
        </div>
      )}
    </dl>
  );
}
