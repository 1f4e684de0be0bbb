import { describe, expect, it } from 'vitest';
import type { ChangedOrder } from '#src/contracts/changes.ts';
import { buildDigest, digestGaps } from '#src/domain/digest.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const NOW = 1000;
const dina = { by: { login: 'dina', name: 'Дина' } };
const denis = { by: { login: 'denis', name: 'Денис' } };

function digest(
  orders: ChangedOrder[],
  records: DispatchOrder[] = [],
  more: { from?: number; until?: number | null; ownLogin?: string | null } = {},
) {
  const { from = 100, until = null, ownLogin = 'dina' } = more;
  return buildDigest({
    changes: { orders },
    records: new Map(records.map((order) => [order.key, order])),
    span: { from, until },
    now: NOW,
    ownLogin,
  });
}
const keys = (entries: { key: string }[]) => entries.map(({ key }) => key);

describe('buildDigest', () => {
  it('puts each order into every group it belongs to and counts it once', () => {
    const result = digest([
      changedOrder(
        'ireca:1',
        orderStep(200, null, glance('6')),
        orderStep(300, glance('6'), glance('7')),
        orderStep(400, glance('7'), glance('11')),
      ),
      changedOrder('ireca:2', orderStep(500, glance('6'), glance('6', { courierId: '3' }), denis)),
    ]);
    expect(result.total).toBe(2);
    expect(result.groups.new[0]?.groups).toEqual(['new', 'couriers', 'cancelled']);
    expect(keys(result.groups.cancelled)).toEqual(['ireca:1']);
    expect(keys(result.groups.others)).toEqual(['ireca:2']);
  });

  it('does not call cancelled what was restored, and does what came cancelled', () => {
    const result = digest([
      changedOrder(
        'ireca:1',
        orderStep(200, glance('6'), glance('11')),
        orderStep(300, glance('11'), glance('6')),
      ),
      changedOrder('ireca:2', orderStep(200, null, glance('11'))),
      changedOrder('ireca:3', orderStep(200, glance('6'), glance('11')), orderStep(300, glance('11'), null)),
      changedOrder(
        'ireca:4',
        orderStep(200, glance('6'), glance('11')),
        orderStep(300, glance('11'), glance('6'), dina),
      ),
    ]);
    expect(keys(result.groups.cancelled).sort()).toEqual(['ireca:2', 'ireca:3']);
    expect(keys(result.groups.others)).toEqual(['ireca:1']);
    expect(keys(result.groups.new)).toEqual(['ireca:2']);
    expect([result.total, result.own]).toEqual([3, 1]);
  });

  it('counts among the cancelled what was deleted in Pult, and what was cancelled anew', () => {
    const result = digest(
      [
        changedOrder('ireca:1', orderStep(200, glance('6'), null, denis)),
        changedOrder('ireca:2', orderStep(200, glance('6'), null)),
        changedOrder(
          'ireca:3',
          orderStep(200, glance('11'), glance('6')),
          orderStep(300, glance('6'), glance('11')),
        ),
      ],
      [],
      { ownLogin: null },
    );
    expect(keys(result.groups.cancelled).sort()).toEqual(['ireca:1', 'ireca:3']);
    expect(keys(result.groups.gone)).toEqual(['ireca:2']);
  });

  it('leaves out one’s own deeds, and says how many orders that were', () => {
    const orders = [
      changedOrder('ireca:1', orderStep(200, glance('6'), glance('11'), dina)),
      changedOrder(
        'ireca:2',
        orderStep(200, glance('6'), glance('6', { courierId: '3' }), dina),
        orderStep(300, glance('6'), glance('7')),
      ),
    ];
    const without = digest(orders);
    expect([without.total, without.own]).toEqual([1, 1]);
    expect(without.groups.couriers[0]).toMatchObject({ key: 'ireca:2', groups: ['couriers'] });
    expect(without.groups.couriers[0]?.steps).toHaveLength(2);
    const withOwn = digest(orders, [], { ownLogin: null });
    expect([withOwn.total, withOwn.own]).toEqual([2, 0]);
    expect(withOwn.groups.couriers[0]?.groups).toEqual(['couriers', 'others']);
  });

  it('never puts down to oneself what somebody else did right after', () => {
    const steps = [
      orderStep(300, glance('6'), glance('6', { courierId: '3' }), dina),
      orderStep(310, glance('6', { courierId: '3' }), glance('6', { courierId: '3' })),
    ];
    expect(digest([changedOrder('ireca:1', ...steps)])).toMatchObject({
      own: 0,
      groups: { others: [{ key: 'ireca:1' }] },
    });
  });

  it('takes an unnamed edit of an order that a courier moved for a part of that', () => {
    const moved = [orderStep(300, glance('7'), glance('9')), orderStep(310, glance('9'), glance('9'))];
    expect(digest([changedOrder('ireca:1', ...moved)]).groups.others).toEqual([]);
    const named = [...moved, orderStep(320, glance('9'), glance('9'), denis)];
    expect(keys(digest([changedOrder('ireca:1', ...named)]).groups.others)).toEqual(['ireca:1']);
    const alone = orderStep(310, glance('6'), glance('6'));
    expect(keys(digest([changedOrder('ireca:1', alone)]).groups.others)).toEqual(['ireca:1']);
  });

  it('names open orders that are not listed any more, counts finished ones, and forgets a flicker', () => {
    const result = digest([
      changedOrder('ireca:1', orderStep(200, glance('6'), null)),
      changedOrder('kassa:2', orderStep(200, glance('FINISHED'), null)),
      changedOrder('ireca:3', orderStep(200, glance('6'), null), orderStep(300, null, glance('6'))),
      changedOrder('ireca:4', orderStep(200, glance('6'), null, denis)),
      changedOrder('ireca:5', orderStep(200, null, glance('6')), orderStep(300, glance('6'), null)),
    ]);
    expect(keys(result.groups.gone)).toEqual(['ireca:5', 'ireca:1']);
    expect(result.archived).toBe(1);
    expect(keys(result.groups.cancelled)).toEqual(['ireca:4']);
    expect(keys(result.groups.new)).toEqual(['ireca:5']);
    expect(result.total).toBe(3);
  });

  it('finds late orders also among those that nothing else happened to; those that still are stand first', () => {
    const records = [
      dispatchOrder({ id: '1', windowTo: 500 }),
      dispatchOrder({ id: '2', windowTo: 50 }),
      dispatchOrder({ id: '3', windowTo: 300, open: false, stage: 'delivered', status: '9' }),
    ];
    const delivered = orderStep(400, glance('7', { windowTo: 300 }), glance('9', { windowTo: 300 }));
    const result = digest([changedOrder('ireca:3', delivered)], records);
    expect(keys(result.groups.late)).toEqual(['ireca:1', 'ireca:3']);
    expect(result.groups.late[1]).toMatchObject({
      groups: ['couriers', 'late'],
      late: { ended: 'delivered' },
    });
    expect(result.total).toBe(2);
  });

  it('tells of lateness although everything else was one’s own deed', () => {
    const record = dispatchOrder({ id: '1', windowTo: 500 });
    const moved = orderStep(200, glance('6', { windowTo: 400 }), glance('6', { windowTo: 500 }), dina);
    expect(digest([changedOrder('ireca:1', moved)], [record])).toMatchObject({ total: 1, own: 0 });
  });

  it('keeps to its span: a later change does not count, yet is no reason to forget what was before', () => {
    const record = dispatchOrder({ id: '1', status: '9', stage: 'delivered', open: false, windowTo: 300 });
    const steps = [
      orderStep(200, glance('6', { windowTo: 300 }), glance('7', { windowTo: 300 })),
      orderStep(700, glance('7', { windowTo: 300 }), glance('9', { windowTo: 300 })),
    ];
    const result = digest([changedOrder('ireca:1', ...steps)], [record], { until: 500 });
    expect(result.groups.couriers[0]?.steps).toEqual([steps[0]]);
    expect(result.groups.late[0]?.late).toMatchObject({ ended: 'delivered', endedAt: 700 });
    expect(digest([changedOrder('ireca:1', ...steps)], [record], { from: 800 }).total).toBe(0);
  });

  it('calls an order as the board calls it now, and gives newest first', () => {
    const result = digest(
      [
        changedOrder('ireca:1', orderStep(200, null, glance('6'))),
        changedOrder('ireca:2', orderStep(300, null, glance('6'))),
      ],
      [dispatchOrder({ id: '1', number: 'Н-1' })],
    );
    expect(result.groups.new.map(({ number, order }) => [number, order?.id])).toEqual([
      ['G-2', undefined],
      ['Н-1', '1'],
    ]);
  });

  it('grows with orders and steps alone: ten thousand orders of five steps', () => {
    const orders = Array.from({ length: 10_000 }, (_, n) =>
      changedOrder(
        `ireca:${n}`,
        orderStep(200, null, glance('1')),
        orderStep(300, glance('1'), glance('6')),
        orderStep(400, glance('6'), glance('6', { courierId: '3' })),
        orderStep(500, glance('6'), glance('7')),
        orderStep(600, glance('7'), glance('9')),
      ),
    );
    const result = digest(orders);
    expect(result.total).toBe(10_000);
    expect(result.groups.couriers).toHaveLength(10_000);
  });
});

