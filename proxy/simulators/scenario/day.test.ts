import { describe, expect, it } from 'vitest';
import { buildStreetGraph } from '../city/streetGraph.ts';
import { readCityMap } from '../city/cityMap.ts';
import { distance, toMetres } from '../city/plane.ts';
import { fromGmt, toGmt } from '../gmt.ts';
import { NOON, startForTest, type Row } from '../testing/startForTest.ts';

const MINUTE = 60_000;
const simulators = await startForTest({ orders: 220, couriers: 18 });
const atStart = {
  ireca: (await simulators.irecaCall('GET', '/orders')).rows,
  kassa: (await simulators.kassaList()).rows,
  raw: (await simulators.control('ireca', 'GET', '/orders')).rows,
  couriers: (await simulators.control('ireca', 'GET', '/couriers')).rows,
};

const number = (value: unknown) => Number(String(value));
/** Fixes of the hours that are played out, and of the trails of those who have gone home. */
const fixesOf = async (courierId: unknown, hours = 12): Promise<Row[]> => {
  const since = encodeURIComponent(toGmt(NOON - hours * 60 * MINUTE));
  const query = `courierId=${String(courierId)}&createdAt=${since}`;
  const pages = await Promise.all(
    [1, 2].map((page) => simulators.irecaCall('GET', `/locations?${query}&page=${page}&count=500`)),
  );
  return pages.flatMap(({ rows }) => rows);
};

const OPEN = new Set([1, 5, 6, 7]);
const openIreca = atStart.raw.filter(({ deliveryStatusId }) => OPEN.has(number(deliveryStatusId)));
const openKassa = atStart.kassa.filter(({ currentStatusType }) =>
  ['NEW', 'ACCEPTED', 'DISTRIBUTED'].includes(String(currentStatusType)),
);

