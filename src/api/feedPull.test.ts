/** Pulling a feed: only what changed is parsed anew, one bad record empties nothing, a stale version starts afresh. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FeedState, ReadRecord } from '#src/api/feedPull.ts';
import { pullFeed } from '#src/api/feedPull.ts';

type Row = { name: string };

const read: ReadRecord<Row> = ({ body }) =>
  typeof body === 'object' && body !== null && 'name' in body && typeof body.name === 'string'
    ? { ok: true, value: { name: body.name } }
    : { ok: false, reason: 'no name' };

const record = (id: string, body: unknown) => ({ key: `ireca:${id}`, system: 'ireca', id, body });
const frame = { asOf: { ireca: 5, kassa: null }, nextAt: null, problems: [] };

function answerWith(feed: object) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ ...frame, ...feed })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const pull = (held?: FeedState<Row>, onPartial: (state: FeedState<Row>) => void = () => {}) =>
  pullFeed('/api/feeds/orders', held, read, { signal: new AbortController().signal, onPartial });

afterEach(() => vi.unstubAllGlobals());

describe('pullFeed', () => {
  it('asks without a version first and sets a bad record aside', async () => {
    const fetched = answerWith({
      version: 'a.1',
      full: true,
      changed: [record('1', { name: 'A' }), record('2', {})],
      removed: [],
    });
    const state = await pull();
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/feeds/orders');
    expect([...state.records.keys()]).toEqual(['ireca:1']);
    expect(state.setAside.get('ireca:2')).toEqual({ key: 'ireca:2', reason: 'no name' });
    expect(state.touched).toBeNull();
  });

  it('merges changes by version and keeps the identity of what did not change', async () => {
    answerWith({
      version: 'a.1',
      full: true,
      changed: [record('1', { name: 'A' }), record('2', { name: 'B' })],
      removed: [],
    });
    const first = await pull();
    const fetched = answerWith({
      version: 'a.2',
      full: false,
      changed: [record('2', { name: 'B2' })],
      removed: [],
    });
    const second = await pull(first);
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/feeds/orders?since=a.1');
    expect(second.records.get('ireca:1')).toBe(first.records.get('ireca:1'));
    expect(second.records.get('ireca:2')).toEqual({ name: 'B2' });
    expect(second.touched).toEqual(['ireca:2']);
  });

  it('keeps the same map when nothing changed, so that nothing is drawn again', async () => {
    answerWith({ version: 'a.1', full: true, changed: [record('1', { name: 'A' })], removed: [] });
    const first = await pull();
    answerWith({ version: 'a.1', full: false, changed: [], removed: [] });
    const second = await pull(first);
    expect(second.records).toBe(first.records);
    expect(second.touched).toEqual([]);
  });

  it('takes away what was removed, and a record that went bad', async () => {
    answerWith({
      version: 'a.1',
      full: true,
      changed: [record('1', { name: 'A' }), record('2', { name: 'B' })],
      removed: [],
    });
    const first = await pull();
    answerWith({ version: 'a.2', full: false, changed: [record('2', {})], removed: ['ireca:1'] });
    const second = await pull(first);
    expect(second.records.size).toBe(0);
    expect([...second.setAside.keys()]).toEqual(['ireca:2']);
  });

  it('forgets what it held when the proxy answers in full (it was restarted)', async () => {
    answerWith({ version: 'a.1', full: true, changed: [record('1', { name: 'A' })], removed: [] });
    const first = await pull();
    answerWith({ version: 'b.1', full: true, changed: [record('3', { name: 'C' })], removed: [] });
    expect([...(await pull(first)).records.keys()]).toEqual(['ireca:3']);
  });

  it('shows the first slice of a long first answer before the rest is parsed', async () => {
    const changed = Array.from({ length: 500 }, (_, n) => record(String(n), { name: `№${n}` }));
    answerWith({ version: 'a.1', full: true, changed, removed: [] });
    const partials: FeedState<Row>[] = [];
    const state = await pull(undefined, (partial) => partials.push(partial));
    expect(partials).toHaveLength(1);
    expect(partials[0]?.records.size).toBe(120);
    expect(partials[0]?.loading).toEqual({ done: 120, of: 500 });
    expect(state.records.size).toBe(500);
    expect(state.loading).toBeNull();
  });

  it('throws when the answer is no feed', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ hello: 1 })));
    await expect(pull()).rejects.toMatchObject({ code: 'badAnswer' });
  });

  it('waits for no timer in a page that nobody sees', async () => {
    vi.stubGlobal('document', { hidden: true });
    vi.useFakeTimers();
    try {
      const changed = Array.from({ length: 500 }, (_, id) => record(String(id), { name: 'A' }));
      answerWith({ version: 'a.1', full: true, changed, removed: [] });
      expect((await pull()).records.size).toBe(500);
    } finally {
      vi.useRealTimers();
    }
  });
});
