import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastPositionSchema } from '#src/contracts/ireca/location.ts';
import { positionsRefreshSchema } from '#src/contracts/positionsRefresh.ts';
import { formatGmt } from '#src/lib/dates.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { createLogger } from '#proxy/logger.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import { createPositionsFeed } from './positions.ts';
import { createWatch } from './watch.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
let viewer: SignedIn;

beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

const MINUTE = 60_000;
const fix = (secondsFromStart: number, fields: Record<string, unknown> = {}) => ({
  orderId: 2255,
  deliveryStatusId: 7,
  latitude: '59.93',
  longitude: 30.33,
  accuracy: 24,
  createdAt: formatGmt(START + secondsFromStart * 1000),
  ...fields,
});
const asked = (courierId: string) =>
  proxy.upstreams.seen.filter(({ path, query }) => path === '/locations' && query['courierId'] === courierId);
const bodies = async () =>
  Object.fromEntries(
    (await viewer.feed('positions')).changed.map(({ id, body }) => [id, body as Record<string, unknown>]),
  );

/** The first pull after a start, with all that its round finds; `ms` is how long the screen has been open then. */
async function firstLook(ms = 50) {
  const answer = await viewer.feed('positions');
  const over = async () => expect((await viewer.feed('positions')).nextAt).toBeGreaterThan(proxy.clock.now());
  await vi.waitFor(over, { timeout: 10_000 });
  await proxy.clock.advance(ms);
  return answer;
}

/** So many minutes pass while the viewer's screen stays open, to the second at which a round is over. */
async function minutes(count: number) {
  for (let i = 0; i < count; i += 1) {
    await viewer.feed('positions');
    await proxy.clock.advance(MINUTE);
  }
}

const crowd = (count: number) => {
  const ids = Array.from({ length: count }, (_, index) => String(1000 + index));
  proxy.upstreams.ireca.couriers.push(
    ...ids.map((courierId) => ({ courierId, title: '', phone: '', sourcePassword: '' })),
  );
  return ids;
};
const onShift = (...ids: string[]) => {
  proxy.upstreams.ireca.licences.splice(
    0,
    Infinity,
    ...ids.map((courierId) => ({ courierId, deviceId: courierId })),
  );
};
/** When iRECA was asked about each courier, by the proxy's clock, in order. */
function watchCalls() {
  const calls: { id: string; at: number }[] = [];
  proxy.upstreams.bend.with = ({ path, query }) => {
    if (path === '/locations') calls.push({ id: query['courierId'] ?? '', at: proxy.clock.now() - START });
    return null;
  };
  return calls;
}
const gapsOf = (times: number[]) => times.slice(1).map((at, index) => at - (times[index] ?? 0));
const refresh = async (who = viewer) => {
  const response = await who.send('POST', '/api/feeds/positions/refresh');
  return { status: response.status, answer: positionsRefreshSchema.safeParse(await response.json()).data };
};

