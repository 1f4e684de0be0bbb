/** Whether the couriers are being asked about, as far as this browser can know. */
import type { PositionsFeed } from '#src/api/couriers.ts';

/** While a round is under way something comes every few seconds; when it does not, nobody knows what the proxy does. */
const BELIEVE_MS = 15_000;

/** @param now epoch ms. */
export function isUnderWay({ nextAt, asOf }: Pick<PositionsFeed, 'nextAt' | 'asOf'>, now: number): boolean {
  return nextAt !== null && nextAt <= now && now - Math.max(nextAt, asOf.ireca ?? 0) < BELIEVE_MS;
}
