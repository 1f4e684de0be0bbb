/** When shifts of dispatchers begin, in the configured zone. */
import { zoneFormatter, zonedTime } from '#src/lib/dates.ts';

/** One shift; `until` null = it is not over. Epoch ms. */
export type Shift = { from: number; until: number | null };

/** More than a day at either change of the clocks. */
const DAY_MS = 24 * 60 * 60_000;
const NOON_MS = 12 * 60 * 60_000;

/** Starts on the calendar day that `noon` lies in. */
function startsOn(noon: number, starts: readonly string[], timeZone: string): number[] {
  const day = zoneFormatter(timeZone, 'en').dayKey(noon);
  return starts.map((time) => zonedTime(timeZone, day, time)).filter((at) => at !== null);
}

/**
 * The shift that `now` lies in and those before it, the latest first.
 * @param now epoch ms.
 * @param starts `HH:mm` in `timeZone`, at least one.
 * @param backMs how far back the earliest may begin.
 */
export function shiftsUntil(
  now: number,
  starts: readonly string[],
  timeZone: string,
  backMs: number = 2 * DAY_MS,
): Shift[] {
  const today = zonedTime(timeZone, zoneFormatter(timeZone, 'en').dayKey(now), '12:00') ?? now;
  const days = Math.ceil(backMs / DAY_MS) + 1;
  const moments = new Set<number>();
  for (let back = 0; back <= days; back += 1) {
    // From noon to noon: an hour more or less never leads to another day.
    for (const at of startsOn(today - back * DAY_MS, starts, timeZone)) if (at <= now) moments.add(at);
  }
  const sorted = [...moments].sort((a, b) => b - a);
  const shifts = sorted.map((from, index): Shift => ({ from, until: sorted[index - 1] ?? null }));
  return shifts.filter(({ from }, index) => index === 0 || from >= now - backMs);
}

/**
 * The shift at hand when an earlier one is still looked at that had not ended when it was opened; else null. One that was
 * chosen as over, or any other time, is looked at on purpose.
 * @param now epoch ms.
 */
export function shiftBegunSince(
  { from, until }: Shift,
  now: number,
  starts: readonly string[],
  timeZone: string,
): Shift | null {
  if (until !== null || shiftStart(from, starts, timeZone) !== from) return null;
  const current = shiftStart(now, starts, timeZone);
  return current > from ? { from: current, until: null } : null;
}

/** When the shift that `now` lies in began, epoch ms; half a day ago when no start can be read. */
export const shiftStart = (now: number, starts: readonly string[], timeZone: string): number =>
  shiftsUntil(now, starts, timeZone, 0)[0]?.from ?? now - NOON_MS;
