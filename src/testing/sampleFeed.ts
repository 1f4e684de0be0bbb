/** A feed that was read whole, for tests. */
import type { FeedState } from '#src/api/feedPull.ts';

/** @param entries what it holds. @param changes what else is to be said of it: troubles, records without a key. */
export const feedOf = <Entry extends { key: string }>(
  entries: readonly Entry[] = [],
  changes: Partial<FeedState<Entry>> = {},
): FeedState<Entry> => ({
  version: 'v',
  records: new Map(entries.map((entry) => [entry.key, entry])),
  setAside: new Map(),
  asOf: { ireca: 1, kassa: 1 },
  nextAt: null,
  problems: [],
  touched: null,
  loading: null,
  ...changes,
});
