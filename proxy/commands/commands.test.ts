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
  bend.with = null;
  seen.length = 0;
  for (const id of ['1', '2', '3', '4', '5']) ireca.orders.set(id, irecaOrder(id));
  for (const id of ['21', '22']) kassa.orders.set(id, kassaOrderJson(id));
});

const ireca = (id: string, seen: Partial<Target['seen']> = {}): Target => ({
  system: 'ireca',
  id,
  seen: { status: '6', courierId: null, ...seen },
});
const kassa = (id: string, seen: Partial<Target['seen']> = {}): Target => ({
  system: 'kassa',
  id,
  seen: { status: 'ACCEPTED', courierId: '79110000000', ...seen },
});
const writes = () => proxy.upstreams.seen.filter(({ method }) => method === 'PUT');
const bodyOf = (index = 0) => JSON.parse(writes()[index]?.body ?? 'null') as Record<string, unknown>;

describe('iRECA', () => {
  it('assigns many with one multipleUpdate, reads each before and after, and answers what was read', async () => {
    const lines = await dispatcher.command(
      { type: 'assign', courierId: '100' },
      ['1', '2', '3'].map((id) => ireca(id)),
    );
    expect(lines).toHaveLength(3);
    expect(byKey(lines)['ireca:2']).toEqual({
      key: 'ireca:2',
      outcome: 'done',
      reason: null,
      before: { status: '6', courierId: null },
      after: { status: '6', courierId: '100' },
      message: null,
    });
    expect(writes()).toHaveLength(1);
    expect(bodyOf()).toEqual({ orderIds: ['1', '2', '3'], attributes: { courierId: '100' } });
    const reads = proxy.upstreams.seen.filter(
      ({ path, query }) => path === '/orders' && query['orderId'] === '2',
    );
    expect(reads).toHaveLength(2);
  });

  it('does not touch an order that is no longer what the dispatcher saw', async () => {
    proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { courierId: '101' }));
    const lines = byKey(
      await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1'), ireca('2')]),
    );
    expect(lines['ireca:1']?.outcome).toBe('done');
    expect(lines['ireca:2']).toMatchObject({ outcome: 'changed', after: { courierId: '101' } });
    expect(bodyOf()).toMatchObject({ orderIds: ['1'] });
  });

  it('does not make a move that is not legal from the state of the order', async () => {
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { deliveryStatusId: '10' }));
    const lines = await dispatcher.command({ type: 'assign', courierId: '100' }, [
      ireca('1', { status: '10' }),
    ]);
    expect(lines[0]).toMatchObject({ outcome: 'forbidden', reason: 'illegalMove' });
    expect(writes()).toHaveLength(0);
  });

  it('cancels with a reason, and never without one', async () => {
    const none = await dispatcher.command({ type: 'cancel', reasonId: null, comment: null }, [ireca('1')]);
    expect(none[0]).toMatchObject({ outcome: 'failed', reason: 'reasonRequired' });
    expect(writes()).toHaveLength(0);
    const lines = await dispatcher.command({ type: 'cancel', reasonId: '5276', comment: null }, [ireca('1')]);
    expect(lines[0]).toMatchObject({ outcome: 'done', after: { status: '11' } });
    expect(bodyOf()).toEqual({
      orderIds: ['1'],
      attributes: { deliveryStatusId: 11, returnReasonId: '5276' },
    });
  });

  it('sends windows in GMT, addresses in one line, nobody as an empty id, and sees that they arrived', async () => {
    const from = Date.UTC(2026, 2, 2, 12, 30);
    const moved = await dispatcher.command({ type: 'reschedule' }, [
      { ...ireca('1'), window: { from, to: from + 3_600_000 } },
    ]);
    const away = await dispatcher.command({ type: 'readdress', addressTo: ' Невский  пр., 1 ' }, [
      ireca('2'),
    ]);
    proxy.upstreams.ireca.orders.set('3', irecaOrder('3', { courierId: 100 }));
    const free = await dispatcher.command({ type: 'unassign' }, [ireca('3', { courierId: '100' })]);
    const ready = await dispatcher.command({ type: 'setDelivery', deliveryStatusId: '6' }, [ireca('4')]);
    expect([...moved, ...away, ...free].map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(writes().map(({ body }) => (JSON.parse(body) as { attributes: unknown }).attributes)).toEqual([
      { deliveryTimeFrom: '2026-03-02 12:30:00', deliveryTimeTo: '2026-03-02 13:30:00' },
      { addressTo: 'Невский  пр., 1' },
      { courierId: '' },
    ]);
    // 6 → 6 is no move of the dispatcher's.
    expect(ready[0]?.outcome).toBe('forbidden');
  });

  it('restores each order to its own previous courier, one write per courier', async () => {
    for (const id of ['1', '2', '3'])
      proxy.upstreams.ireca.orders.set(id, irecaOrder(id, { courierId: '100' }));
    const back = (id: string, courierId: string | null): Target => ({
      ...ireca(id, { courierId: '100' }),
      to: { status: '6', courierId },
    });
    const lines = await dispatcher.command({ type: 'restore' }, [
      back('1', '101'),
      back('2', null),
      back('3', '101'),
    ]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(writes()).toHaveLength(2);
    expect(proxy.upstreams.ireca.orders.get('3')?.['courierId']).toBe('101');
    expect(proxy.upstreams.ireca.orders.get('2')?.['courierId']).toBe('');
  });

  it('does not turn a status back when restoring', async () => {
    const target: Target = { ...ireca('1'), to: { status: '1', courierId: null } };
    expect(await dispatcher.command({ type: 'restore' }, [target])).toMatchObject([
      { outcome: 'forbidden', reason: 'notSupported' },
    ]);
    expect(writes()).toHaveLength(0);
  });

  it('says that nothing was applied when the read-back shows the old state', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? new Response(null, { status: 204 }) : null;
    const lines = await asTimePasses(
      proxy.clock,
      dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]),
    );
    expect(lines[0]).toMatchObject({ outcome: 'failed', reason: 'notApplied', after: { courierId: null } });
  });

  it('passes on the words of a refusal, even one with status 200', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? Response.json({ error: true, message: 'Курьер уволен' }) : null;
    const lines = await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]);
    expect(lines[0]).toMatchObject({
      outcome: 'failed',
      reason: 'upstreamRefused',
      message: 'Курьер уволен',
    });
  });

  it('writes nothing to an order that could not be read first; the others go on', async () => {
    proxy.upstreams.bend.with = ({ query }) =>
      query['orderId'] === '2' ? new Response('{"oops', { status: 200 }) : null;
    const lines = byKey(
      await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1'), ireca('2')]),
    );
    expect(lines['ireca:1']?.outcome).toBe('done');
    expect(lines['ireca:2']).toMatchObject({
      outcome: 'failed',
      reason: 'upstreamUnreachable',
      before: null,
    });
    expect(bodyOf()).toMatchObject({ orderIds: ['1'] });
  });

  it('takes another order than the one asked for as unreadable', async () => {
    proxy.upstreams.bend.with = ({ query }) =>
      query['orderId'] === '1' ? Response.json(irecaOrder('5')) : null;
    expect(await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')])).toMatchObject([
      { outcome: 'failed', reason: 'upstreamUnreachable' },
    ]);
  });

  it('says of an order that iRECA does not know that it is not there', async () => {
    expect(await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('77')])).toMatchObject([
      { outcome: 'failed', reason: 'notFound' },
    ]);
  });

  it('assigns only to a courier that iRECA has, asking anew before it says no', async () => {
    const unknown = await dispatcher.command({ type: 'assign', courierId: '999' }, [ireca('1'), kassa('21')]);
    expect(unknown.map(({ reason }) => reason)).toEqual(['courierUnknown', 'courierUnknown']);
    proxy.upstreams.ireca.couriers.push({ courierId: 999, title: 'Новый', phone: '' });
    const lines = await dispatcher.command({ type: 'assign', courierId: '999' }, [ireca('1')]);
    proxy.upstreams.ireca.couriers.pop();
    expect(lines[0]?.outcome).toBe('done');
  });
});