describe('GET /api/feeds/positions', () => {
  it('gives one last position per courier, as the contract reads it', async () => {
    proxy.upstreams.ireca.locations.set('100', [
      fix(-120, { latitude: 59.9 }),
      fix(-30),
      fix(-60, { latitude: 59.8 }),
    ]);
    const feed = await firstLook();
    expect(feed).toMatchObject({ full: true, problems: [], nextAt: START + MINUTE });
    expect(feed.changed.map(({ key }) => key)).toEqual(['ireca:100']);
    const position = lastPositionSchema.safeParse(feed.changed[0]?.body);
    expect(position.data).toMatchObject({
      courierId: '100',
      orderId: '2255',
      latitude: 59.93,
      longitude: 30.33,
      createdAt: START - 30_000,
    });
  });

  it('asks about a courier on shift once a minute however many watch, about others every ten minutes', async () => {
    const many = Promise.all(Array.from({ length: 10 }, () => viewer.feed('positions')));
    await firstLook();
    await many;
    expect([asked('100').length, asked('101').length]).toEqual([1, 1]);
    await minutes(9);
    expect([asked('100').length, asked('101').length]).toEqual([10, 1]);
    await minutes(1);
    await proxy.clock.advance(1000);
    expect([asked('100').length, asked('101').length]).toEqual([11, 2]);
  });

  it('asks about a courier with an open order every minute, on shift or not', async () => {
    const order = proxy.upstreams.ireca.orders.get('1');
    proxy.upstreams.ireca.orders.set('1', { ...order, courierId: '101', deliveryStatusId: 7 });
    await viewer.feed('orders');
    await firstLook();
    await minutes(2);
    await proxy.clock.advance(1000);
    expect(asked('101')).toHaveLength(3);
  });

  it('looks back an hour, then a day, then from the beginning, until something is found', async () => {
    await firstLook();
    await minutes(2);
    expect(asked('100').map(({ query }) => query['createdAt'])).toEqual([
      formatGmt(START - 60 * MINUTE),
      formatGmt(START + MINUTE - 24 * 60 * MINUTE),
      undefined,
    ]);
    proxy.upstreams.ireca.locations.set('100', [fix(170)]);
    await minutes(2);
    expect(asked('100').at(-1)?.query['createdAt']).toBe(formatGmt(START + 4 * MINUTE - 60 * MINUTE));
    expect(asked('100')[0]?.query).toMatchObject({ page: '1', count: '500' });
  });

  it('reads the wrapped form, and asks for the first page that the settings name', async () => {
    const other = await startTestProxy({ env: { IRECA_LOCATIONS_FIRST_PAGE: '0' } });
    onShift();
    other.upstreams.ireca.couriers.pop();
    other.upstreams.ireca.locations.set('100', { locations: [fix(-10)] });
    const feed = await (await other.signIn('viewer')).feed('positions');
    expect(feed.changed).toHaveLength(1);
    expect(other.upstreams.seen.find(({ path }) => path === '/locations')?.query['page']).toBe('0');
    await other.close();
  });

  it('keeps the last good position when a newer one cannot be believed, and says why', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    await firstLook();
    proxy.upstreams.ireca.locations.set('100', [fix(-30), fix(86_400, { latitude: 10 })]);
    await minutes(1);
    expect((await bodies())['100']).toMatchObject({
      latitude: 59.93,
      createdAt: formatGmt(START - 30_000),
      quarantined: {
        reason: 'future',
        createdAt: formatGmt(START + 86_400_000),
        latitude: 10,
        longitude: 30.33,
      },
    });
    proxy.upstreams.ireca.locations.set('100', [
      fix(100, { latitude: 59.95 }),
      fix(86_400, { latitude: 10 }),
    ]);
    await minutes(1);
    expect((await bodies())['100']).toMatchObject({ latitude: 59.95, quarantined: null });
  });

  it('makes no version when nobody moved, and tells only who did', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    proxy.upstreams.ireca.locations.set('101', [fix(-30)]);
    const first = await firstLook();
    await minutes(1);
    const second = await viewer.feed('positions', first.version);
    expect(second).toMatchObject({
      version: first.version,
      changed: [],
      nextAt: START + 2 * MINUTE,
      asOf: { ireca: START + MINUTE },
    });
    proxy.upstreams.ireca.locations.set('100', [fix(70)]);
    await minutes(1);
    const third = await viewer.feed('positions', first.version);
    expect(third.changed.map(({ id }) => id)).toEqual(['100']);
    expect(Number(third.version.split('.')[1])).toBe(Number(first.version.split('.')[1]) + 1);
  });

  it('keeps positions while iRECA fails, says so, and takes a courier who is gone off the map', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    const first = await firstLook();
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/couriers' ? new Response(null, { status: 500 }) : null;
    await minutes(1);
    expect(await viewer.feed('positions', first.version)).toMatchObject({
      changed: [],
      removed: [],
      problems: [{ system: 'ireca', code: 'refused', since: START + MINUTE }],
      asOf: first.asOf,
    });
    proxy.upstreams.bend.with = null;
    proxy.upstreams.ireca.couriers.shift();
    proxy.upstreams.ireca.licences.shift();
    await minutes(4);
    expect(await viewer.feed('positions', first.version)).toMatchObject({
      removed: ['ireca:100'],
      problems: [],
    });
  });

  it('gives a round up when iRECA answers nothing, instead of asking about everybody', async () => {
    crowd(200);
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/locations' ? new Response(null, { status: 503 }) : null;
    const feed = await firstLook(20_000);
    expect(feed.problems).toMatchObject([{ code: 'refused' }]);
    expect(proxy.upstreams.count('GET', '/locations')).toBeLessThan(32);
  });
});

