/** The rarer commands against small upstreams over real HTTP: windows, addresses, statuses, deleting. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '#src/contracts/command.ts';
import { asTimePasses, byKey } from '#proxy/testing/commandTime.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder, kassaOrderJson } from '#proxy/testing/testUpstreams.ts';

let proxy: TestProxy;
let dispatcher: SignedIn;

beforeAll(async () => {
  proxy = await startTestProxy();
  dispatcher = await proxy.signIn();
});
afterAll(() => proxy.close());
beforeEach(() => {
  const { ireca, kassa, bend, seen } = proxy.upstreams;
  bend.with = deleting;
  seen.length = 0;
  for (const id of ['1', '2', '3']) ireca.orders.set(id, irecaOrder(id));
  kassa.orders.set('21', kassaOrderJson('21'));
});

/** The small iRECA knows no deleting of its own. */
const deleting: TestProxy['upstreams']['bend']['with'] = ({ method, path, query }) => {
  if (method !== 'DELETE' || path !== '/orders') return null;
  const gone = proxy.upstreams.ireca.orders.delete(query['orderId'] ?? '');
  return gone
    ? new Response(null, { status: 204 })
    : Response.json({ error: true, message: 'Модель не существует' }, { status: 400 });
};

const HOUR = 3_600_000;
/** As it stands in `irecaOrder`. */
const OWN = { from: Date.UTC(2026, 2, 2, 9), to: Date.UTC(2026, 2, 2, 10) };
const ADDRESS = 'Санкт-Петербург Улица правды 24 44';

const ireca = (id: string, changes: Partial<Target> = {}): Target => ({
  system: 'ireca',
  id,
  seen: { status: '6', courierId: null },
  ...changes,
});
const moved = (id: string, by: number, shownWindow = OWN): Target =>
  ireca(id, { window: { from: OWN.from + by, to: OWN.to + by }, shownWindow });
const writes = () => proxy.upstreams.seen.filter(({ method }) => method !== 'GET' && method !== 'POST');
const attributes = () =>
  writes().map(({ body }) => JSON.parse(body) as { orderIds: string[]; attributes: Record<string, string> });

describe('reschedule', () => {
  it('gives each order its own window, one write for each that is the same', async () => {
    const lines = await dispatcher.command({ type: 'reschedule' }, [
      moved('1', HOUR),
      moved('2', 2 * HOUR),
      moved('3', HOUR),
    ]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(attributes()).toEqual([
      {
        orderIds: ['1', '3'],
        attributes: { deliveryTimeFrom: '2026-03-02 10:00:00', deliveryTimeTo: '2026-03-02 11:00:00' },
      },
      {
        orderIds: ['2'],
        attributes: { deliveryTimeFrom: '2026-03-02 11:00:00', deliveryTimeTo: '2026-03-02 12:00:00' },
      },
    ]);
  });

  it('does not touch an order whose window somebody else has moved meanwhile', async () => {
    proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { deliveryTimeTo: '2026-03-02 10:30:00' }));
    const lines = byKey(
      await dispatcher.command({ type: 'reschedule' }, [moved('1', HOUR), moved('2', HOUR)]),
    );
    expect(lines['ireca:1']?.outcome).toBe('done');
    expect(lines['ireca:2']).toMatchObject({ outcome: 'changed', reason: 'windowChanged' });
    expect(attributes()).toMatchObject([{ orderIds: ['1'] }]);
  });

  it('is for an order without a window too, when none was on screen', async () => {
    const none = { deliveryTimeFrom: null, deliveryTimeTo: '' };
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', none));
    const target = { ...ireca('1', { window: OWN }), shownWindow: { from: null, to: null } };
    expect(await dispatcher.command({ type: 'reschedule' }, [target])).toMatchObject([{ outcome: 'done' }]);
  });
});

describe('readdress', () => {
  it('writes one line, and does not touch an order whose address has changed meanwhile', async () => {
    proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { addressTo: 'Садовая 1' }));
    const lines = byKey(
      await dispatcher.command({ type: 'readdress', addressTo: 'Невский пр., 1' }, [
        ireca('1', { shownAddress: ADDRESS }),
        ireca('2', { shownAddress: ADDRESS }),
      ]),
    );
    expect(lines['ireca:1']?.outcome).toBe('done');
    expect(lines['ireca:2']).toMatchObject({ outcome: 'changed', reason: 'addressChanged' });
    expect(attributes()).toEqual([{ orderIds: ['1'], attributes: { addressTo: 'Невский пр., 1' } }]);
  });
});