describe('a write that ends in silence, or in a crash without words', () => {
  it('is done when the read-back says so', async () => {
    proxy.upstreams.bend.with = ({ method }) => {
      if (method !== 'PUT') return null;
      proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '100' }));
      return new Response('gateway', { status: 504 });
    };
    const lines = await dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]);
    expect(lines[0]).toMatchObject({ outcome: 'done', after: { courierId: '100' } });
  });

  it('is asked about again after one and three seconds, then said to be unknown', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? new Response('<html>', { status: 500 }) : null;
    const reads = () =>
      proxy.upstreams.seen.filter(({ path, query }) => path === '/orders' && query['orderId'] === '1').length;
    const running = dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]);
    await expect.poll(reads).toBe(2);
    await proxy.clock.advance(1000);
    await expect.poll(reads).toBe(3);
    await proxy.clock.advance(2000);
    expect(await running).toMatchObject([
      { outcome: 'unknown', reason: 'notConfirmed', after: { courierId: null } },
    ]);
    expect(reads()).toBe(4);
  });

  it('is not called refused when the upstream said yes and shows it a second later', async () => {
    let reads = 0;
    proxy.upstreams.bend.with = ({ method, query }) => {
      if (method === 'PUT') return new Response(null, { status: 204 });
      if (query['orderId'] !== '1') return null;
      reads += 1;
      return Response.json(irecaOrder('1', { courierId: reads < 3 ? '' : 100 }));
    };
    const lines = await asTimePasses(
      proxy.clock,
      dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]),
    );
    expect(lines[0]?.outcome).toBe('done');
  });

  it('may still turn out done while it is asked about', async () => {
    let reads = 0;
    proxy.upstreams.bend.with = ({ method, query }) => {
      if (method === 'PUT') return new Response('gateway', { status: 502 });
      if (query['orderId'] !== '1') return null;
      reads += 1;
      return Response.json(irecaOrder('1', { courierId: reads < 3 ? '' : 100 }));
    };
    const running = dispatcher.command({ type: 'assign', courierId: '100' }, [ireca('1')]);
    await expect.poll(() => reads).toBe(2);
    await expect.poll(() => proxy.clock.advance(1000).then(() => reads)).toBe(3);
    expect((await running)[0]?.outcome).toBe('done');
  });
});