describe('the calls of a minute', () => {
  it('leave each courier their minute while others join, leave and come in another order', async () => {
    const ids = crowd(12);
    const calls = watchCalls();
    onShift(...ids.slice(0, 6));
    await firstLook(2_000);
    for (let round = 0; round < 8; round += 1) {
      const from = round % 4;
      const now = [...ids.slice(from, from + 5 + (round % 3) * 3)];
      onShift(...(round % 2 ? now.reverse() : now));
      await viewer.feed('positions');
      await proxy.clock.advance(MINUTE);
    }
    for (const id of ids) {
      const times = calls.filter((call) => call.id === id).map(({ at }) => at);
      for (const gap of gapsOf(times)) expect(gap).toBeGreaterThanOrEqual(MINUTE);
    }
    // Two in the middle were on shift all the time: their minute is kept and no longer than that.
    const steady = calls.filter(({ id }) => id === ids[4]).map(({ at }) => at);
    expect(steady.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...gapsOf(steady))).toBeLessThan(MINUTE + 15_000);
    const all = calls.map(({ at }) => at).filter((at) => at >= MINUTE);
    expect(Math.min(...gapsOf(all))).toBeGreaterThanOrEqual(1_000);
  });

  it('bring their positions a few at a time, each time with how fresh they are', async () => {
    const ids = crowd(20);
    onShift(...ids);
    await firstLook(5_000);
    for (const id of ids) proxy.upstreams.ireca.locations.set(id, [fix(50)]);
    const before = await viewer.feed('positions');
    await proxy.clock.advance(MINUTE - 5_000);
    const told: number[] = [];
    const ages: (number | null)[] = [];
    for (let second = 0; second < 24; second += 1) {
      const now = await viewer.feed('positions', before.version);
      told.push(now.changed.length);
      ages.push(now.asOf.ireca === null ? null : (now.asOf.ireca - START) / 1000);
      if (second < 18) expect(now.nextAt).toBe(START + MINUTE);
      await proxy.clock.advance(1_000);
    }
    expect(told[3]).toBe(0);
    expect(told[5]).toBeGreaterThan(0);
    expect(told[5]).toBeLessThan(8);
    expect(told[13]).toBeLessThan(20);
    expect(told.at(-1)).toBe(20);
    expect(new Set(told).size).toBeLessThan(8);
    expect(ages[5]).toBeGreaterThanOrEqual(60);
    expect(ages.at(-1)).toBe(79);
    expect((await viewer.feed('positions')).nextAt).toBe(START + 2 * MINUTE);
  });

  it('stop when nobody watches any more, and go on with those who were left out', async () => {
    const ids = crowd(60);
    onShift(...ids);
    const calls = watchCalls();
    await firstLook(5_000);
    calls.length = 0;
    await proxy.clock.advance(MINUTE - 5_000 + 8_000);
    const before = calls.length;
    expect(before).toBeLessThan(20);
    await proxy.clock.advance(5 * MINUTE);
    expect(calls.length).toBe(before);
    await viewer.feed('positions');
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(before));
    await proxy.clock.advance(10_000);
    expect(new Set(calls.slice(before).map(({ id }) => id)).size).toBe(60);
    expect(calls[before]?.id).not.toBe(calls[0]?.id);
  });
});

