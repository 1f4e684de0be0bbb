/** The sums of the order as they are typed: goods, discount, prepayment, what is left to collect. */
import classes from '#src/components/form/FormTotals.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { formTotals } from '#src/domain/orderFormWrite.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';

export function TotalsBar({ values }: { values: OrderFormValues }) {
  const t = useWords(editorWords).totals;
  const { money } = useFormat();
  const { amountToPay, discount, toCollect } = formTotals(values);
  const prepaid = values.prePaymentSum ?? 0;
  return (
    <dl className={classes.totals} data-testid="order-totals">
      <Sum title={t.goods} sum={money(amountToPay)} />
      {discount !== 0 && (
        <Sum
          title={discount < 0 ? t.discount : t.surcharge}
          sum={`${discount < 0 ? '−' : '+'}${money(Math.abs(discount))}`}
        />
      )}
      {prepaid !== 0 && <Sum title={t.prepaid} sum={`−${money(prepaid)}`} />}
      <Sum title={t.toCollect} sum={money(toCollect)} strong />
    </dl>
  );
}

function Sum({ title, sum, strong }: { title: string; sum: string; strong?: boolean }) {
  return (
    <div data-main={strong || undefined}>
      <dt>{title}</dt>
      <dd>{sum}</dd>
    </div>
  );
}
