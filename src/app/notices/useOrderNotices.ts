/** Announces orders that arrived, and orders that became late. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useMay, useSession } from '#src/api/session.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { announceAll } from '#src/components/notices/announce.ts';
import { tabInFront } from '#src/components/notices/inFront.ts';
import { keepLook, lastLook } from '#src/components/notices/noticeLog.ts';
import { becameLate } from '#src/domain/decisions.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { readUpTo } from '#src/domain/feedAge.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { zoneFormatter } from '#src/lib/dates.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import { arrivalsKeeper } from './orderNotices.ts';
import { withoutOwn } from './ownOrders.ts';
import { arrivedTogether, arrivedWords, lateTogether, lateWords } from './orderWords.ts';

/** An order whose card is open before the dispatcher's eyes is no news to them: most likely they have just made it. */
const isBeingLookedAt = (order: DispatchOrder): boolean =>
  tabInFront() && window.location.pathname === orderAddress(order.system, order.id);

export function useOrderNotices(): void {
  const { data, isFetching } = useOrdersFeed(useQueryClient());
  const { directory } = useCourierDirectory();
  const { systems, timeZone } = useAppConfig();
  const login = useSession().data?.login ?? null;
  // Others make no orders here.
  const maker = useMay('dispatcher') ? login : null;
  const now = useNow(60_000);
  const format = useFormat();
  const { events } = useWords(noticesWords);
  const say = useRef({ events, format, directory });
  useEffect(() => {
    say.current = { events, format, directory };
  }, [events, format, directory]);

  const arrivals = useRef<ReturnType<typeof arrivalsKeeper>>(null);
  const looked = useRef<{ version: string; at: number | null }>(null);
  useEffect(() => {
    if (!data) return;
    arrivals.current ??= arrivalsKeeper(zoneFormatter(timeZone, 'ru').dayKey);
    const arrived = arrivals.current(data).filter((order) => !isBeingLookedAt(order));
    const before = looked.current;
    // Ages move on without the orders: whatever comes next has come after the age that came with these.
    if (data.version !== before?.version)
      looked.current = { version: data.version, at: readUpTo(data.asOf, systems) ?? before?.at ?? null };
    const tell = async () => {
      const since = before?.at ?? null;
      const news = maker !== null && since !== null ? await withoutOwn(arrived, maker, since) : arrived;
      await announceAll(
        news.map((order) => ({
          kind: 'new',
          key: `new:${order.key}`,
          name: order.number,
          ...arrivedWords(order, say.current),
        })),
        (fresh) => arrivedTogether(fresh, say.current.events),
      );
    };
    void tell();
  }, [data, systems, timeZone, maker]);

  const since = useRef<number>(null);
  const told = useRef(new Set<string>());
  useEffect(() => {
    // While orders are being pulled, those on screen may be from before a sleep though their ages are not.
    if (!data || data.loading || isFetching) return;
    const at = Date.now();
    // Never ahead of the clock, which may have been wrong when we first looked.
    since.current = Math.min(since.current ?? lastLook(at) ?? at, at);
    const keyOf = (order: DispatchOrder) => `late:${order.key}:${windowEnd(order)}`;
    const late = becameLate(data.records.values(), since.current, at, data.asOf).filter(
      (order) => !told.current.has(keyOf(order)),
    );
    for (const order of late) told.current.add(keyOf(order));
    const readAt = readUpTo(data.asOf, systems);
    if (readAt !== null) keepLook(Math.min(readAt, at), at);
    void announceAll(
      late.map((order) => ({
        kind: 'late',
        key: keyOf(order),
        name: order.number,
        ...lateWords(order, say.current),
      })),
      (fresh) => lateTogether(fresh, say.current.events),
    );
  }, [data, isFetching, now, systems]);
}
