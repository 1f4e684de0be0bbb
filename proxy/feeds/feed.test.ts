import { describe, expect, it } from 'vitest';
import type { Feed } from './feed.ts';
import { createFeed } from './feed.ts';

const record = (id: string, text = id, meta = {}) => ({
  key: `ireca:${id}`,
  json: Buffer.from(JSON.stringify(text)),
  meta: { open: true, windowTo: null, courierId: null, ...meta },
});
const whole = (...ids: string[]) => new Set(ids.map((id) => `ireca:${id}`));

function filled() {
  const feed = createFeed();
  const read = feed.beginRead();
  feed.commit({ system: 'ireca', read, records: [record('1'), record('2')], whole: whole('1', '2') });
  return feed;
}

/** Changes with their records as text. */
const since = (feed: Feed, version: string | null) => {
  const changes = feed.changesSince(version);
  return { ...changes, changed: changes.changed.map(String) };
};

describe('feed', () => {
  it('tells a holder of a version only what changed since', () => {
    const feed = filled();
    const version = feed.version();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [record('2', 'new')] });
    expect(since(feed, version)).toEqual({ full: false, changed: ['"new"'], removed: [] });
    expect(since(feed, feed.version())).toEqual({ full: false, changed: [], removed: [] });
  });

  it('gives no new version to a record that is the same', () => {
    const feed = filled();
    const version = feed.version();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [record('1')], whole: whole('1', '2') });
    expect(feed.version()).toBe(version);
  });

  describe('a change that the board does not show', () => {
    const commit = (feed: Feed, from: 'list' | 'one', print: string) => {
      const version = feed.version();
      const keys = from === 'list' ? { whole: whole('1', '2') } : {};
      const read = feed.beginRead();
      feed.commit({ system: 'ireca', read, records: [{ ...record('1'), print }], ...keys });
      return feed.version() !== version;
    };

    it('is a new version, once', () => {
      const feed = filled();
      expect(commit(feed, 'list', 'a')).toBe(false);
      expect(commit(feed, 'list', 'a')).toBe(false);
      expect(commit(feed, 'list', 'b')).toBe(true);
      expect(commit(feed, 'list', 'b')).toBe(false);
    });

    it('is found by a single reading that follows a list', () => {
      const feed = filled();
      commit(feed, 'list', 'a');
      expect(commit(feed, 'one', 'a')).toBe(false);
      expect(commit(feed, 'one', 'b')).toBe(true);
    });

    it('is not made of what a list always leaves out', () => {
      const feed = filled();
      commit(feed, 'list', 'a');
      commit(feed, 'one', 'a and more');
      expect(commit(feed, 'list', 'a')).toBe(false);
      expect(commit(feed, 'one', 'a and more')).toBe(false);
    });
  });

  it.each([['nothing'], ['another.1'], ['x'.repeat(300)]])('gives everything to who holds %s', (held) => {
    expect(since(filled(), held === 'nothing' ? null : held)).toMatchObject({ full: true, removed: [] });
  });

  it('gives everything to who holds a version of another run, or one that never was', () => {
    const feed = filled();
    expect(since(feed, filled().version()).full).toBe(true);
    expect(since(feed, feed.version().replace(/\d+$/, '99')).full).toBe(true);
    expect(since(feed, feed.version().replace(/\d+$/, '-1')).full).toBe(true);
  });

  it('says what is gone, and not any more when it came back', () => {
    const feed = filled();
    const version = feed.version();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [], whole: whole('1') });
    expect(since(feed, version)).toEqual({ full: false, changed: [], removed: ['ireca:2'] });
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [record('2')] });
    expect(since(feed, version)).toEqual({ full: false, changed: ['"2"'], removed: [] });
  });

  it('keeps the other system when one was read whole', () => {
    const feed = filled();
    const kassa = {
      key: 'kassa:1',
      json: Buffer.from('"k"'),
      meta: { open: true, windowTo: null, courierId: null },
    };
    feed.commit({ system: 'kassa', read: feed.beginRead(), records: [kassa], whole: new Set(['kassa:1']) });
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [], whole: new Set() });
    expect([...feed.records()].map(({ key }) => key)).toEqual(['kassa:1']);
  });

  it('never lets an answer that was asked for earlier overwrite one asked for later', () => {
    const feed = filled();
    const early = feed.beginRead();
    const late = feed.beginRead();
    feed.commit({ system: 'ireca', read: late, records: [record('1', 'assigned')] });
    feed.commit({ system: 'ireca', read: late, records: [record('3', 'made meanwhile')] });
    feed.commit({
      system: 'ireca',
      read: early,
      records: [record('1', 'as it was')],
      whole: whole('1', '2'),
    });
    expect(String(feed.get('ireca:1')?.json)).toBe('"assigned"');
    expect(feed.get('ireca:3')).toBeDefined();
    feed.commit({ system: 'ireca', read: early, records: [], gone: ['ireca:1'] });
    expect(feed.get('ireca:1')).toBeDefined();
  });

  describe('a record that was removed', () => {
    const list = (feed: Feed, read: number, ...ids: string[]) =>
      feed.commit({
        system: 'ireca',
        read,
        records: ids.map((id) => record(id)),
        whole: whole(...ids),
      });
    const gone = (feed: Feed, read: number, id: string) =>
      feed.commit({ system: 'ireca', read, records: [], gone: [`ireca:${id}`] });

    it('is not brought back by a list that was asked for before, but by one asked for later', () => {
      const feed = filled();
      const early = feed.beginRead();
      expect(gone(feed, feed.beginRead(), '2').dropped).toEqual(['ireca:2']);
      const version = feed.version();
      expect(list(feed, early, '1', '2')).toEqual({ taken: [], dropped: [] });
      expect(feed.get('ireca:2')).toBeUndefined();
      expect(feed.version()).toBe(version);
      list(feed, feed.beginRead(), '1', '2');
      expect(feed.get('ireca:2')).toBeDefined();
      expect(since(feed, version)).toEqual({ full: false, changed: ['"2"'], removed: [] });
    });

    it('is not brought back by a slow reading of its own that began before the list without it', () => {
      const feed = filled();
      const early = feed.beginRead();
      list(feed, feed.beginRead(), '1');
      feed.commit({ system: 'ireca', read: early, records: [record('2', 'as it was')] });
      expect(feed.get('ireca:2')).toBeUndefined();
    });

    it('stays so when a later reading has said it once more', () => {
      const feed = filled();
      gone(feed, feed.beginRead(), '2');
      const early = feed.beginRead();
      const version = feed.version();
      gone(feed, feed.beginRead(), '2');
      expect(feed.version()).toBe(version);
      list(feed, early, '1', '2');
      expect(feed.get('ireca:2')).toBeUndefined();
    });
  });

  it('gives everything to who slept through more removals than are remembered', () => {
    const feed = createFeed();
    const many = Array.from({ length: 5002 }, (_, index) => record(String(index)));
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: many });
    const asleep = feed.version();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [], gone: ['ireca:0', 'ireca:1'] });
    const awake = feed.version();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [], whole: new Set() });
    expect(since(feed, asleep).full).toBe(true);
    expect(since(feed, awake)).toMatchObject({ full: false, changed: [] });
    expect(since(feed, awake).removed).toHaveLength(5000);
  });

  it('puts open records first, by the end of their window, so the first rows are those needed first', () => {
    const feed = createFeed();
    const records = [
      record('closed-early', 'closed-early', { open: false, windowTo: 1 }),
      record('open-none', 'open-none'),
      record('closed-late', 'closed-late', { open: false, windowTo: 9 }),
      record('open-late', 'open-late', { windowTo: 5 }),
      record('open-early', 'open-early', { windowTo: 2 }),
    ];
    feed.commit({ system: 'ireca', read: feed.beginRead(), records });
    const order = ['open-early', 'open-late', 'open-none', 'closed-late', 'closed-early'];
    expect(since(feed, null).changed).toEqual(order.map((id) => JSON.stringify(id)));
  });
});
