import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastPositionSchema } from '#src/contracts/ireca/location.ts';
import { formatGmt } from '#src/lib/dates.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
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

/** A minute passes while the viewer's screen stays open. */
async function minutes(count: number) {
  for (let i = 0; i < count; i += 1) {
    await proxy.clock.advance(MINUTE - 1);
    await viewer.feed('positions');
    await proxy.clock.advance(1);
  }
}

describe('GET /api/feeds/positions', () => {
  it('gives one last position per courier, as the contract reads it', async () => {
    proxy.upstreams.ireca.locations.set('100', [
      fix(-120, { latitude: 59.9 }),
      fix(-30),
      fix(-60, { latitude: 59.8 }),
    ]);
    const feed = await viewer.feed('positions');
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
    await Promise.all(Array.from({ length: 10 }, () => viewer.feed('positions')));
    expect([asked('100').length, asked('101').length]).toEqual([1, 1]);
    await minutes(9);
    expect([asked('100').length, asked('101').length]).toEqual([10, 1]);
    await minutes(1);
    expect([asked('100').length, asked('101').length]).toEqual([11, 2]);
  });

  it('asks about a courier with an open order every minute, on shift or not', async () => {
    const order = proxy.upstreams.ireca.orders.get('1');
    proxy.upstreams.ireca.orders.set('1', { ...order, courierId: '101', deliveryStatusId: 7 });
    await viewer.feed('orders');
    await viewer.feed('positions');
    await minutes(2);
    expect(asked('101')).toHaveLength(3);
  });

  it('looks back an hour, then a day, then from the beginning, until something is found', async () => {
    await viewer.feed('positions');
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
    other.upstreams.ireca.locations.set('100', { locations: [fix(-10)] });
    const feed = await (await other.signIn('viewer')).feed('positions');
    expect(feed.changed).toHaveLength(1);
    expect(other.upstreams.seen.find(({ path }) => path === '/locations')?.query['page']).toBe('0');
    await other.close();
  });

  it('keeps the last good position when a newer one cannot be believed, and says why', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    await viewer.feed('positions');
    proxy.upstreams.ireca.locations.set('100', [fix(-30), fix(86_400, { latitude: 10 })]);
    await minutes(1);
    expect((await bodies())['100']).toMatchObject({
      latitude: 59.93,
      createdAt: formatGmt(START - 30_000),
      quarantined: { reason: 'future', createdAt: formatGmt(START + 86_400_000) },
    });
    proxy.upstreams.ireca.locations.set('100', [fix(100, { latitude: 59.95 })]);
    await minutes(1);
    expect((await bodies())['100']).toMatchObject({ latitude: 59.95, quarantined: null });
  });

  it('makes one version of a cycle, and none when nobody moved', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    proxy.upstreams.ireca.locations.set('101', [fix(-30)]);
    const first = await viewer.feed('positions');
    await minutes(1);
    const second = await viewer.feed('positions', first.version);
    expect(second).toMatchObject({ version: first.version, changed: [], nextAt: START + 2 * MINUTE });
    proxy.upstreams.ireca.locations.set('100', [fix(70)]);
    await minutes(1);
    const third = await viewer.feed('positions', first.version);
    expect(third.changed.map(({ id }) => id)).toEqual(['100']);
    expect(Number(third.version.split('.')[1])).toBe(Number(first.version.split('.')[1]) + 1);
  });

  it('keeps positions while iRECA fails, says so, and takes a courier who is gone off the map', async () => {
    proxy.upstreams.ireca.locations.set('100', [fix(-30)]);
    const first = await viewer.feed('positions');
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/couriers' ? new Response(null, { status: 500 }) : null;
    await minutes(1);
    expect(await viewer.feed('positions', first.version)).toMatchObject({
      changed: [],
      removed: [],
      problems: [{ system: 'ireca', code: 'refused', since: START + MINUTE }],
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

  it('gives a cycle up when iRECA answers nothing, instead of asking about everybody', async () => {
    proxy.upstreams.ireca.couriers.push(
      ...Array.from({ length: 200 }, (_, index) => ({
        courierId: String(1000 + index),
        title: '',
        phone: '',
      })),
    );
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/locations' ? new Response(null, { status: 503 }) : null;
    expect((await viewer.feed('positions')).problems).toMatchObject([{ code: 'refused' }]);
    expect(proxy.upstreams.count('GET', '/locations')).toBeLessThan(32);
  });

  it('asks about no more than eight couriers at once', async () => {
    proxy.upstreams.ireca.couriers.push(
      ...Array.from({ length: 40 }, (_, index) => ({
        courierId: String(1000 + index),
        title: '',
        phone: '',
      })),
    );
    let now = 0;
    let most = 0;
    proxy.upstreams.bend.with = async ({ path }) => {
      if (path !== '/locations') return null;
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return null;
    };
    await viewer.feed('positions');
    expect(most).toBe(8);
  });
});