describe('POST /api/feeds/positions/refresh', () => {
  it('asks nothing of those whose minute is not over, and says when the next ones come', async () => {
    await firstLook(10_000);
    const idle = { status: 200, answer: { asked: 0, nextAt: START + MINUTE } };
    expect(await refresh()).toEqual(idle);
    await proxy.clock.advance(20_000);
    expect(await refresh()).toEqual(idle);
    expect(proxy.upstreams.count('GET', '/locations')).toBe(2);
  });

  it('asks at once about those who rest, once, however many press it', async () => {
    const ids = crowd(10);
    await firstLook(5_000);
    await minutes(2);
    const [calls, second] = [watchCalls(), await proxy.signIn('dispatcher')];
    for (const id of ids) proxy.upstreams.ireca.locations.set(id, [fix(100)]);
    const answers = await Promise.all([refresh(), refresh(second)]);
    expect(Math.max(...answers.map(({ answer }) => answer?.asked ?? 0))).toBe(11);
    await proxy.clock.advance(2_000);
    expect(calls.map(({ id }) => id).sort()).toEqual(['101', ...ids].sort());
    expect(Math.min(...gapsOf(calls.map(({ at }) => at)))).toBeGreaterThanOrEqual(50);
    expect(Object.keys(await bodies()).sort()).toEqual(ids);
    expect((await refresh()).answer).toEqual({ asked: 0, nextAt: START + 3 * MINUTE });
    await minutes(1);
    const hundred = asked('100').length;
    expect(hundred).toBe(4);
    for (const id of ids) expect(calls.filter((call) => call.id === id)).toHaveLength(1);
  });

  it('tries again at once after a failure, when the minute is over', async () => {
    await firstLook(1_000);
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/couriers' ? new Response(null, { status: 500 }) : null;
    await viewer.feed('positions');
    await proxy.clock.advance(MINUTE);
    proxy.upstreams.bend.with = null;
    expect(await viewer.feed('positions')).toMatchObject({
      problems: [{ code: 'refused' }],
      nextAt: START + 3 * MINUTE,
    });
    expect((await refresh()).answer).toEqual({ asked: 2, nextAt: START + 3 * MINUTE });
    await proxy.clock.advance(1_000);
    expect(await viewer.feed('positions')).toMatchObject({ problems: [] });
    expect([asked('100').length, asked('101').length]).toEqual([2, 2]);
    // A minute later the lists too are read again by hand, though the poll still rests.
    await proxy.clock.advance(MINUTE - 1_000);
    const lists = proxy.upstreams.count('GET', '/licenses');
    await refresh();
    expect(proxy.upstreams.count('GET', '/licenses')).toBe(lists + 1);
  });

  it('is for who is signed in, and for our own page', async () => {
    expect(
      (await viewer.send('POST', '/api/feeds/positions/refresh', undefined, { cookie: '' })).status,
    ).toBe(401);
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await viewer.send('POST', '/api/feeds/positions/refresh', undefined, foreign)).status).toBe(403);
    expect(proxy.upstreams.count('GET', '/locations')).toBe(0);
  });
});

