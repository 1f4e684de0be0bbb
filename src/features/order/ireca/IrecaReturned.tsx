/** What was given back of a delivered iRECA order: why, when, which goods and how much money. */
import { Link } from 'react-router';
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts, InlineFacts } from '../parts/Facts.tsx';
import { Section } from '../parts/Section.tsx';
import { useCardFormat } from '../parts/useCardFormat.ts';
import classes from '../parts/money.module.css';

export function IrecaReturned({ order, titles }: { order: IrecaOrder; titles: OrderTitles }) {
  const words = useWords(orderWords);
  const t = words.returned;
  const { sum, moment, count } = useCardFormat();
  const returned = order.returnedOrder;
  if (!returned) return null;
  const reason = (id: string | null) => (id === null ? null : titles.reason(id));
  const titleOf = (goodId: string | null) =>
    order.goods.find((good) => good.goodId !== null && good.goodId === goodId)?.title ||
    (goodId === null ? words.goods.untitled : words.number(goodId));
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          {
            label: t.number,
            value:
              returned.returnedOrderId === null ? null : returned.returnedOrderId === order.orderId ? (
                words.number(returned.returnedOrderId)
              ) : (
                <Link to={orderAddress('ireca', returned.returnedOrderId)}>
                  {words.number(returned.returnedOrderId)}
                </Link>
              ),
          },
          { label: t.reason, value: reason(returned.returnReasonId) },
          { label: t.time, value: moment(returned.createdAt) },
        ]}
      />
      {returned.returnedGoods.length > 0 && (
        <ul className={classes.rows} aria-label={t.goods}>
          {returned.returnedGoods.map((good, index) => (
            <li key={`${good.goodId}-${index}`}>
              <span className={classes.what}>
                {titleOf(good.goodId)}
                {good.count !== null && ` × ${count(good.count)}`}
                <InlineFacts facts={[{ label: t.reason, value: reason(good.returnReasonId) }]} />
              </span>
              <span className={classes.when}>{moment(good.createdAt)}</span>
              <strong>{good.sum === null ? '—' : sum(good.sum)}</strong>
            </li>
          ))}
        </ul>
      )}
      {returned.returnedPayments.length > 0 && (
        <ul className={classes.rows} aria-label={t.money}>
          {returned.returnedPayments.map((payment, index) => (
            <li key={`${payment.paymentId}-${index}`}>
              <span className={classes.what}>
                {payment.paymentTypeId === null ? '—' : titles.paymentType(payment.paymentTypeId)}
                <InlineFacts facts={[{ label: words.payment.id, value: payment.paymentId }]} />
              </span>
              <span className={classes.when}>{moment(payment.createdAt)}</span>
              <strong>{payment.sum === null ? '—' : sum(payment.sum)}</strong>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
