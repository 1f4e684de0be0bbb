/** Moments for a spreadsheet: what the clock of the configured zone shows. */
import type { WallTime } from '#src/domain/orderExport.ts';
import { parseGmt, zoneFormatter } from '#src/lib/dates.ts';

/** Gives `(epoch ms) => cell`; null where no time is known. */
export function wallTimes(timeZone: string): (ms: number | null) => WallTime | null {
  const { dayKey, timeSeconds } = zoneFormatter(timeZone, 'en-GB');
  return (ms) => (ms === null ? null : { wall: parseGmt(`${dayKey(ms)} ${timeSeconds(ms)}`) ?? ms });
}
