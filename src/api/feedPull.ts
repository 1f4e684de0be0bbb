/**
 * Pulls a feed by version and merges what changed into what is held. Work follows the number of changes; a first, full
 * answer is parsed in slices so that ten thousand orders never freeze the page.
 */
import { replaceEqualDeep } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import type { Feed, FeedProblem, FeedRecord } from '#src/contracts/feed.ts';
import { feedSchema } from '#src/contracts/feed.ts';
import { firstIssue } from '#src/contracts/records.ts';

/** A record that could not be read: listed for the dispatcher, never able to empty a list. */
export type SetAsideRecord = { key: string; reason: string };

export type FeedState<T> = {
  version: string;
  records: ReadonlyMap<string, T>;
  setAside: ReadonlyMap<string, SetAsideRecord>;
  asOf: Feed['asOf'];
  nextAt: number | null;
  problems: FeedProblem[];
  /** Keys that this pull brought or took away; null after a full one. */
  touched: string[] | null;
  /** How far a first, full answer has been parsed; null = all of it. */
  loading: { done: number; of: number } | null;
};

/** Turns a record's body into what we hold, or says why not. */
export type ReadRecord<T> = (record: FeedRecord) => { ok: true; value: T } | { ok: false; reason: string };

/** `read` for records of which one schema reads the body and `convert` makes what we hold. */
export function reading<Body, T>(
  schema: BodySchema<Body>,
  convert: (body: Body) => T,
): (body: unknown) => ReturnType<ReadRecord<T>> {
  return (body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return { ok: true, value: convert(parsed.data) };
    const { path, reason } = firstIssue(parsed.error.issues);
    return { ok: false, reason: path ? `${path}: ${reason}` : reason };
  };
}

type BodySchema<Body> = {
  safeParse(
    body: unknown,
  ): { success: true; data: Body } | { success: false; error: { issues: Parameters<typeof firstIssue>[0] } };
};

/** Records parsed at a stretch before the page may breathe; the first slice is what is seen first. */
const FIRST_SLICE = 120;
export const SLICE_MS = 24;

/** A page that nobody sees need not: its timers come once a minute, and a full answer would take half an hour. */
export const breathe = () =>
  typeof document !== 'undefined' && document.hidden
    ? Promise.resolve()
    : new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Asks for what changed since `held` and gives the new state.
 * @param onPartial is given what has been parsed so far, during a first full answer only.
 */
export async function pullFeed<T>(
  path: string,
  held: FeedState<T> | undefined,
  read: ReadRecord<T>,
  { signal, onPartial }: { signal: AbortSignal; onPartial: (partial: FeedState<T>) => void },
): Promise<FeedState<T>> {
  const since = held && held.loading === null ? `?since=${encodeURIComponent(held.version)}` : '';
  const feed = await request(`${path}${since}`, feedSchema, { signal });
  const frame = { version: feed.version, asOf: feed.asOf, nextAt: feed.nextAt, problems: feed.problems };
  const fresh = feed.full || !held;
  if (!fresh && feed.changed.length === 0 && feed.removed.length === 0) {
    return { ...held, ...frame, touched: [], loading: null };
  }
  const records = new Map(fresh ? [] : held.records);
  const setAside = new Map(fresh ? [] : held.setAside);
  for (const key of feed.removed) {
    records.delete(key);
    setAside.delete(key);
  }
  let started = performance.now();
  let shown = held !== undefined;
  for (const [index, record] of feed.changed.entries()) {
    const parsed = read(record);
    if (parsed.ok) {
      // After a restart of the proxy everything comes anew: what reads as before stays the very same, and its row too.
      const known = feed.full ? held?.records.get(record.key) : undefined;
      records.set(record.key, known ? replaceEqualDeep(known, parsed.value) : parsed.value);
      setAside.delete(record.key);
    } else {
      setAside.set(record.key, { key: record.key, reason: parsed.reason });
      records.delete(record.key);
    }
    if (!shown && index + 1 === FIRST_SLICE && index + 1 < feed.changed.length) {
      shown = true;
      const loading = { done: index + 1, of: feed.changed.length };
      onPartial({ ...frame, records: new Map(records), setAside: new Map(setAside), touched: null, loading });
      await breathe();
      started = performance.now();
    } else if (performance.now() - started > SLICE_MS) {
      await breathe();
      signal.throwIfAborted();
      started = performance.now();
    }
  }
  const touched = fresh ? null : [...feed.changed.map((record) => record.key), ...feed.removed];
  return { ...frame, records, setAside, touched, loading: null };
}