describe('digestGaps', () => {
  const MINUTE = 60_000;
  const gap = (from: number, to: number, system: 'ireca' | 'kassa' = 'ireca') => ({
    system,
    from: from * MINUTE,
    to: to * MINUTE,
  });
  const gaps = (
    knownFrom: number | null,
    blind: ReturnType<typeof gap>[] = [],
    until: number | null = null,
  ) =>
    digestGaps(
      { knownFrom: knownFrom === null ? null : knownFrom * MINUTE, blind, now: 1000 * MINUTE },
      { from: 100 * MINUTE, until: until === null ? null : until * MINUTE },
    );
  const minutes = (found: ReturnType<typeof gaps>) =>
    found.blind.map(({ systems, from, to }) => [systems.join('+'), from / MINUTE, to / MINUTE]);

  it('says when the log begins later than asked', () => {
    expect(gaps(300).knownFrom).toBe(300 * MINUTE);
    expect(gaps(100).knownFrom).toBeNull();
    expect(gaps(null).knownFrom).toBeNull();
  });

  it('keeps the blind intervals that touch the span, earliest first, and forgets moments', () => {
    const blind = [gap(400, 500), gap(10, 100), gap(90, 150), gap(600, 602)];
    expect(minutes(gaps(null, blind))).toEqual([
      ['ireca', 90, 150],
      ['ireca', 400, 500],
    ]);
    expect(minutes(gaps(null, blind, 400))).toEqual([['ireca', 90, 150]]);
  });

  it('tells an interval of both systems once', () => {
    const blind = [gap(400, 500), gap(400.2, 500.3, 'kassa'), gap(700, 720, 'kassa')];
    expect(minutes(gaps(null, blind))).toEqual([
      ['ireca+kassa', 400, 500],
      ['kassa', 700, 720],
    ]);
  });
});
