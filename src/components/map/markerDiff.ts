/** What a refresh changes on the map, so that only that is touched: a marker is moved and restyled, never rebuilt. */

export type MarkerDiff<T> = { added: T[]; changed: T[]; removed: string[] };

/**
 * Compares what is drawn with what should be. Values are compared by identity: who makes them keeps the old object
 * as long as nothing about it changed.
 */
export function markerDiff<T>(drawn: ReadonlyMap<string, T>, wanted: ReadonlyMap<string, T>): MarkerDiff<T> {
  const diff: MarkerDiff<T> = { added: [], changed: [], removed: [] };
  for (const [id, value] of wanted) {
    const before = drawn.get(id);
    if (before === undefined) diff.added.push(value);
    else if (before !== value) diff.changed.push(value);
  }
  for (const id of drawn.keys()) if (!wanted.has(id)) diff.removed.push(id);
  return diff;
}

/**
 * A new map of values that keeps the old objects, and the old map itself, wherever `same` finds no difference.
 * @param same compares an old value with a new one.
 */
export function keepIdentity<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): ReadonlyMap<string, T> {
  const merged = new Map<string, T>();
  let changed = before.size !== after.size;
  for (const [id, value] of after) {
    const old = before.get(id);
    if (old !== undefined && same(old, value)) {
      merged.set(id, old);
    } else {
      merged.set(id, value);
      changed = true;
    }
  }
  return changed ? merged : before;
}
