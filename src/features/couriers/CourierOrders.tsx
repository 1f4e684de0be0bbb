/** The courier's orders: the open ones by window, then what was delivered and cancelled today. */
import { IconAlertTriangle, IconMoodSmile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { LongList } from '#src/components/commands/LongList.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import heard from '#src/components/format/unseen.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { CourierOrderRow } from './CourierOrderRow.tsx';
import classes from './CourierOrders.module.css';
import type { CourierPageData } from './useCourierPage.ts';

const PACE_MS = 15_000;

export function CourierOrders({ page }: { page: CourierPageData }) {
  const t = useWords(courierPageWords).orders;
  const text = useText();
  const { time } = useFormat();
  const now = useNow(PACE_MS);
  const mayCommand = useMay('dispatcher');
  const { day, feed, whole } = page;
  const rows = (orders: readonly DispatchOrder[]) => (
    <LongList items={orders} className={classes.rows}>
      {(order) => (
        <CourierOrderRow key={order.key} order={order} now={now} deeds={mayCommand && order.open} />
      )}
    </LongList>
  );
  return (
    <section className={classes.orders} aria-labelledby="courier-orders" aria-busy={!whole}>
      <h3 id="courier-orders" className={heard.unseen}>
        {t.title}
      </h3>
      {feed.data?.problems.map(({ system, since }) => (
        <p key={system} className={classes.trouble} role="status">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t.trouble(text.orders.systems[system], time(since))}
        </p>
      ))}
      {feed.error && !feed.data && <ErrorNote error={feed.error} onRetry={() => void feed.refetch()} />}
      {!day && !feed.error && (
        <p className={classes.reading} role="status">
          {t.reading}
        </p>
      )}
      {day && (
        <>
          <Group title={t.open(day.open.length)}>
            {day.open.length > 0 ? (
              rows(day.open)
            ) : whole ? (
              <p className={classes.none}>
                <IconMoodSmile size={18} stroke={1.6} aria-hidden />
                <span>
                  {t.none} {mayCommand && t.noneLead}
                </span>
              </p>
            ) : (
              <p className={classes.reading}>{t.reading}</p>
            )}
            {day.doubtful.length > 0 && <Doubtful orders={day.doubtful} />}
          </Group>
          {day.delivered.length > 0 && (
            <Group title={t.delivered(day.delivered.length)}>{rows(day.delivered)}</Group>
          )}
          {day.cancelled.length > 0 && (
            <Group title={t.cancelled(day.cancelled.length)}>{rows(day.cancelled)}</Group>
          )}
        </>
      )}
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.group}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}

function Doubtful({ orders }: { orders: readonly DispatchOrder[] }) {
  const t = useWords(courierPageWords).orders;
  return (
    <p className={classes.doubtful}>
      {t.doubtful(orders.length)}{' '}
      {orders.map(({ key, system, id, number }) => (
        <Link key={key} to={orderAddress(system, id)}>
          {number}
        </Link>
      ))}
    </p>
  );
}
