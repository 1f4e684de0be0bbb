/** Open orders of a warehouse: those to be picked up now, and those that couriers have taken along already. */
import { IconListDetails } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { LongList } from '#src/components/commands/LongList.tsx';
import { useWindowWords } from '#src/components/commands/useWindowWords.ts';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import { orderAddress, ordersAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseOrders.module.css';

type Props = { id: string; load: WarehouseLoad; counted: boolean };

export function WarehouseOrders({ id, load, counted }: Props) {
  const t = useWords(warehousesWords).orders;
  const { waiting, taken, late, atRisk } = load;
  const { hash } = useLocation();
  const section = useRef<HTMLElement>(null);
  const wanted = hash === '#orders';
  useEffect(() => {
    if (wanted) section.current?.scrollIntoView({ block: 'start' });
  }, [wanted, id]);

  if (!counted) {
    return (
      <p className={classes.none} role="status">
        {t.reading}
      </p>
    );
  }
  const all = waiting.length + taken.length;
  return (
    <section ref={section} className={classes.orders} id="orders" aria-label={t.title}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {t.title}
          <span className={classes.count}>{waiting.length}</span>
        </h3>
        {late > 0 && <span data-band="late">{t.late(late)}</span>}
        {atRisk > 0 && <span data-band="atRisk">{t.atRisk(atRisk)}</span>}
      </div>
      {waiting.length === 0 ? (
        <p className={classes.none}>{t.none}</p>
      ) : (
        <LongList items={waiting} className={classes.rows}>
          {(order) => <Row key={order.key} order={order} />}
        </LongList>
      )}
      {taken.length > 0 && (
        <>
          <div className={classes.head}>
            <h3 className={classes.title}>
              {t.titleTaken}
              <span className={classes.count}>{taken.length}</span>
            </h3>
          </div>
          <LongList items={taken} className={classes.rows}>
            {(order) => <Row key={order.key} order={order} />}
          </LongList>
        </>
      )}
      {all > 0 && (
        <Link className={classes.table} to={ordersAddress({ warehouse: id })}>
          <IconListDetails size={15} stroke={1.7} aria-hidden />
          {t.table(all)}
        </Link>
      )}
    </section>
  );
}

function Row({ order }: { order: DispatchOrder }) {
  const t = useWords(warehousesWords).orders;
  const windowWords = useWindowWords();
  const now = useNow(60_000);
  const { directory } = useCourierDirectory();
  const { system, id, number, address, selfPickUp, windowFrom, windowTo, courierId } = order;
  const window = windowWords({ from: windowFrom, to: windowTo });
  const where = selfPickUp ? t.selfPickUp : address;
  const listed = directory && courierOf(order, directory);
  const unknown = courierId !== null && directory !== undefined && !listed;
  const courier = listed?.title ?? (courierId === null ? null : t.unknownCourier(courierId));
  return (
    <li>
      <Link className={classes.row} to={orderAddress(system, id)} aria-label={t.open(number)}>
        <span className={classes.line}>
          <strong className={classes.number}>{number}</strong>
          <span className={classes.window}>{window === '' ? t.noWindow : window}</span>
          <SlackChip order={order} now={now} />
          <span className={classes.status}>
            <StatusBadge order={order} />
          </span>
        </span>
        <span className={classes.line}>
          <span className={classes.address} title={where}>
            {where === '' ? t.noAddress : where}
          </span>
          <span
            className={classes.courier}
            data-free={courier === null || unknown || undefined}
            title={unknown ? t.unknownCourierHint : undefined}
          >
            {courier ?? t.noCourier}
          </span>
        </span>
      </Link>
    </li>
  );
}
