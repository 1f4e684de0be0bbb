/**
 * A feed: records by key, each with the version at which it last changed, so that a browser is told only what changed
 * since the version it holds. Knows nothing of HTTP or of the upstreams.
 */
import { randomBytes } from 'node:crypto';
import type { OrderGlance } from '#src/contracts/changes.ts';
import type { FeedProblem, System } from '#src/contracts/feed.ts';

/** What the proxy itself must know of a record. */
export type RecordMeta = {
  /** Somebody still has to do something about it: sent first. */
  open: boolean;
  /** End of the delivery window, epoch ms. */
  windowTo: number | null;
  /** iRECA id of the courier who has it. */
  courierId: string | null;
  /**
   * Of an order that can be read: what the log of changes notes of it. `createdAt` is epoch ms; `print` is the same
   * when all that was read of the order is the same, however the upstream wrote it.
   */
  noted?: { number: string; glance: OrderGlance; createdAt: number | null; print: string };
};

/** `json`: the record as an answer carries it; bytes, so that ten thousand are put together without being read again. */
export type NewRecord = {
  key: string;
  json: Buffer;
  meta: RecordMeta;
  /** Of all that the upstream says of it, the part too that `json` leaves out. */
  print?: string;
};

type Held = NewRecord & {
  system: System;
  version: number;
  /** Number of the read that brought it: what an earlier read brings later is not believed. */
  read: number;
  /** It came with a whole list (and not from reading this record alone). */
  listed: boolean;
  /** Lists may leave out what a reading of one record says: each is compared with its like, where there is one. */
  prints: { list?: string; one?: string };
};

export type Commit = {
  system: System;
  /** From `beginRead`, taken when the read began. */
  read: number;
  records: readonly NewRecord[];
  /** Keys that the upstream does not have (any more). */
  gone?: readonly string[];
  /** The read was of the whole list, and these are all its keys: others of this system are gone. */
  whole?: ReadonlySet<string>;
};

/** That a record is gone: as of which version, and the number of the read that said so last. */
type Tombstone = { readonly version: number; read: number };

/** What a commit did. */
export type Committed = { taken: NewRecord[]; dropped: string[] };

export type FeedChanges = { full: boolean; changed: Buffer[]; removed: string[] };

export type Feed = {
  version(): string;
  /** Number of a read that begins now. */
  beginRead(): number;
  commit(commit: Commit): Committed;
  get(key: string): Readonly<Held> | undefined;
  records(): Iterable<Readonly<Held>>;
  /** What a holder of version `since` lacks; everything, when that version is not known here. */
  changesSince(since: string | null): FeedChanges;
  asOf: Record<System, number | null>;
  problems: Map<System, FeedProblem>;
  /** Calls back after each commit and change of health. */
  onMoved(listener: () => void): void;
  /** To be called when `asOf` or `problems` changed. */
  moved(): void;
  /** Grows whenever an answer would read differently. */
  revision(): number;
};

/** Removals that are remembered; a browser that slept longer gets everything anew. */
const MAX_TOMBSTONES = 5000;

export function createFeed(): Feed {
  /** Versions of another run of the proxy must not be taken for ours. */
  const epoch = randomBytes(6).toString('base64url');
  const held = new Map<string, Held>();
  const tombstones = new Map<string, Tombstone>();
  const listeners = new Set<() => void>();
  let counter = 0;
  let reads = 0;
  let revision = 0;
  /** Removals up to this version have been forgotten. */
  let forgotten = 0;

  function forgetOldTombstones(): void {
    for (const [key, { version }] of tombstones) {
      if (tombstones.size <= MAX_TOMBSTONES) return;
      tombstones.delete(key);
      forgotten = version;
    }
  }

  /**
   * True when it is not as it was. Goods or a receipt that changed do not show in what a list shows of it (`json`), but
   * an open card must be told.
   */
  function take(next: number, { system, read, whole }: Commit, record: NewRecord): boolean {
    const known = held.get(record.key);
    // What was removed while this read was under way must not come back to the boards with it.
    const since = known ?? tombstones.get(record.key);
    if (since && since.read > read) return false;
    const listed = whole !== undefined;
    const [its, other] = listed ? (['list', 'one'] as const) : (['one', 'list'] as const);
    const { print } = record;
    const prints = { ...known?.prints, ...(print !== undefined && { [its]: print }) };
    if (known?.json.equals(record.json)) {
      const before = known.prints[its] ?? known.prints[other];
      if (before === undefined || print === undefined || before === print) {
        Object.assign(known, { read, listed, prints });
        return false;
      }
    }
    tombstones.delete(record.key);
    held.set(record.key, { ...record, system, version: next, read, listed, prints });
    return true;
  }

  function drop(next: number, read: number, key: string): boolean {
    const known = held.get(key);
    if (!known) {
      const tombstone = tombstones.get(key);
      if (tombstone) tombstone.read = Math.max(tombstone.read, read);
      return false;
    }
    if (known.read > read) return false;
    held.delete(key);
    tombstones.delete(key);
    tombstones.set(key, { version: next, read });
    return true;
  }

  function sinceCounter(since: string | null): number | null {
    if (since === null || !since.startsWith(`${epoch}.`)) return null;
    const number = Number(since.slice(epoch.length + 1));
    return Number.isInteger(number) && number >= forgotten && number <= counter ? number : null;
  }

  const feed: Feed = {
    version: () => `${epoch}.${counter}`,
    beginRead: () => (reads += 1),
    commit(commit) {
      const next = counter + 1;
      const taken = commit.records.filter((record) => take(next, commit, record));
      const dropped = (commit.gone ?? []).filter((key) => drop(next, commit.read, key));
      const { whole } = commit;
      if (whole) {
        for (const [key, record] of held) {
          const missing = record.system === commit.system && !whole.has(key);
          if (missing && drop(next, commit.read, key)) dropped.push(key);
        }
      }
      if (taken.length + dropped.length > 0) {
        counter = next;
        forgetOldTombstones();
        feed.moved();
      }
      return { taken, dropped };
    },
    get: (key) => held.get(key),
    records: () => held.values(),
    changesSince(since) {
      const from = sinceCounter(since);
      if (from === null) return { full: true, changed: inOrderOfUse(held.values()), removed: [] };
      const changed: Buffer[] = [];
      const removed: string[] = [];
      if (from < counter) {
        for (const record of held.values()) if (record.version > from) changed.push(record.json);
        for (const [key, { version }] of tombstones) if (version > from) removed.push(key);
      }
      return { full: false, changed, removed };
    },
    asOf: { ireca: null, kassa: null },
    problems: new Map(),
    onMoved: (listener) => void listeners.add(listener),
    moved() {
      revision += 1;
      for (const listener of listeners) listener();
    },
    revision: () => revision,
  };
  return feed;
}

/** Open ones first by the end of their window, then the rest, latest first: the first rows are those looked at first. */
function inOrderOfUse(records: Iterable<Held>): Buffer[] {
  const open: Held[] = [];
  const rest: Held[] = [];
  for (const record of records) (record.meta.open ? open : rest).push(record);
  open.sort((a, b) => (a.meta.windowTo ?? Infinity) - (b.meta.windowTo ?? Infinity) || 0);
  rest.sort((a, b) => (b.meta.windowTo ?? 0) - (a.meta.windowTo ?? 0));
  return [...open, ...rest].map((record) => record.json);
}
