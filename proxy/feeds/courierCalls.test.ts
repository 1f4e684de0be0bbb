import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatGmt, parseGmt } from '#src/lib/dates.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

/** Poll, «обновить» and tracks together, counted at iRECA: what each courier is asked, and when. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const IDS = ['200', '201', '202', '203', '204', '205'];

let proxy: TestProxy;
let viewer: SignedIn;
let calls: { id: string; at: number; since: number | null }[];

beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
  calls = [];
  const { ireca, bend } = proxy.upstreams;
  ireca.couriers.splice(
    0,
    Infinity,
    ...IDS.map((courierId) => ({ courierId, title: '', phone: '', sourcePassword: '' })),
  );
  // The last two rest: they are asked about every ten minutes.
  ireca.licences.splice(
    0,
    Infinity,
    ...IDS.slice(0, 4).map((courierId) => ({ courierId, deviceId: courierId })),
  );
  bend.with = ({ path, query }) => {
    if (path !== '/locations') return null;
    const now = proxy.clock.now();
    const since = parseGmt(query['createdAt'] ?? '');
    calls.push({ id: query['courierId'] ?? '', at: now - START, since });
    // A fix a minute since five hours ago, as of now.
    const first = Math.max(since ?? 0, START - 5 * HOUR);
    const fixes = [];
    for (let at = Math.ceil(first / MINUTE) * MINUTE; at <= now; at += MINUTE) {
      fixes.push({ latitude: 59.93, longitude: 30.33, accuracy: 9, createdAt: formatGmt(at) });
    }
    return Response.json(fixes);
  };
});
afterEach(() => proxy.close());

const leastGap = (times: number[]) =>
  Math.min(Infinity, ...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
async function track(id: string, from = START - 4 * HOUR, to = START + 4 * HOUR) {
  const response = await viewer.get(`/api/tracks?courierId=${id}&from=${from}&to=${to}`);
  return (await response.json()) as { fixes: { createdAt: string }[]; asOf: number; retryAt: number | null };
}
const refresh = () => viewer.send('POST', '/api/feeds/positions/refresh');

/** So many seconds of a screen that pulls the feed twice a minute; `each` is done every second. */
async function seconds(count: number, each: (second: number) => Promise<unknown> = () => Promise.resolve()) {
  for (let second = 0; second < count; second += 1) {
    if (second % 30 === 0) await viewer.feed('positions');
    await each(second);
    await proxy.clock.advance(SECOND);
  }
}

describe('calls about one courier', () => {
  it('are one a minute, poll, «обновить» and open tracks together; opening a track is one more', async () => {
    await seconds(20);
    await track('200');
    await track('204');
    const opened = calls.length;
    // Two screens show the track of 200 and one that of 204, a hand presses «обновить» as fast as it can.
    await seconds(14 * 60, async (second) => {
      if (second % 61 === 0) await track('200');
      if (second % 61 === 17) await track('200');
      if (second % 61 === 40) await track('204');
      if (second % 7 === 0) await refresh();
    });
    for (const id of IDS) {
      const own = calls.slice(opened - 2).filter((call) => call.id === id);
      expect([id, own.length > 10, leastGap(own.map(({ at }) => at)) >= MINUTE]).toEqual([id, true, true]);
    }
    // Nothing was read from its beginning but the two tracks, when they were opened.
    expect(calls.filter(({ since }) => since === START - 4 * HOUR).map(({ id }) => id)).toEqual([
      '200',
      '204',
    ]);
  });

  it('stay one a minute while iRECA fails and comes back, and while licences cannot be read', async () => {
    const fine = proxy.upstreams.bend.with;
    let bad = '';
    proxy.upstreams.bend.with = (seen) => {
      if (bad === 'licences' && seen.path === '/licenses') return new Response(null, { status: 500 });
      const answer = fine?.(seen) ?? null;
      return answer && bad === 'fails' ? new Response(null, { status: 503 }) : answer;
    };
    const minutes = (count: number) =>
      seconds(count * 60, (second) => (second % 11 === 0 ? refresh() : Promise.resolve()));
    for (const [what, count] of [
      ['', 1],
      ['fails', 4],
      ['licences', 3],
      ['', 4],
    ] as const) {
      bad = what;
      const before = calls.length;
      await minutes(count);
      expect([what, calls.length > before]).toEqual([what, true]);
    }
    for (const id of IDS) {
      const times = calls.filter((call) => call.id === id).map(({ at }) => at);
      expect([id, leastGap(times) >= MINUTE]).toEqual([id, true]);
    }
    expect((await viewer.feed('positions')).problems).toEqual([]);
  });

  it('of who was on shift go on every minute while the licences cannot be read', async () => {
    await seconds(60);
    const fine = proxy.upstreams.bend.with;
    proxy.upstreams.bend.with = (seen) =>
      seen.path === '/licenses' ? new Response(null, { status: 500 }) : (fine?.(seen) ?? null);
    const before = calls.length;
    await seconds(3 * 60);
    const asked = calls.slice(before).map(({ id }) => id);
    for (const id of IDS.slice(0, 4)) expect(asked.filter((one) => one === id).length).toBeGreaterThan(2);
    expect(asked).not.toContain('205');
  });
});