describe('setDelivery', () => {
  it('makes 1 ready, and nothing else', async () => {
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { deliveryStatusId: 1 }));
    const lines = byKey(
      await dispatcher.command({ type: 'setDelivery', deliveryStatusId: '6' }, [
        ireca('1', { seen: { status: '1', courierId: null } }),
        ireca('2'),
      ]),
    );
    expect(lines['ireca:1']).toMatchObject({ outcome: 'done', after: { status: '6' } });
    expect(lines['ireca:2']).toMatchObject({ outcome: 'forbidden', reason: 'illegalMove' });
    expect(attributes()).toEqual([{ orderIds: ['1'], attributes: { deliveryStatusId: 6 } }]);
  });
});

describe('delete', () => {
  it('deletes each order with a call of its own, sees that it is gone, and takes it off the board at once', async () => {
    const board = await dispatcher.feed('orders');
    const lines = await dispatcher.command({ type: 'delete' }, [ireca('1'), ireca('2')]);
    expect(byKey(lines)['ireca:1']).toEqual({
      key: 'ireca:1',
      outcome: 'done',
      reason: null,
      before: { status: '6', courierId: null },
      after: null,
      message: null,
    });
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(writes().map(({ method, path, query }) => [method, path, query])).toEqual([
      ['DELETE', '/orders', { orderId: '1' }],
      ['DELETE', '/orders', { orderId: '2' }],
    ]);
    const after = await dispatcher.feed('orders', board.version);
    expect(after.full).toBe(false);
    expect([...after.removed].sort()).toEqual(['ireca:1', 'ireca:2']);
  });

  it('touches nothing that changed, that a courier carries, that is delivered, or that is in Kassa', async () => {
    const { orders } = proxy.upstreams.ireca;
    orders.set('1', irecaOrder('1', { courierId: '100' }));
    orders.set('2', irecaOrder('2', { deliveryStatusId: 7 }));
    orders.set('3', irecaOrder('3', { deliveryStatusId: 9 }));
    const lines = byKey(
      await dispatcher.command({ type: 'delete' }, [
        ireca('1'),
        ireca('2', { seen: { status: '7', courierId: null } }),
        ireca('3', { seen: { status: '9', courierId: null } }),
        { system: 'kassa', id: '21', seen: { status: 'ACCEPTED', courierId: '79110000000' } },
        ireca('77'),
      ]),
    );
    expect(lines['ireca:1']?.outcome).toBe('changed');
    expect(lines['ireca:2']).toMatchObject({ outcome: 'forbidden', reason: 'illegalMove' });
    expect(lines['ireca:3']).toMatchObject({ outcome: 'forbidden', reason: 'illegalMove' });
    expect(lines['kassa:21']).toMatchObject({ outcome: 'forbidden', reason: 'notSupported' });
    expect(lines['ireca:77']).toMatchObject({ outcome: 'failed', reason: 'notFound' });
    expect(writes()).toHaveLength(0);
  });

  it('says that nothing was applied when iRECA said yes and the order is still there', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : null;
    const lines = await asTimePasses(proxy.clock, dispatcher.command({ type: 'delete' }, [ireca('1')]));
    expect(lines).toMatchObject([{ outcome: 'failed', reason: 'notApplied', after: { status: '6' } }]);
    expect(writes()).toHaveLength(1);
  });

  it('passes on the words of a refusal', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'DELETE' ? Response.json({ error: true, message: 'У заказа есть чек' }) : null;
    expect(await dispatcher.command({ type: 'delete' }, [ireca('1')])).toMatchObject([
      { outcome: 'failed', reason: 'upstreamRefused', message: 'У заказа есть чек' },
    ]);
  });

  it('after silence is done when the order is gone, and unknown while it is not', async () => {
    proxy.upstreams.bend.with = (seen) => {
      if (seen.method !== 'DELETE') return null;
      if (seen.query['orderId'] === '1') void deleting(seen);
      return new Response('gateway', { status: 504 });
    };
    const lines = byKey(
      await asTimePasses(proxy.clock, dispatcher.command({ type: 'delete' }, [ireca('1'), ireca('2')])),
    );
    expect(lines['ireca:1']).toMatchObject({ outcome: 'done', after: null });
    expect(lines['ireca:2']).toMatchObject({ outcome: 'unknown', reason: 'notConfirmed' });
  });
});
