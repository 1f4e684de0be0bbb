import { describe, expect, it } from 'vitest';
import type { ChangedOrder } from '#src/contracts/changes.ts';
import { buildDigest } from '#src/domain/digest.ts';
import { digestMemory } from '#src/domain/digestMemory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

/** A digest that remembers the one before it, and the same without a memory to compare it with. */
function remembering() {
  const memory = digestMemory();
  return (
    orders: ChangedOrder[],
    records: DispatchOrder[] = [],
    { now = 1000, from = 100, ownLogin = null as string | null } = {},
  ) => {
    const input = {
      changes: { orders },
      records: new Map(records.map((order) => [order.key, order])),
      span: { from, until: null },
      now,
      ownLogin,
    };
    const digest = buildDigest(input, memory);
    expect(digest).toEqual(buildDigest(input));
    return digest;
  };
}
const taken = (id: string) => changedOrder(`ireca:${id}`, orderStep(200, glance('6'), glance('7')));

describe('a digest with a memory', () => {
  it('keeps the entry of an order to which nothing happened, and makes anew that of one that went on', () => {
    const digest = remembering();
    const [one, two] = [taken('1'), taken('2')];
    const before = digest([one, two]);
    const went = { ...two, steps: [...two.steps, orderStep(300, glance('7'), glance('9'))] };
    const after = digest([one, went]);
    const entry = (of: typeof before, key: string) => of.groups.couriers.find((row) => row.key === key);
    expect(entry(after, 'ireca:1')).toBe(entry(before, 'ireca:1'));
    expect(entry(after, 'ireca:2')?.steps).toHaveLength(2);
  });

  it('makes anew the entry of an order that reads otherwise on the board', () => {
    const digest = remembering();
    const steps = taken('1');
    digest([steps], [dispatchOrder({ id: '1', number: 'Н-1' })]);
    const after = digest([steps], [dispatchOrder({ id: '1', number: 'Н-2' })]);
    expect(after.groups.couriers[0]?.number).toBe('Н-2');
  });

  it('notices that an order became late while nothing else happened, and keeps its entry from then on', () => {
    const digest = remembering();
    const changed = changedOrder(
      'ireca:1',
      orderStep(200, glance('6', { windowTo: 1500 }), glance('7', { windowTo: 1500 })),
    );
    const untouched = dispatchOrder({ id: '2', windowTo: 1600 });
    expect(digest([changed], [untouched]).groups.late).toEqual([]);
    const late = digest([changed], [untouched], { now: 2000 });
    expect(late.groups.late.map(({ key }) => key)).toEqual(['ireca:1', 'ireca:2']);
    const later = digest([changed], [untouched], { now: 3000 });
    expect(later.groups.late.every((row, index) => row === late.groups.late[index])).toBe(true);
  });

  it('keeps what is over, however late it gets', () => {
    const digest = remembering();
    const done = changedOrder(
      'ireca:1',
      orderStep(400, glance('7', { windowTo: 300 }), glance('9', { windowTo: 300 })),
    );
    const before = digest([done]);
    expect(before.groups.late[0]?.late?.ended).toBe('delivered');
    expect(digest([done], [], { now: 9000 }).groups.late[0]).toBe(before.groups.late[0]);
  });

  it('forgets all of it when something else is asked for', () => {
    const digest = remembering();
    const own = changedOrder('ireca:1', orderStep(200, glance('6'), glance('11'), { by: { login: 'dina', name: 'Дина' } })); // prettier-ignore
    expect(digest([own]).total).toBe(1);
    expect(digest([own], [], { ownLogin: 'dina' }).total).toBe(0);
    expect(digest([own], [], { from: 500 }).total).toBe(0);
    expect(digest([own]).total).toBe(1);
  });
});
