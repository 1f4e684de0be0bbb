/** Before anything is chosen: what to choose, and the nearest ways to it. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useDeviceErrors } from '#src/components/deviceErrors/useUnseenErrors.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import { useRecentOrders } from '#src/components/orders/recentOrders.ts';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { useCourierNames } from '#src/components/story/names.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { journalAddress, orderAddress, paths } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useOrderNumber } from './JournalBar.tsx';
import type { JournalName } from './journalView.ts';
import classes from './JournalStart.module.css';

/** Rows of each list. */
const MOST = 12;
const MINUTE = 60_000;

type JournalStartProps = { journal: JournalName; courier: string | null };

export function JournalStart({ journal, courier }: JournalStartProps) {
  const t = useWords(journalsWords).start;
  const changes = journal === 'changes';
  return (
    <div className={classes.start}>
      <div className={classes.lead} role="status">
        <strong>{changes ? t.changes : t.errors}</strong>
        <span>{changes ? t.changesLead : t.errorsLead[journal]}</span>
      </div>
      {changes && courier !== null && <CourierOrders courierId={courier} />}
      {!changes && <TodaysErrors device={journal} />}
      <Recent journal={journal} />
    </div>
  );
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.list} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Leads to the journal of this order; the courier that was chosen is let go, or nothing might be left of it. */
function OrderRow({ order, journal }: { order: DispatchOrder; journal: JournalName }) {
  return (
    <li>
      <Link className={classes.row} to={journalAddress(journal, { order: order.id })}>
        <strong>{order.number}</strong>
        <StatusBadge order={order} />
        <span className={classes.fact}>{order.client || order.address}</span>
      </Link>
    </li>
  );
}

function Recent({ journal }: { journal: JournalName }) {
  const t = useWords(journalsWords).start;
  const { data } = useOrdersFeed(useQueryClient());
  const orders = useRecentOrders()
    .filter(({ system }) => system === 'ireca')
    .flatMap(({ id }) => data?.records.get(`ireca:${id}`) ?? [])
    .slice(0, MOST);
  if (orders.length === 0) return null;
  return (
    <List title={t.recent}>
      <ul>
        {orders.map((order) => (
          <OrderRow key={order.key} order={order} journal={journal} />
        ))}
      </ul>
    </List>
  );
}

function CourierOrders({ courierId }: { courierId: string }) {
  const t = useWords(journalsWords).start;
  const nameOf = useCourierNames();
  const { data } = useOrdersFeed(useQueryClient());
  const orders = useMemo(
    () => [...(data?.records.values() ?? [])].filter((order) => order.courierId === courierId),
    [data?.records, courierId],
  );
  // Before iRECA's orders are read nobody knows that there are none.
  const known = data !== undefined && data.loading === null && data.asOf.ireca !== null;
  if (orders.length === 0 && !known) return null;
  return (
    <List title={t.ofCourier(nameOf(courierId))}>
      {orders.length === 0 && <p className={classes.none}>{t.noneOfCourier}</p>}
      <ul>
        {orders.map((order) => (
          <OrderRow key={order.key} order={order} journal="changes" />
        ))}
      </ul>
    </List>
  );
}

/** Today's errors of this device by courier: each leads to all that ever went wrong there. */
function TodaysErrors({ device }: { device: 'terminal' | 'recorder' }) {
  const t = useWords(journalsWords);
  const nameOf = useCourierNames();
  const { time, dateTime, dayKey } = useFormat();
  const today = dayKey(useNow(MINUTE));
  const { query, errors } = useDeviceErrors();
  const { couriers, nameless } = useMemo(() => {
    const found = new Map<string, { count: number; at: number | null; text: string }>();
    let without = 0;
    for (const { device: of, courierId, at, errorText } of errors) {
      if (of !== device) continue;
      if (courierId === null) {
        without += 1;
        continue;
      }
      const known = found.get(courierId);
      // The newest comes first.
      if (known) known.count += 1;
      else found.set(courierId, { count: 1, at, text: errorText });
    }
    return { couriers: [...found], nameless: without };
  }, [errors, device]);
  const { data } = query;
  if (!data || data.loading !== null) return null;
  // That nothing went wrong is said only when all was read.
  const whole = data.asOf.ireca !== null && data.problems.length === 0 && data.setAside.size === 0;
  return (
    <List title={t.start.today}>
      {!whole && <p className={classes.none}>{t.start.partToday}</p>}
      {whole && couriers.length === 0 && nameless === 0 && (
        <p className={classes.none}>{t.start.noneToday}</p>
      )}
      <ul>
        {couriers.map(([courierId, { count, at, text }]) => (
          <li key={courierId}>
            <Link className={classes.row} to={journalAddress(device, { courier: courierId })}>
              <strong>{nameOf(courierId)}</strong>
              <span className={classes.number}>{t.start.counted(count)}</span>
              <span className={classes.fact}>
                {at !== null && <time>{dayKey(at) === today ? time(at) : dateTime(at)}</time>} {text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {nameless > 0 && <p className={classes.none}>{t.start.nameless(nameless)}</p>}
      <Link className={classes.all} to={paths.deviceErrors}>
        {t.start.todayLink}
      </Link>
    </List>
  );
}

/** @param props.words why there is no journal of it. */
export function KassaOrder({ order, words }: { order: ChosenOrder; words: string }) {
  const t = useWords(journalsWords).kassa;
  const numberOf = useOrderNumber();
  return (
    <div className={classes.start}>
      <div className={classes.lead} role="status">
        <strong>{t.title}</strong>
        <span>{words}</span>
        <Button component={Link} to={orderAddress(order.system, order.id)} variant="default" mt={8}>
          {t.open(numberOf(order))}
        </Button>
      </div>
    </div>
  );
}
