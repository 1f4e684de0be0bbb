/** Tells the dispatcher, by tone and notification, of a till that just failed at a courier on shift; each error once. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useDeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { useSession } from '#src/api/session.ts';
import { announceAll } from '#src/components/notices/announce.ts';
import { freshErrors } from '#src/domain/deviceErrors.ts';
import { deviceErrorsAddress } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useFirstVisit } from './firstVisit.ts';
import { forgetSeen } from './seenErrors.ts';
import { useUnseenErrors } from './useUnseenErrors.ts';

/** For one place that is always on screen. */
export function useErrorCalls(): void {
  useFirstVisit();
  const t = useWords(deviceErrorsWords);
  const client = useQueryClient();
  const { data } = useDeviceErrorsFeed();
  const { calling } = useUnseenErrors();
  const { directory } = useCourierDirectory();
  const login = useSession().data?.login ?? null;
  const known = useRef<ReadonlyMap<string, number> | null>(null);

  const follow = useEffectEvent(() => {
    // Until the feed is there whole, nothing can be told from what has just come.
    if (!data || data.loading !== null || data.asOf.ireca === null) return;
    const now = Date.now();
    if (login !== null && data.problems.length === 0) forgetSeen(login, data.records, now);
    const { known: next, fresh } = freshErrors(known.current, data.records, calling, now);
    known.current = next;
    const orders = client.getQueryData<OrdersFeed>(ORDERS_FEED)?.records;
    const notices = fresh.map(({ key, device, courierId, orderId, errorText, errorCode }) => {
      const name = directory?.byId.get(courierId ?? '')?.title || t.courier(courierId ?? '');
      const order = orderId === null ? '' : (orders?.get(`ireca:${orderId}`)?.number ?? orderId);
      return {
        kind: 'failed' as const,
        key: `till:${key}`,
        name,
        title: t.announce.title(device),
        body: t.announce.body(name, order, errorText || errorCode),
        to: deviceErrorsAddress(courierId === null ? {} : { courier: courierId }),
      };
    });
    void announceAll(notices, (several) => ({
      title: t.announce.several(several.length),
      body: [...new Set(several.map(({ name }) => name))].join(', '),
      to: deviceErrorsAddress(),
    }));
  });
  useEffect(() => follow(), [data, calling]);
}
