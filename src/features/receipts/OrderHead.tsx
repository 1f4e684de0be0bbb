/** Whose receipts these are: the order, its courier, and ways to its card and to what went wrong at the till. */
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { courierAddress, journalAddress, orderAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import classes from './OrderReceiptsPage.module.css';

type OrderHeadProps = {
  chosen: ChosenOrder;
  /** Null: the feed does not have it, or not yet. */
  order: DispatchOrder | null;
  unknown: boolean;
  onBack: () => void;
};

export function OrderHead({ chosen, order, unknown, onBack }: OrderHeadProps) {
  const t = useWords(receiptsWords).order;
  const { money } = useFormat();
  const { directory } = useCourierDirectory();
  const { system, id } = chosen;
  const amount = order?.amount ?? null;
  const courier = order && directory ? courierOf(order, directory) : null;
  return (
    <header className={classes.head}>
      <button type="button" className={classes.back} onClick={onBack}>
        <IconArrowLeft size={16} stroke={1.8} aria-hidden />
        {t.back}
      </button>
      <div className={classes.name}>
        <h2>{t.title(order?.number ?? id)}</h2>
        <SystemBadge system={system} />
        {order && <StatusBadge order={order} />}
        {amount !== null && <span className={classes.sum}>{money(amount)}</span>}
      </div>
      <p className={classes.links}>
        <Link to={orderAddress(system, id)}>{t.card}</Link>
        {courier && (
          <Link to={courierAddress(courier.courierId)} aria-label={`${t.courier}: ${courier.title}`}>
            {courier.title}
          </Link>
        )}
        {system === 'ireca' && (
          <>
            <Link to={journalAddress('terminal', { order: id })}>{t.journal.terminal}</Link>
            <Link to={journalAddress('recorder', { order: id })}>{t.journal.recorder}</Link>
          </>
        )}
        {order && system === 'ireca' && order.number !== id && <span>{t.id(id)}</span>}
      </p>
      {unknown && <p className={classes.unknown}>{t.unknown}</p>}
    </header>
  );
}
