/** Keeps the first visible row where it is when a refresh puts rows above it or takes them away. */
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

/** A list may hold more than orders: heads of its sections have keys too. */
type Keyed = { readonly key: string };
type KeyedOrder = { readonly key: OrderKey };

/** Where `key` is now. It rarely moves far, so the search goes outwards from where it was. -1 = gone. */
export function indexNear(rows: readonly Keyed[], key: string, near: number): number {
  const reach = Math.max(near, rows.length - 1 - near);
  for (let step = 0; step <= reach; step += 1) {
    if (rows[near + step]?.key === key) return near + step;
    if (rows[near - step]?.key === key) return near - step;
  }
  return -1;
}

/**
 * By how many rows the view must be shifted so that what was first in sight stays there. When that very row is gone,
 * the next one below that is still there is held instead; when none is, nothing moves.
 * @param first index in `before` of the first row in sight.
 * @param inSight how many rows were in sight.
 */
export function anchorShift(
  before: readonly Keyed[],
  after: readonly Keyed[],
  first: number,
  inSight: number,
): number {
  for (let index = first; index < Math.min(before.length, first + inSight); index += 1) {
    const row = before[index];
    if (!row) break;
    // The same row at the same place: the usual case, decided at once.
    if (after[index]?.key === row.key) return 0;
    const now = indexNear(after, row.key, Math.min(index, Math.max(0, after.length - 1)));
    // A row that itself jumped to another place is a poor thing to hold on to: ask its neighbours too.
    if (now >= 0 && followedBySame(before, after, index, now)) return now - index;
  }
  const row = before[first];
  if (!row) return 0;
  const now = indexNear(after, row.key, Math.min(first, Math.max(0, after.length - 1)));
  return now >= 0 && Math.abs(now - first) <= JUMP ? now - first : 0;
}

/** A row that moved further than this without its neighbours went to another place by itself. */
const JUMP = 50;

function followedBySame(
  before: readonly Keyed[],
  after: readonly Keyed[],
  was: number,
  now: number,
): boolean {
  const next = before[was + 1];
  return next === undefined ? now === after.length - 1 : after[now + 1]?.key === next.key;
}

/** A row above the view that the dispatcher has not seen there: it `came` to the list, or moved up within it. */
export type Unseen = { key: OrderKey; came: boolean };

/**
 * Rows that stand above the first row in sight now and did not stand above it before.
 * @param first index of the first row in sight in `before`.
 * @param now the same row's index in `after`.
 */
export function newAbove(
  before: readonly KeyedOrder[],
  after: readonly KeyedOrder[],
  first: number,
  now: number,
): Unseen[] {
  const wasAbove = new Set(before.slice(0, first).map((row) => row.key));
  const unseen = after.slice(0, now).filter((row) => !wasAbove.has(row.key));
  if (unseen.length === 0) return [];
  const wasBelow = new Set(before.slice(first).map((row) => row.key));
  return unseen.map(({ key }) => ({ key, came: !wasBelow.has(key) }));
}