describe('a day of 220 orders and 18 couriers', () => {
  it('holds about as many orders of each kind as a real one', () => {
    const ends = [
      ...openIreca.map(({ deliveryTimeTo }) => fromGmt(deliveryTimeTo) ?? 0),
      ...openKassa.map(({ deliveryTime }) => number(deliveryTime)),
    ];
    const done =
      atStart.raw.filter(({ deliveryStatusId }) => deliveryStatusId === 9 || deliveryStatusId === 10).length +
      atStart.kassa.filter(({ currentStatusType }) =>
        ['ISSUED', 'FINISHED'].includes(String(currentStatusType)),
      ).length;
    const waiting =
      openIreca.filter(({ courierId }) => courierId === null).length +
      openKassa.filter(
        ({ currentStatusType, deliveryType }) =>
          currentStatusType !== 'DISTRIBUTED' && deliveryType === 'COURIER',
      ).length;
    const between = (value: number, low: number, high: number) => {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    };
    expect(atStart.ireca.length + atStart.kassa.length).toBe(220);
    between(atStart.kassa.length, 58, 66);
    between(ends.length, 60, 80);
    between(done, 120, 145);
    between(waiting, 12, 18);
    between(ends.filter((end) => end < NOON).length, 3, 6);
    between(ends.filter((end) => end >= NOON && end <= NOON + 30 * MINUTE).length, 6, 8);
  });

  it('promises at least half an hour, mostly on the half-hour', () => {
    const windows = atStart.raw
      .map((order) => [fromGmt(order.deliveryTimeFrom) ?? 0, fromGmt(order.deliveryTimeTo) ?? 0] as const)
      .filter(([from, to]) => to > from);
    expect(windows.every(([from, to]) => to - from >= 30 * MINUTE)).toBe(true);
    const round = windows.filter(([from]) => from % (30 * MINUTE) === 0);
    expect(round.length / windows.length).toBeGreaterThan(0.9);
  });

  it('has the odd records that real lists have', () => {
    const of = (test: (order: Row) => boolean) => openIreca.filter(test).length;
    const entity = (order: Row) => order.addressToEntity as Row | null;
    expect(of((order) => entity(order)?.latitude === 0)).toBe(1);
    expect(of((order) => entity(order) === null && order.addressTo !== '')).toBe(1);
    expect(of((order) => String(order.deliveryTimeTo) < String(order.deliveryTimeFrom))).toBe(1);
    expect(of((order) => order.courierId === '99999')).toBe(1);
    expect(of((order) => order.deliveryStatusId === 5)).toBe(1);
    expect(of((order) => order.codeAlias === null)).toBe(1);
    expect(atStart.ireca.filter((order) => !('codeAlias' in order))).toHaveLength(1);
  });

  it('has orders on which everything stands that the text knows of', async () => {
    const text = async (path: string) => (await simulators.irecaCall('GET', path)).rows;
    const full = openIreca.find(({ payments }) => (payments as Row[]).length > 0);
    const id = String(full?.orderId);
    const order = (await simulators.irecaCall('GET', `/orders?orderId=${id}`)).json;
    const some = expect.stringMatching(/./) as string;
    expect(order).toMatchObject({
      frReceiptStatusId: 1,
      frUsedPaymentId: expect.anything() as unknown,
      supplierId: '52',
      client: { firstname: some, inn: some, email: some },
      payments: [{ paymentTypeId: '4115', cardMask: some, rrn: some, cardAuth: some }],
    });
    expect(Number(order.prePaymentSum)).toBeGreaterThan(0);
    expect((order.goods as Row[])[0]).toMatchObject({
      vedCode: some,
      countryCode: some,
      customDeclarationCode: some,
      markValue: some,
      markBinaryValue: some,
      specificities: [{ title: some, value: some }, { title: some }],
      warehouses: [{ title: some, firstname: some, phone: some, tookCount: 0 }],
    });
    expect((await simulators.irecaCall('GET', `/orderReceipts?orderId=${id}`)).status).toBe(200);

    const struck = atStart.raw.find(({ goods }) =>
      (goods as { canceledItems: Row[] }[]).some(({ canceledItems }) => canceledItems.length > 0),
    );
    expect(struck).toMatchObject({ isEdited: 1, payments: [{ rrn: some }] });
    const struckId = String(struck?.orderId);
    expect(await text(`/bankTerminalLogs?orderId=${struckId}`)).toMatchObject([{ orderId: struckId }]);
    expect(await text(`/fiscalRegistratorLogs?orderId=${struckId}`)).toMatchObject([{ orderId: struckId }]);
    const journal = await text(`/journal?entityId=${struckId}&page=0&count=500`);
    expect(journal.map(({ createdAt }) => createdAt)).toEqual(
      journal.map(({ createdAt }) => createdAt).sort(),
    );
    expect(new Set(journal.map(({ source }) => source))).toContain('API');
    expect(journal.find(({ afterItem }) => (afterItem as Row | null)?.isEdited === 1)).toMatchObject({
      source: 'Application: iRECA Courier',
      beforeItem: { isEdited: 0 },
    });

    const returned = atStart.raw.filter(({ isReturned }) => isReturned === 1);
    expect(returned[0]).toMatchObject({
      hasReturnReceipt: true,
      returnedOrder: { returnedGoods: [{ returnReasonId: '5277' }], returnedPayments: [{}] },
    });
    const carried = openIreca
      .filter(({ deliveryStatusId }) => deliveryStatusId === 7)
      .map(({ orderId }) => text(`/bankTerminalLogs?orderId=${String(orderId)}`));
    expect((await Promise.all(carried)).flat().length).toBeGreaterThan(0);
  });

  it('takes as much money as goods cost, less discounts and what was struck out', () => {
    const paid = atStart.raw.filter(
      ({ deliveryStatusId, payments }) => deliveryStatusId === 10 && (payments as Row[]).length > 0,
    );
    expect(paid.length).toBeGreaterThan(30);
    for (const { goods, payments } of paid) {
      const due = (goods as { total: number; discountTotal: number; canceledItems: Row[] }[])
        .filter(({ canceledItems }) => canceledItems.length === 0)
        .reduce((sum, { total, discountTotal }) => sum + total + discountTotal, 0);
      expect((payments as Row[]).reduce((sum, { price }) => sum + number(price), 0)).toBeCloseTo(due, 2);
    }
  });

  it('has orders of Kassa with everything that its text knows of', () => {
    const of = (test: (order: Row) => boolean) => atStart.kassa.filter(test).length;
    expect(of(({ comment }) => Boolean(comment))).toBeGreaterThan(5);
    expect(of(({ deliveryType }) => deliveryType === 'SELF')).toBeGreaterThan(1);
    expect(of(({ properties }) => (properties as Row).prepayment === true)).toBeGreaterThan(1);
    expect(of(({ client }) => Boolean((client as Row).organizationInn))).toBeGreaterThan(2);
    expect(
      of(
        (order) =>
          order.currentStatusType === 'REFUSED' &&
          Boolean((order.onlineOrderStatuses as Row[]).at(-1)?.statusInfo),
      ),
    ).toBeGreaterThan(0);
    const given = atStart.kassa.filter(({ currentStatusType }) => currentStatusType === 'DISTRIBUTED');
    for (const order of given) {
      expect(order.routeSheetDocumentNumber).toMatch(/^МЛ-\d+$/);
      expect(number(order.routeSheetDocumentPosition)).toBeGreaterThan(0);
    }
  });

  it('has couriers on shift, gone home, never seen, and one whose phone shows the wrong time', async () => {
    expect(atStart.couriers.filter(({ onShift }) => onShift)).toHaveLength(14);
    expect(atStart.couriers.filter(({ hasEmployee }) => !hasEmployee)).toHaveLength(2);
    const all = await Promise.all(atStart.couriers.map(async ({ courierId }) => fixesOf(courierId)));
    const ages = all.map((fixes) => Math.max(...fixes.map(({ createdAt }) => fromGmt(createdAt) ?? 0)));
    expect(all.filter((fixes) => fixes.length === 0)).toHaveLength(1);
    expect(ages.filter((at) => at > 0 && at < NOON - 180 * MINUTE)).toHaveLength(3);
    expect(ages.filter((at) => at > NOON + 60 * MINUTE)).toHaveLength(1);
    expect(ages.filter((at) => at >= NOON - MINUTE)).toHaveLength(14);
    expect((await simulators.irecaCall('GET', '/licenses')).json).toMatchObject({ licenseUse: 15 });
  });
});

