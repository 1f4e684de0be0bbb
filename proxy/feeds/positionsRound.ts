/** Who is asked about in one round of the positions feed, in which order, and how far apart. */
import { readOptionalId } from '#src/contracts/wire.ts';
import type { UpstreamFailure } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';

/** The least interval between two calls about one courier (iRECA API text, «Geo-данные»: once a minute). */
export const MINUTE_MS = 60_000;
/** Couriers with no shift and no open order are asked about less often. */
const IDLE_MS = 10 * MINUTE_MS;
/** A round is over well before the next one begins, and even a short one makes no haste. */
const ROUND_MS = 40_000;
const LONGEST_GAP_MS = 1_000;
/** After a rest the map is old: then it goes quicker, yet still one after another. */
const QUICK_ROUND_MS = 8_000;
const LONGEST_QUICK_GAP_MS = 50;
/** Whose minute ends later than this after the round's own end is left for the next round. */
const WAIT_MS = 5_000;

/** Milliseconds between the starts of two calls of a round of so many. */
export function roundGap(count: number, quick: boolean): number {
  const [round, longest] = quick ? [QUICK_ROUND_MS, LONGEST_QUICK_GAP_MS] : [ROUND_MS, LONGEST_GAP_MS];
  return Math.min(longest, round / Math.max(1, count));
}

/**
 * The couriers of a round that begins at `now`. Those at work come first, in the order in which they were last asked
 * about (so each keeps their place in the minute), newcomers after them; the rest whose ten minutes are over come last.
 */
export function dueInRound(options: {
  everyone: Iterable<string>;
  /** On shift or with open orders. */
  active: ReadonlySet<string>;
  /** Epoch ms of the last call about a courier, -Infinity = none. */
  askedAt: (courierId: string) => number;
  now: number;
  quick: boolean;
}): string[] {
  const { active, askedAt, now, quick } = options;
  const rank = (courierId: string) => {
    const at = askedAt(courierId);
    return at === -Infinity ? Infinity : at;
  };
  const wanted = [...options.everyone]
    .filter((courierId) => active.has(courierId) || now + ROUND_MS >= askedAt(courierId) + IDLE_MS)
    .map((courierId) => ({ courierId, at: rank(courierId), idle: active.has(courierId) ? 0 : 1 }))
    .sort((a, b) => a.idle - b.idle || (a.at === b.at ? 0 : a.at - b.at));
  const end = now + wanted.length * roundGap(wanted.length, quick);
  return wanted
    .filter(({ courierId }) => askedAt(courierId) + MINUTE_MS <= end + WAIT_MS)
    .map(({ courierId }) => courierId);
}

type Staff = {
  ok: true;
  everyone: ReadonlySet<string>;
  active: ReadonlySet<string>;
  onShift: ReadonlySet<string>;
};

/**
 * Who there is, and who is at work: on shift (has the courier app open) or with open orders. When only the licences
 * cannot be read, who was on shift is taken to be so still: nobody must grow old on the map for that.
 * @param busy iRECA ids of couriers with open orders.
 * @param wasOnShift as the last answer of this function said.
 */
export async function readStaff(
  ireca: Pick<Ireca, 'couriers' | 'licences'>,
  busy: () => Iterable<string>,
  wasOnShift: ReadonlySet<string>,
): Promise<Staff | { ok: false; failure: UpstreamFailure }> {
  const [couriers, licences] = await Promise.all([ireca.couriers(), ireca.licences()]);
  if (!couriers.ok) return couriers;
  const onShift = licences.ok ? new Set(idsOf(licences.value, 'licenses')) : wasOnShift;
  const active = new Set([...onShift, ...busy()]);
  return { ok: true, active, onShift, everyone: new Set([...active, ...idsOf(couriers.value)]) };
}

/** `courierId` of each row of a list, or of the list under `inside`; rows without one are passed over. */
export function idsOf(value: unknown, inside?: string): string[] {
  const list =
    inside && typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[inside]
      : value;
  if (!Array.isArray(list)) return [];
  return (list as unknown[])
    .map((row) =>
      typeof row === 'object' && row !== null
        ? readOptionalId((row as Record<string, unknown>)['courierId'])
        : null,
    )
    .filter((courierId) => courierId !== null);
}
