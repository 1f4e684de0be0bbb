/** Which orders Kassa is asked for: those of yesterday, today and tomorrow, by the calendar of the configured zone. */
import { zonedTime, zoneFormatter } from '#src/lib/dates.ts';

const DAY_MS = 24 * 3_600_000;

/** Days before and after today that the board still shows. */
export const DAYS_BACK = 1;
export const DAYS_AHEAD = 1;

/** From the first moment of the first day to the last one of the last day, epoch ms. */
export function kassaDays(now: number, timeZone: string): { beginDate: number; endDate: number } {
  const { dayKey } = zoneFormatter(timeZone, 'en');
  const midnight = (day: string) => zonedTime(timeZone, day, '00:00') ?? now;
  const noon = zonedTime(timeZone, dayKey(now), '12:00') ?? now;
  // Counted from noon, so that a day of 23 or 25 hours is still one day.
  return {
    beginDate: midnight(dayKey(noon - DAYS_BACK * DAY_MS)),
    endDate: midnight(dayKey(noon + (DAYS_AHEAD + 1) * DAY_MS)) - 1,
  };
}