describe('the feed by itself', () => {
  const NOW = START;
  function byItself() {
    const time = manualClock(NOW);
    // Nothing here is waited for by the clock: slow answers overlap, as they do in life.
    const clock = { ...time, after: (ms: number, task: () => unknown) => time.after(ms, () => void task()) };
    const hold: { with: Promise<void> | null } = { with: null };
    const calls: { id: string; at: number }[] = [];
    const answers = {
      couriers: succeeded<unknown>([{ courierId: '1' }, { courierId: '2' }]),
      licences: succeeded<unknown>({ licenses: [{ courierId: '1' }, { courierId: '2' }] }),
    };
    const ireca = {
      couriers: () => Promise.resolve(answers.couriers),
      licences: () => Promise.resolve(answers.licences),
      locations: (courierId: string) => {
        calls.push({ id: courierId, at: clock.now() - NOW });
        return (hold.with ?? Promise.resolve()).then(() => succeeded<unknown>([fix(-100)]));
      },
    };
    const watch = createWatch(clock);
    const positions = createPositionsFeed({
      clock,
      watch,
      ireca,
      firstPage: 1,
      busyCouriers: () => new Set(),
      onRead: () => {},
      logger: createLogger('silent'),
    });
    const at = (courierId: string) => {
      const record = positions.feed.get(`ireca:${courierId}`);
      const { body } = JSON.parse(record?.json.toString() ?? '{}') as { body?: { createdAt: string } };
      return body?.createdAt ?? null;
    };
    const ids = () => calls.map(({ id }) => id);
    return { clock, calls, ids, positions, at, answers, hold };
  }

  it('spreads the calls of 500 couriers evenly over the minute, and asks about nobody twice in one', async () => {
    const { clock, calls, positions, answers } = byItself();
    await positions.pull(null);
    const everyone = Array.from({ length: 500 }, (_, index) => ({ courierId: String(index) }));
    answers.couriers = succeeded<unknown>(everyone);
    answers.licences = succeeded<unknown>({ licenses: everyone });
    for (let half = 0; half < 4; half += 1) {
      await positions.pull(null);
      await clock.advance(MINUTE / 2);
    }
    await clock.advance(50_000);
    // The newcomers' first round is over, and every one has a place in the minute from now on.
    for (let minute = 0; minute < 3; minute += 1) {
      calls.length = 0;
      for (let half = 0; half < 2; half += 1) {
        await positions.pull(null);
        await clock.advance(MINUTE / 2);
      }
      expect(calls).toHaveLength(500);
      expect(new Set(calls.map(({ id }) => id)).size).toBe(500);
      const gaps = new Set(gapsOf(calls.map(({ at }) => at)));
      expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([80, 80]);
    }
    positions.stop();
  });

  it('has no more than eight calls under way, however slow iRECA is', async () => {
    const { clock, calls, positions, answers, hold } = byItself();
    const everyone = Array.from({ length: 20 }, (_, index) => ({ courierId: String(index) }));
    answers.couriers = succeeded<unknown>(everyone);
    answers.licences = succeeded<unknown>({ licenses: everyone });
    await positions.pull(null);
    await vi.waitFor(() => expect(positions.nextAt()).toBe(NOW + MINUTE), { timeout: 5_000 });
    let release = () => {};
    hold.with = new Promise((resolve) => (release = resolve));
    await clock.advance(MINUTE - 1);
    await positions.pull(null);
    calls.length = 0;
    await clock.advance(40_000);
    expect(calls).toHaveLength(8);
    hold.with = null;
    release();
    await vi.waitFor(async () => {
      await clock.advance(1_000);
      expect(calls).toHaveLength(20);
    });
    for (let minute = 0; minute < 3; minute += 1) {
      await positions.pull(null);
      await clock.advance(MINUTE);
    }
    expect(calls.length).toBeGreaterThanOrEqual(60);
    for (const { courierId } of everyone) {
      const times = calls.filter(({ id }) => id === courierId).map(({ at }) => at);
      expect(Math.min(...gapsOf(times))).toBeGreaterThanOrEqual(MINUTE);
    }
    positions.stop();
  });

  it('takes the newest of a track, which was this courier’s call of the minute', async () => {
    const { clock, ids, positions, at } = byItself();
    await positions.pull(null);
    expect(ids()).toEqual(['1', '2']);
    await clock.advance(50_000);
    positions.learn('1', [fix(-100), fix(45, { latitude: 59.99 })], clock.now());
    expect(at('1')).toBe(formatGmt(NOW + 45_000));
    await positions.pull(null);
    await clock.advance(20_000);
    expect(ids()).toEqual(['1', '2', '2']);
    await positions.pull(null);
    await clock.advance(MINUTE);
    expect(ids().filter((id) => id === '1')).toHaveLength(2);
    positions.stop();
  });

  it('keeps what it learns of a courier until it knows that there is one, and tells nothing of strangers', async () => {
    const { ids, positions, at } = byItself();
    positions.learn('2', { locations: [fix(-20)] }, NOW);
    positions.learn('77', [fix(-20)], NOW);
    expect(at('2')).toBeNull();
    await positions.pull(null);
    expect(ids()).toEqual(['1']);
    expect([at('2'), at('77')]).toEqual([formatGmt(NOW - 20_000), null]);
    positions.stop();
  });
});