describe('as time goes on', () => {
  it('couriers stay on the streets, keep to 25 km/h and are seen once a minute', async () => {
    const graph = buildStreetGraph(readCityMap());
    simulators.pass(30 * MINUTE);
    for (const { courierId } of atStart.couriers.filter(({ onShift }) => onShift).slice(0, 8)) {
      const fixes = (await fixesOf(courierId, 2))
        .map((fix) => ({
          at: fromGmt(fix.createdAt) ?? 0,
          place: [number(fix.latitude), number(fix.longitude)] as [number, number],
        }))
        .filter(({ at }) => at <= simulators.clock.now);
      expect(fixes.length).toBeGreaterThan(140);
      expect(simulators.clock.now - (fixes.at(-1)?.at ?? 0)).toBeLessThanOrEqual(MINUTE);
      fixes.slice(1).forEach(({ at, place }, index) => {
        const previous = fixes[index];
        expect(graph.nearest(place).metres).toBeLessThan(2);
        const gone = distance(toMetres(previous?.place ?? place), toMetres(place));
        expect(gone).toBeLessThanOrEqual((((at - (previous?.at ?? at)) / 1000) * 25) / 3.6 + 1);
      });
    }
  });

  it('orders arrive, are delivered and closed; what nobody was given waits', async () => {
    simulators.pass(90 * MINUTE);
    const later = (await simulators.control('ireca', 'GET', '/orders')).rows;
    const before = new Map(atStart.raw.map((order) => [order.orderId, order]));
    expect(later.length).toBeGreaterThan(atStart.raw.length + 60);
    const closed = later.filter(
      ({ orderId, deliveryStatusId }) =>
        deliveryStatusId === 10 && number(before.get(orderId)?.deliveryStatusId) < 9,
    );
    expect(closed.length).toBeGreaterThan(10);
    for (const { orderId } of closed.slice(0, 5)) {
      const path = `/orders/journalStatuses?orderId=${String(orderId)}`;
      const statuses = (await simulators.irecaCall('GET', path)).rows.map(({ statusId }) => statusId);
      expect(statuses.slice(-4)).toEqual([6, 7, 9, 10]);
    }
    const waiting = openIreca.filter(({ courierId }) => courierId === null).map(({ orderId }) => orderId);
    expect(later.filter(({ orderId }) => waiting.includes(orderId))).toHaveLength(waiting.length);
    for (const order of later.filter(({ orderId }) => waiting.includes(orderId))) {
      expect(order.courierId).toBeNull();
    }
    const kassa = (await simulators.kassaList()).rows;
    const finished = kassa.filter(({ id, currentStatusType }) => {
      const was = atStart.kassa.find((order) => String(order.id) === String(id));
      return was?.currentStatusType === 'DISTRIBUTED' && currentStatusType === 'FINISHED';
    });
    expect(finished.length).toBeGreaterThan(5);
  });

  it('an order that is given to a courier is fetched and delivered', async () => {
    const [order] = openIreca.filter(
      ({ courierId, deliveryStatusId }) => courierId === null && deliveryStatusId === 6,
    );
    const idle = atStart.couriers.find(({ onShift }) => onShift);
    const assigned = await simulators.irecaCall('PUT', '/orders/multipleUpdate', {
      orderIds: [order?.orderId],
      attributes: { courierId: idle?.courierId },
    });
    expect(assigned.status).toBe(204);
    simulators.pass(180 * MINUTE);
    const { json } = await simulators.control('ireca', 'GET', `/orders/${String(order?.orderId)}`);
    expect(json.courierId).toBe(idle?.courierId);
    expect([10, 11]).toContain(json.deliveryStatusId);
  });
});

