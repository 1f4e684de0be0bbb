/** The money of an iRECA order: sums that add up, how it is to be paid, what was paid, and the state of its receipt. */
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { orderTotals } from '#src/domain/orderTotals.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts, InlineFacts } from '../parts/Facts.tsx';
import { Section } from '../parts/Section.tsx';
import type { SumLine } from '../parts/Sums.tsx';
import { Sums } from '../parts/Sums.tsx';
import { useCardFormat, wordFor } from '../parts/useCardFormat.ts';
import classes from '../parts/money.module.css';

/** The note that the client pays with and the change for it: iRECA writes 0 for «not said». */
function cashLines(order: IrecaOrder, toCollect: number): { cash: number; change: number | null } | null {
  const { cash } = order;
  if (cash === null || cash === 0) return null;
  return { cash, change: cash > toCollect ? cash - toCollect : null };
}

/** iRECA's dictionary of order statuses: 0 not paid, 1 paid. */
const PAID = '1';

export function IrecaSums({ order }: { order: IrecaOrder }) {
  const words = useWords(orderWords);
  const t = words.sums;
  const { sum } = useCardFormat();
  const paid = order.statusId === PAID;
  const totals = orderTotals(
    order.goods.map(({ total, discountTotal }) => ({ total: total ?? 0, discountTotal: discountTotal ?? 0 })),
    order.prePaymentSum ?? 0,
  );
  const cash = cashLines(order, totals.toCollect);
  const prepaid = order.prePaymentSum ?? 0;
  const lines: SumLine[] = [
    { label: t.goods, sum: sum(totals.amountToPay) },
    ...(totals.discount === 0
      ? []
      : [{ label: totals.discount < 0 ? t.discount : t.surcharge, sum: sum(totals.discount) }]),
    ...(totals.discount !== 0 && (prepaid !== 0 || !paid) ? [{ label: t.due, sum: sum(totals.due) }] : []),
    ...(prepaid === 0 ? [] : [{ label: t.prepaid, sum: sum(prepaid) }]),
    ...(paid && prepaid === 0
      ? [{ label: t.due, sum: sum(totals.due), note: words.flags.paid, main: true }]
      : [{ label: t.toCollect, sum: sum(totals.toCollect), main: true }]),
    ...(cash
      ? [{ label: t.cash, sum: sum(cash.cash), note: cash.change !== null && t.change(sum(cash.change)) }]
      : []),
  ];
  const differs = order.amountToPay !== null && order.amountToPay !== totals.amountToPay;
  return (
    <Section title={t.title}>
      <Sums
        lines={lines}
        warning={differs ? t.differs(sum(order.amountToPay ?? 0), sum(totals.amountToPay)) : null}
      />
    </Section>
  );
}

export function IrecaPayment({ order, titles }: { order: IrecaOrder; titles: OrderTitles }) {
  const t = useWords(orderWords).payment;
  const type = (id: string | null) => {
    if (id === null) return null;
    const closing = titles.closingOf(id);
    return (
      <>
        {titles.paymentType(id)}
        {closing !== null && closing !== titles.paymentType(id) && (
          <span className={classes.second}>{t.closes(closing)}</span>
        )}
      </>
    );
  };
  const state = (words: Partial<Record<string, string>>, id: string | null) =>
    id === null ? null : t.state(wordFor(words, id), id);
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          { label: t.original, value: type(order.originalPaymentId) },
          { label: t.last, value: type(order.paymentId) },
          { label: t.used, value: type(order.frUsedPaymentId) ?? t.notPrinted },
          { label: t.receipt, value: state(t.receiptStates, order.receiptStatusId) },
          { label: t.recorder, value: state(t.recorderStates, order.frReceiptStatusId) },
        ]}
      />
      <Payments order={order} titles={titles} />
    </Section>
  );
}

function Payments({ order, titles }: { order: IrecaOrder; titles: OrderTitles }) {
  const t = useWords(orderWords).payment;
  const { sum, moment } = useCardFormat();
  if (order.payments.length === 0) return <p className={classes.none}>{t.none}</p>;
  return (
    <ul className={classes.rows} aria-label={t.made(order.payments.length)}>
      {order.payments.map((payment, index) => (
        <li key={payment.paymentId ?? index}>
          <span className={classes.what}>
            {payment.paymentTypeId === null ? '—' : titles.paymentType(payment.paymentTypeId)}
            <InlineFacts
              facts={[
                { label: t.card, value: payment.cardMask },
                { label: t.rrn, value: payment.rrn },
                { label: t.auth, value: payment.cardAuth },
                { label: t.id, value: payment.paymentId },
              ]}
            />
          </span>
          <span className={classes.when}>{moment(payment.paidIn)}</span>
          <strong>{payment.price === null ? '—' : sum(payment.price)}</strong>
        </li>
      ))}
    </ul>
  );
}
