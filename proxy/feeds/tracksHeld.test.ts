import { describe, expect, it } from 'vitest';
import { formatGmt } from '#src/lib/dates.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import { createTracks } from './tracks.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TODAY = { from: NOW - 5 * HOUR, to: NOW + 5 * HOUR };

type Row = { createdAt: string; latitude: number };
const fix = (minutes: number, latitude = 59.9): Row => ({
  createdAt: formatGmt(NOW + minutes * MINUTE),
  latitude,
});
const fixes = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => fix(from + index * step));

/** Tracks over an iRECA that heeds nothing but `page`; a call takes `takes` of the clock's time. */
function tracksOf(rows: Row[]) {
  const clock = manualClock(NOW);
  const calls: { id: string; at: number; since: number | null; page: number }[] = [];
  const upstream = { rows, takes: 0 };
  const told: string[] = [];
  const feedAskedAt = new Map<string, number>();
  const tracks = createTracks({
    clock,
    firstPage: 1,
    ireca: {
      async locations(id, since, page) {
        calls.push({ id, at: clock.now() - NOW, since, page });
        if (upstream.takes > 0) await clock.advance(upstream.takes);
        return succeeded<unknown>(upstream.rows.slice((page - 1) * 500, page * 500));
      },
    },
    onRead: (courierId) => told.push(courierId),
    positionsAskedAt: (courierId) => feedAskedAt.get(courierId) ?? -Infinity,
  });
  const read = async (range = TODAY, id = '1') => {
    const reply = await tracks.read(id, range);
    if (!reply.ok) throw new Error(reply.failure.code);
    return reply.value;
  };
  /** The positions feed asks about a courier; `locations` null: and is given no answer. */
  const feed = (locations: unknown, since: number | null = clock.now() - HOUR, courierId = '1') => {
    feedAskedAt.set(courierId, clock.now());
    if (locations !== null) tracks.learn({ courierId, locations, since, askedAt: clock.now() });
  };
  return { clock, calls, upstream, told, tracks, read, feed };
}

describe('a track that is held', () => {
  it('grows by what the positions feed reads, with no call of its own', async () => {
    const { clock, calls, read, feed } = tracksOf(fixes(-100, 0));
    await read();
    for (let minute = 1; minute <= 10; minute += 1) {
      await clock.advance(MINUTE);
      feed({ locations: [...fixes(minute - 60, minute), ...(minute === 5 ? [fix(-40.5)] : [])] });
      const track = await read();
      expect(track.asOf).toBe(NOW + minute * MINUTE);
      // Late ones of the last hour are among them, and nothing stands there twice.
      expect(track.fixes).toHaveLength(101 + minute + (minute >= 5 ? 1 : 0));
    }
    expect(calls).toHaveLength(1);
  });

  it('is read on by itself where the feed brings nothing: it rests, it fails, its page is cut off', async () => {
    const { clock, calls, read, feed } = tracksOf(fixes(-100, 0));
    await read();
    await clock.advance(MINUTE);
    await read();
    expect(calls).toHaveLength(2);
    for (let minute = 0; minute < 4; minute += 1) {
      await clock.advance(MINUTE);
      feed(minute === 1 ? fixes(-60, 64, 0.2) : null);
      await read();
      // The minute's call was made, if in vain; after three of them the track does not wait any longer.
      expect(calls).toHaveLength(minute < 2 ? 2 : 3);
    }
    expect(calls.at(-1)).toMatchObject({ at: 4 * MINUTE });
  });

  it('learns nothing that leaves a hole, and nothing once nobody looks at it', async () => {
    const { clock, read, feed } = tracksOf(fixes(-100, 0));
    await read();
    await clock.advance(30 * SECOND);
    feed([fix(0.4)], NOW + 20 * SECOND);
    expect((await read()).asOf).toBe(NOW);
    await clock.advance(4 * MINUTE);
    feed([fix(4)]);
    expect((await read()).fixes).toHaveLength(101);
  });

  it('is read from its beginning every quarter of an hour, for what phones send hours later', async () => {
    const { clock, calls, upstream, read, feed } = tracksOf(fixes(-100, 0));
    await read();
    upstream.rows = [...fixes(-300, -200), ...fixes(-100, 0)];
    for (let minute = 1; minute <= 20; minute += 1) {
      await clock.advance(MINUTE);
      feed([]);
      await read();
    }
    expect(calls.map(({ at, since }) => [at / MINUTE, since])).toEqual([
      [0, TODAY.from],
      [15, TODAY.from],
    ]);
    expect((await read()).fixes).toHaveLength(202);
  });

  it('does not pile up where iRECA gives all it has, whatever it is asked', async () => {
    const { clock, calls, upstream, read } = tracksOf(fixes(-100, 0));
    await read();
    for (let minute = 1; minute <= 10; minute += 1) {
      upstream.rows = fixes(-100, minute);
      await clock.advance(MINUTE);
      expect((await read()).fixes).toHaveLength(101 + minute);
    }
    expect(calls).toHaveLength(11);
  });
});

describe('the turn of a courier', () => {
  it('begins when the last page has come: what took longer than a minute is not read again and again', async () => {
    const { clock, calls, upstream, read } = tracksOf(fixes(-1400, 0));
    upstream.takes = 25 * SECOND;
    const track = await read({ from: NOW - 24 * HOUR, to: NOW + HOUR });
    expect(calls.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(track).toMatchObject({ asOf: NOW, complete: true, retryAt: null });
    expect(clock.now()).toBe(NOW + 75 * SECOND);
    expect((await read({ from: NOW - 30 * HOUR, to: NOW })).retryAt).toBe(NOW + 135 * SECOND);
    expect(calls).toHaveLength(3);
  });

  it('outlives the track, which is forgotten when there are too many fixes', async () => {
    const { calls, read } = tracksOf(fixes(-1400, 0, 0.15));
    const day = { from: NOW - 24 * HOUR, to: NOW };
    for (let id = 1; id <= 12; id += 1) await read(day, String(id));
    const before = calls.length;
    expect(await read(day, '1')).toMatchObject({ fixes: [], retryAt: NOW + MINUTE });
    expect((await read(day, '12')).fixes.length).toBeGreaterThan(9_000);
    expect(calls).toHaveLength(before);
  });
});
