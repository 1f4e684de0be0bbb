/** How old what is on screen is, and when that is too old to go by. */
import type { System } from '#src/contracts/feed.ts';

/** When each system was last read whole, epoch ms; null = not yet. */
type AsOf = Readonly<Record<System, number | null>>;

const SYSTEMS: readonly System[] = ['ireca', 'kassa'];
/** Missed polls in a row before the data counts as late. */
const LATE_AFTER_POLLS = 4;
/** However fast the polls are, so much may pass without anybody missing it. */
const LATE_AFTER_SECONDS = 60;

/**
 * Up to when the orders on screen are known not to be older, epoch ms; null while a connected system was never read.
 * @param systems which are connected.
 */
export function readUpTo(asOf: AsOf, systems: Readonly<Record<System, boolean>>): number | null {
  const times = SYSTEMS.filter((system) => systems[system]).map((system) => asOf[system]);
  return times.includes(null) ? null : Math.min(...times.filter((time) => time !== null));
}

/**
 * True when what was read at `asOf` is behind: several polls have brought nothing since.
 * @param asOf epoch ms; never read is not late. @param now epoch ms. @param pollSeconds how often orders are asked for.
 */
export const isReadLate = (asOf: number | null, now: number, pollSeconds: number): boolean =>
  asOf !== null && now - asOf > Math.max(LATE_AFTER_SECONDS, pollSeconds * LATE_AFTER_POLLS) * 1000;

/**
 * The connected systems of which the orders on screen are too old to go by, or were never read.
 * @param now epoch ms. @param pollSeconds how often orders are asked for.
 */
export const unreadSystems = (
  asOf: AsOf,
  systems: Readonly<Record<System, boolean>>,
  now: number,
  pollSeconds: number,
): System[] =>
  SYSTEMS.filter(
    (system) => systems[system] && (asOf[system] === null || isReadLate(asOf[system], now, pollSeconds)),
  );
