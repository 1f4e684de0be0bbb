/** On the first visit of a login on this computer, errors from before this shift count as looked at. */
import { useLayoutEffect } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useDeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { useSession } from '#src/api/session.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { shiftStart } from '#src/domain/shiftTimes.ts';
import { markSeen, neverMarked } from './seenErrors.ts';

/**
 * Keys of errors that are known to be from before `start` (epoch ms). One that Pult noticed later stays, whatever the
 * clock of its device said; so does one of which no time is known.
 */
export function errorsBefore(errors: ReadonlyMap<string, DeviceError>, start: number): string[] {
  const latest = ({ at, noticedAt }: DeviceError) => Math.max(at ?? noticedAt ?? Infinity, noticedAt ?? 0);
  return [...errors.values()].filter((error) => latest(error) < start).map(({ key }) => key);
}

/** For one place that is always on screen: before anything is drawn, so that nobody sees a number that falls. */
export function useFirstVisit(): void {
  const { shiftStarts, timeZone } = useAppConfig();
  const { data } = useDeviceErrorsFeed();
  const login = useSession().data?.login ?? null;
  useLayoutEffect(() => {
    // Until the feed is there whole, what is old cannot be told from what is not there yet.
    if (!data || data.loading !== null || data.asOf.ireca === null) return;
    if (login === null || !neverMarked(login)) return;
    const now = Date.now();
    markSeen(login, errorsBefore(data.records, shiftStart(now, shiftStarts, timeZone)), now);
  }, [data, login, shiftStarts, timeZone]);
}
