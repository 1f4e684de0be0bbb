/** A courier's load as a dispatcher reads it at a glance: six segments in the list, a ring on the map. */

export type Segment = 'late' | 'open' | 'empty';

/** So many open orders fill the bar and the ring (assumption: one courier's usual round). */
export const FULL_LOAD = 6;

/** The six segments, late ones first; null when there are more than six orders: then only the number tells. */
export function loadSegments(open: number, late: number): Segment[] | null {
  if (open > FULL_LOAD) return null;
  return Array.from({ length: FULL_LOAD }, (_, index) =>
    index < Math.min(late, open) ? 'late' : index < open ? 'open' : 'empty',
  );
}

/** The ring in whole degrees, clockwise from the top: late up to `late`, on to `open`, empty to 360. */
export function loadRing(open: number, late: number): { late: number; open: number } {
  const whole = Math.max(FULL_LOAD, open);
  const degrees = (orders: number) => Math.round((Math.min(orders, open) / whole) * 360);
  return { late: degrees(late), open: degrees(open) };
}