describe('the same seed', () => {
  const day = async (seed: number, steps: number[]) => {
    const other = await startForTest({ orders: 60, couriers: 8, seed });
    for (const step of steps) other.pass(step);
    const orders = (await other.irecaCall('GET', '/orders')).text;
    const kassa = (await other.kassaList()).text;
    const couriers = (await other.control('ireca', 'GET', '/couriers')).text;
    return orders + kassa + couriers;
  };

  it('gives the same day, in whatever steps it is let pass', async () => {
    const whole = await day(11, [20 * MINUTE]);
    expect(await day(11, [20 * MINUTE])).toBe(whole);
    expect(await day(11, [MINUTE, 7 * MINUTE, 12 * MINUTE])).toBe(whole);
    expect(await day(12, [20 * MINUTE])).not.toBe(whole);
  });
});

describe('the clock', () => {
  it('is the clock of the test when the test moves it, and runs ahead when only advance is called', async () => {
    const other = await startForTest({ orders: 20, couriers: 4 });
    const now = async () => (await other.control('ireca', 'GET', '/state')).json.now;
    expect(await now()).toBe(NOON);
    other.pass(MINUTE);
    expect(await now()).toBe(other.clock.now);
    await other.control('kassa', 'POST', '/advance', { ms: 5 * MINUTE });
    expect(await now()).toBe(other.clock.now + 5 * MINUTE);
  });

  it('runs by itself when it is live', async () => {
    const live = await startForTest({ orders: 220, couriers: 6, live: true, speed: 600, now: Date.now });
    const count = async () => number((await live.control('ireca', 'GET', '/state')).json.orders);
    const before = await count();
    await expect.poll(count, { timeout: 8_000 }).toBeGreaterThan(before + 5);
  });
});