describe('Kassa', () => {
  it('assigns by the phone of the courier and keeps every digit and field of the order', async () => {
    const lines = await dispatcher.command({ type: 'assign', courierId: '100' }, [kassa('21')]);
    expect(lines[0]).toMatchObject({
      outcome: 'done',
      before: { status: 'ACCEPTED', courierId: '79110000000' },
      after: { status: 'DISTRIBUTED', courierId: '79110000001' },
    });
    const put = writes()[0]?.body ?? '';
    expect(put).toContain('"tradeObjectId":9007199254740993123');
    expect(put).toContain('"rolePerms":4641661977478446448639');
    expect(bodyOf()).toMatchObject({
      onlineOrder: {
        id: 21,
        currentStatusType: 'DISTRIBUTED',
        currentStatusTime: proxy.clock.now(),
        changed: proxy.clock.now(),
        responsiblePersonLogin: '79110000001',
        unknownField: { kept: true },
      },
      onlineOrderItems: [{ id: 5, price: 10.5 }],
      onlineOrderStatuses: [
        { id: 1, statusType: 'NEW' },
        {
          statusType: 'DISTRIBUTED',
          statusDate: proxy.clock.now(),
          userLogin: '79990001122',
          onlineOrderId: 21,
        },
      ],
    });
    expect(bodyOf()['onlineOrder']).not.toHaveProperty('onlineOrderItems');
  });

  it('cannot give an order to a courier without a phone, and says so', async () => {
    const lines = byKey(
      await dispatcher.command({ type: 'assign', courierId: '101' }, [kassa('21'), ireca('1')]),
    );
    expect(lines['kassa:21']).toMatchObject({ outcome: 'failed', reason: 'courierNotInKassa' });
    expect(lines['ireca:1']?.outcome).toBe('done');
    expect(writes()).toHaveLength(1);
  });

  it('refuses what is accepted, deletes what is new, and leaves alone what is issued', async () => {
    const { orders } = proxy.upstreams.kassa;
    orders.set('22', kassaOrderJson('22', { currentStatusType: 'NEW' }));
    orders.set('23', kassaOrderJson('23', { currentStatusType: 'ISSUED' }));
    const lines = byKey(
      await dispatcher.command({ type: 'cancel', reasonId: null, comment: 'Передумал' }, [
        kassa('21'),
        kassa('22', { status: 'NEW' }),
        kassa('23', { status: 'ISSUED' }),
      ]),
    );
    expect(lines['kassa:21']?.after?.status).toBe('REFUSED');
    expect(lines['kassa:22']?.after?.status).toBe('DELETED');
    expect(lines['kassa:23']).toMatchObject({ outcome: 'forbidden', reason: 'illegalMove' });
    expect(writes()).toHaveLength(2);
    expect(writes()[0]?.body).toContain('"statusInfo":"Передумал"');
    orders.delete('23');
  });

  it('gives an order that is taken from its courier back to its creator', async () => {
    const given = { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79110000001' };
    proxy.upstreams.kassa.orders.set('21', kassaOrderJson('21', given));
    const seen = { status: 'DISTRIBUTED', courierId: '79110000001' };
    expect(await dispatcher.command({ type: 'unassign' }, [kassa('21', seen)])).toMatchObject([
      { outcome: 'done', after: { status: 'ACCEPTED', courierId: '79110000000' } },
    ]);
  });

  it.each([
    ['NEW', 'ACCEPTED'],
    ['ACCEPTED', 'ACCEPTED'],
    ['DISTRIBUTED', 'DISTRIBUTED'],
  ])('restores what was %s to %s with the login it had', async (was, becomes) => {
    const given = { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79110000001' };
    proxy.upstreams.kassa.orders.set('21', kassaOrderJson('21', given));
    const target = {
      ...kassa('21', { status: 'DISTRIBUTED', courierId: '79110000001' }),
      to: { status: was, courierId: '79110000077' },
    };
    expect(await dispatcher.command({ type: 'restore' }, [target])).toMatchObject([
      { outcome: 'done', after: { status: becomes, courierId: '79110000077' } },
    ]);
  });

  it('has no way to move a time', async () => {
    expect(
      await dispatcher.command({ type: 'reschedule' }, [{ ...kassa('21'), window: { from: 1, to: 2 } }]),
    ).toMatchObject([{ outcome: 'forbidden', reason: 'notSupported' }]);
  });

  it('does not touch an order that changed, passes on words, and sees what was not applied', async () => {
    const changed = await dispatcher.command({ type: 'assign', courierId: '100' }, [
      kassa('21', { status: 'NEW' }),
    ]);
    expect(changed[0]?.outcome).toBe('changed');
    expect(writes()).toHaveLength(0);
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? Response.json({ message: 'Смена закрыта' }, { status: 422 }) : null;
    expect(await dispatcher.command({ type: 'assign', courierId: '100' }, [kassa('21')])).toMatchObject([
      {
        outcome: 'failed',
        reason: 'upstreamRefused',
        message: 'Смена закрыта',
        after: { status: 'ACCEPTED' },
      },
    ]);
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? new Response(null, { status: 200 }) : null;
    const ignored = dispatcher.command({ type: 'assign', courierId: '100' }, [kassa('21')]);
    expect(await asTimePasses(proxy.clock, ignored)).toMatchObject([
      { outcome: 'failed', reason: 'notApplied' },
    ]);
  });
});

describe('POST /api/commands', () => {
  const assign = { type: 'assign', courierId: '100' } as const;

  it('is not for a viewer', async () => {
    const viewer = await proxy.signIn('viewer');
    const body = { id: crypto.randomUUID(), action: assign, targets: [ireca('1')] };
    expect((await viewer.send('POST', '/api/commands', body)).status).toBe(403);
    expect(proxy.upstreams.seen).toHaveLength(0);
  });

  it.each([
    ['no id', { action: assign, targets: [ireca('1')] }],
    ['no targets', { id: crypto.randomUUID(), action: assign, targets: [] }],
    ['an unknown action', { id: crypto.randomUUID(), action: { type: 'burn' }, targets: [ireca('1')] }],
    ['an order twice', { id: crypto.randomUUID(), action: assign, targets: [ireca('1'), ireca('1')] }],
    [
      'restore without a state to go to',
      { id: crypto.randomUUID(), action: { type: 'restore' }, targets: [ireca('1')] },
    ],
    [
      'rescheduling without a window',
      { id: crypto.randomUUID(), action: { type: 'reschedule' }, targets: [ireca('1')] },
    ],
    [
      'a reversed window',
      {
        id: crypto.randomUUID(),
        action: { type: 'reschedule' },
        targets: [{ ...ireca('1'), window: { from: 2, to: 1 } }],
      },
    ],
    ['no JSON', '{'],
  ])('refuses %s', async (_, body) => {
    const response = await dispatcher.send('POST', '/api/commands', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    expect(writes()).toHaveLength(0);
  });

  it('refuses more than it can take', async () => {
    const response = await dispatcher.send('POST', '/api/commands', `"${'x'.repeat(300_000)}"`);
    expect(response.status).toBe(413);
  });

  it('repeats the answer, not the deed, when the same command comes again', async () => {
    const id = crypto.randomUUID();
    const first = await dispatcher.command(assign, [ireca('1')], id);
    const again = await dispatcher.command(assign, [ireca('1')], id);
    expect(again).toEqual(first);
    expect(writes()).toHaveLength(1);
  });

  it('joins the same command while it runs', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    const id = crypto.randomUUID();
    const first = dispatcher.command(assign, [ireca('1')], id);
    await expect.poll(() => writes().length).toBe(1);
    const second = dispatcher.command(assign, [ireca('1')], id);
    open();
    expect(await second).toEqual(await first);
    expect(writes()).toHaveLength(1);
  });

  it('refuses another command under the same id, but not the same id of another user', async () => {
    const id = crypto.randomUUID();
    await dispatcher.command(assign, [ireca('1')], id);
    const other = await dispatcher.send('POST', '/api/commands', {
      id,
      action: assign,
      targets: [ireca('2')],
    });
    expect(other.status).toBe(400);
    const admin = await proxy.signIn('admin');
    expect(await admin.command(assign, [ireca('2')], id)).toMatchObject([{ outcome: 'done' }]);
  });

  it('lets the second of two dispatchers know that the first was there', async () => {
    const admin = await proxy.signIn('admin');
    const answers = await Promise.all([
      dispatcher.command(
        { type: 'assign', courierId: '100' },
        ['1', '2', '3'].map((id) => ireca(id)),
      ),
      admin.command(
        { type: 'assign', courierId: '101' },
        ['3', '2', '1'].map((id) => ireca(id)),
      ),
    ]);
    const outcomes = answers.map((lines) => lines.map(({ outcome }) => outcome).join());
    expect(outcomes.sort()).toEqual(['changed,changed,changed', 'done,done,done']);
    expect(writes()).toHaveLength(1);
  });

  it('brings what was read back into the feed at once', async () => {
    const before = await dispatcher.feed('orders');
    await dispatcher.command(assign, [ireca('4'), kassa('22')]);
    const lists = proxy.upstreams.count('GET', '/orders');
    const after = await dispatcher.feed('orders', before.version);
    expect(after.full).toBe(false);
    expect(after.changed.map(({ key }) => key).sort()).toEqual(['ireca:4', 'kassa:22']);
    expect(proxy.upstreams.count('GET', '/orders')).toBe(lists);
  });

  it('sends each line the moment its order is settled', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method, system }) =>
      method === 'PUT' && system === 'kassa' ? gate : null;
    const body = { id: crypto.randomUUID(), action: assign, targets: [kassa('21'), ireca('1')] };
    const response = await dispatcher.send('POST', '/api/commands', body);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"key":"ireca:1".*\}\n$/);
    open();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"kassa:21"');
    expect((await reader?.read())?.done).toBe(true);
  });

  it('goes on when the browser went away', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    const body = { id: crypto.randomUUID(), action: assign, targets: [ireca('1')] };
    const response = await dispatcher.send('POST', '/api/commands', body);
    await expect.poll(() => writes().length).toBe(1);
    await response.body?.cancel();
    open();
    await expect.poll(() => proxy.upstreams.ireca.orders.get('1')?.['courierId']).toBe('100');
    expect(await dispatcher.command(assign, [ireca('1')], body.id)).toMatchObject([{ outcome: 'done' }]);
  });
});
