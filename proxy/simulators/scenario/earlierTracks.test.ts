import { describe, expect, it } from 'vitest';
import { buildStreetGraph } from '../city/streetGraph.ts';
import { readCityMap } from '../city/cityMap.ts';
import { fromGmt, toGmt } from '../gmt.ts';
import { NOON, startForTest, type Row } from '../testing/startForTest.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const simulators = await startForTest({ orders: 220, couriers: 18 });
const couriers = (await simulators.control('ireca', 'GET', '/couriers')).rows;

async function trackOf(courierId: unknown, since: number): Promise<(Row & { at: number })[]> {
  const query = `courierId=${String(courierId)}&createdAt=${encodeURIComponent(toGmt(since))}`;
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await simulators.irecaCall('GET', `/locations?${query}&page=${page}&count=500`);
    rows.push(...answer.rows);
    if (answer.rows.length < 500) break;
  }
  return rows.map((row) => ({ ...row, at: fromGmt(row.createdAt) ?? 0 })).filter(({ at }) => at <= NOON);
}

const [onShift, offShift] = [true, false].map((is) =>
  couriers.filter((one) => one.onShift === is && one.lastFix !== null).map(({ courierId }) => courierId),
) as [unknown[], unknown[]];
const neverSeen = couriers.find(({ lastFix }) => lastFix === null)?.courierId;

describe('before the played-out part of the day', () => {
  it('couriers on shift were seen yesterday and all of today, in order of time, once a minute', async () => {
    for (const courierId of onShift.slice(0, 6)) {
      const fixes = await trackOf(courierId, NOON - 40 * HOUR);
      const steps = fixes.slice(1).map(({ at }, index) => at - (fixes[index]?.at ?? 0));
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
      expect(fixes.filter(({ at }) => at < NOON - 9 * HOUR).length).toBeGreaterThan(380);
      expect(fixes.filter(({ at }) => at > NOON - 2 * HOUR - 10 * MINUTE).length).toBeGreaterThan(110);
      // One silence in each shift, and the night.
      const silences = steps.filter((step) => step > 5 * MINUTE);
      expect(silences.filter((step) => step < HOUR).length).toBeGreaterThanOrEqual(1);
      expect(silences.filter((step) => step > 5 * HOUR)).toHaveLength(1);
    }
  });

  it('they carried orders to doors, near the streets and no faster than 25 km/h but for what a phone errs', async () => {
    const graph = buildStreetGraph(readCityMap());
    const fixes = await trackOf(onShift[1], NOON - 40 * HOUR);
    const metres = (a: Row, b: Row) =>
      Math.hypot(
        (Number(a.latitude) - Number(b.latitude)) * 111_195,
        (Number(a.longitude) - Number(b.longitude)) * 111_195 * Math.cos((59.93 * Math.PI) / 180),
      );
    for (const [index, fix] of fixes.entries()) {
      expect(graph.nearest([Number(fix.latitude), Number(fix.longitude)]).metres).toBeLessThan(18);
      const before = fixes[index - 1];
      if (!before) continue;
      const far = (((fix.at - before.at) / 1000) * 25) / 3.6 + 40;
      expect(metres(before, fix)).toBeLessThan(far);
    }
    const orders = new Set(fixes.map(({ orderId }) => orderId).filter((orderId) => orderId !== null));
    expect(orders.size).toBeGreaterThan(8);
    const statuses = new Set(fixes.map(({ deliveryStatusId }) => deliveryStatusId));
    expect([...statuses].sort()).toEqual([7, 9, null]);
  });

  it('those who have gone home have less than a page within the last day, who was never seen has nothing', async () => {
    expect(offShift).toHaveLength(3);
    for (const courierId of offShift) {
      expect((await trackOf(courierId, NOON - 24 * HOUR)).length).toBeLessThan(500);
      expect((await trackOf(courierId, NOON - 40 * HOUR)).length).toBeGreaterThan(300);
    }
    expect(await trackOf(neverSeen, 0)).toEqual([]);
  });

  it('it is the same on the same day, whoever is asked about first', async () => {
    const again = await startForTest({ orders: 220, couriers: 18 });
    const query = `/locations?courierId=${String(onShift[3])}&page=1&count=500`;
    const [one, other] = [await simulators.irecaCall('GET', query), await again.irecaCall('GET', query)];
    expect(one.rows).toHaveLength(500);
    expect(other.rows).toEqual(one.rows);
  });
});

describe('/__sim/positions', () => {
  const sentTo = (courierId: unknown) =>
    simulators.irecaCall('GET', `/locations?courierId=${String(courierId)}&page=1&count=500`);

  it('takes several odd fixes at once, in the order in which they are sent', async () => {
    const fix = (fields: Row) => ({ courierId: neverSeen, latitude: 59.9, longitude: 30.3, ...fields });
    const sent = [
      fix({ createdAt: NOON, orderId: 2255, deliveryStatusId: 7, accuracy: 24 }),
      fix({ createdAt: '2026-11-20 08:00:00', accuracy: null }),
      fix({ createdAt: null, latitude: 0, longitude: 0 }),
      fix({ createdAt: NOON + HOUR, latitude: 91 }),
      fix({ latitude: null, longitude: null }),
    ];
    expect((await simulators.control('ireca', 'POST', '/positions', sent)).status).toBe(201);
    expect((await sentTo(neverSeen)).rows).toMatchObject([
      { orderId: 2255, deliveryStatusId: 7, accuracy: 24, createdAt: toGmt(NOON) },
      { orderId: null, deliveryStatusId: null, accuracy: null, createdAt: '2026-11-20 08:00:00' },
      // This courier's app writes degrees as text.
      { latitude: '0.00000000000000', longitude: '0.00000000000000', createdAt: null },
      { latitude: '91.00000000000000', createdAt: toGmt(NOON + HOUR) },
      { latitude: '', longitude: '', accuracy: 10, createdAt: toGmt(NOON) },
    ]);
  });

  it('refuses what it cannot read, and then takes nothing of the list', async () => {
    const before = (await sentTo(onShift[0])).rows.length;
    const good = { courierId: onShift[0], latitude: 59.9, longitude: 30.3 };
    for (const bad of [
      { ...good, latitude: '59.9' },
      { ...good, longitude: undefined },
      { ...good, createdAt: 'yesterday' },
      { ...good, orderId: true },
    ]) {
      expect((await simulators.control('ireca', 'POST', '/positions', [good, bad])).status).toBe(400);
    }
    const stranger = [good, { ...good, courierId: '1' }];
    expect((await simulators.control('ireca', 'POST', '/positions', stranger)).status).toBe(404);
    expect((await sentTo(onShift[0])).rows).toHaveLength(before);
  });

  it('lets a phone have never sent anything', async () => {
    const path = `/positions?courierId=${String(onShift[4])}`;
    expect((await simulators.control('ireca', 'DELETE', path)).status).toBe(204);
    expect((await sentTo(onShift[4])).rows).toEqual([]);
  });
});
