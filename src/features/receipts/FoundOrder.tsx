/** One order in the list of the finder, as a link: it can be opened in a tab of its own. */
import { memo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import { chosenText } from '#src/components/orders/chosenOrder.ts';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import classes from './OrderFinder.module.css';

type Place = { query: string; chosen: ChosenOrder | null };

/** What was searched for stays. */
const address = (order: ChosenOrder, query: string): string =>
  `${paths.receipts}?${new URLSearchParams({ ...(query && { q: query }), order: chosenText(order) })}`;

const isChosen = (order: ChosenOrder, chosen: ChosenOrder | null): boolean =>
  chosen?.system === order.system && chosen.id === order.id;

/** @param props.today `YYYY-MM-DD` of the configured zone: its times need no day. */
export const FoundOrder = memo(function FoundOrder({
  order,
  courier,
  today,
  query,
  chosen,
}: Place & { order: DispatchOrder; courier: string; today: string }) {
  const t = useWords(receiptsWords).find;
  const { money, time, dateTime, dayKey } = useFormat();
  const { number, system, amount, windowTo, isRefund, address: place } = order;
  const due = windowTo === null ? '' : dayKey(windowTo) === today ? time(windowTo) : dateTime(windowTo);
  return (
    <li>
      <Link
        className={classes.row}
        to={address(order, query)}
        aria-current={isChosen(order, chosen) || undefined}
        data-order={order.key}
      >
        <span className={classes.line}>
          <strong>{number}</strong>
          <SystemBadge system={system} />
          {isRefund && <span className={classes.refund}>{t.refund}</span>}
          {amount !== null && <span className={classes.sum}>{money(amount)}</span>}
        </span>
        <span className={classes.line}>
          <StatusBadge order={order} />
          <span className={classes.cut}>{courier || t.noCourier}</span>
          <span className={classes.due}>{due}</span>
        </span>
        {query !== '' && place !== '' && <span className={classes.place}>{place}</span>}
      </Link>
    </li>
  );
});

/** An id that Pult's list does not have: iRECA may know it all the same. */
export function FoundById({ id, query, chosen }: Place & { id: string }) {
  const t = useWords(receiptsWords).find;
  const order = { system: 'ireca', id } as const;
  return (
    <li>
      <Link
        className={classes.row}
        to={address(order, query)}
        aria-current={isChosen(order, chosen) || undefined}
        data-order={`ireca:${id}`}
      >
        <strong>{t.byId(id)}</strong>
        <span className={classes.place}>{t.byIdLead}</span>
      </Link>
    </li>
  );
}
