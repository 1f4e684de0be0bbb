/** Only what a reader would see otherwise makes a digest another one. */
import { describe, expect, it } from 'vitest';
import type { ChangedOrder } from '#src/contracts/changes.ts';
import { buildDigest } from '#src/domain/digest.ts';
import { sameDigest } from '#src/domain/digestSame.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

/** Always made of thin air: nothing keeps its identity. */
const digest = (orders: ChangedOrder[], records: DispatchOrder[] = [], now = 1000) =>
  buildDigest({
    changes: { orders },
    records: new Map(records.map((order) => [order.key, order])),
    span: { from: 100, until: null },
    now,
    ownLogin: null,
  });
const taken = (id: string, at = 200) => changedOrder(`ireca:${id}`, orderStep(at, glance('6'), glance('7')));

describe('two digests are the same', () => {
  it('when all was read anew and nothing happened, whatever comes first of one moment', () => {
    expect(sameDigest(digest([taken('1'), taken('2')]), digest([taken('2'), taken('1')]))).toBe(true);
  });

  it('when an order only gets later, or something that no row shows was changed', () => {
    const late = (comment: string) => [dispatchOrder({ id: '1', windowTo: 500, comment })];
    const before = digest([], late('а'));
    expect(before.groups.late).toHaveLength(1);
    expect(sameDigest(before, digest([], late('б'), 600_000))).toBe(true);
  });
});

describe('two digests differ', () => {
  it('when an order came to a group, or took another one’s place', () => {
    expect(sameDigest(digest([taken('1')]), digest([taken('1'), taken('2')]))).toBe(false);
    expect(sameDigest(digest([taken('1')]), digest([taken('2')]))).toBe(false);
  });

  it('when an order went on, changed back and forth, or was done by somebody else', () => {
    const before = digest([taken('1')]);
    const went = { ...taken('1'), steps: [...taken('1').steps, orderStep(300, glance('7'), glance('9'))] };
    expect(sameDigest(before, digest([went]))).toBe(false);
    expect(sameDigest(before, digest([taken('1', 250)]))).toBe(false);
    const edited = (by: { login: string; name: string } | null) =>
      digest([changedOrder('ireca:1', orderStep(200, glance('6'), glance('6'), { by }))]);
    expect(sameDigest(edited(null), edited({ login: 'dina', name: 'Дина' }))).toBe(false);
  });

  it('when the board has the order otherwise, or no longer', () => {
    const board = (changes: Partial<DispatchOrder>) =>
      digest([taken('1')], [dispatchOrder({ id: '1', ...changes })]);
    expect(sameDigest(board({}), board({ address: 'Невский, 10' }))).toBe(false);
    expect(sameDigest(board({}), board({ number: 'Н-2' }))).toBe(false);
    expect(sameDigest(board({}), board({ courierId: '3' }))).toBe(false);
    expect(sameDigest(board({}), digest([taken('1')]))).toBe(false);
  });

  it('when being late has ended', () => {
    const open = glance('7', { windowTo: 300 });
    const is = (status: string, at: number) =>
      digest([
        changedOrder(
          'ireca:1',
          orderStep(200, glance('6', { windowTo: 300 }), open),
          orderStep(at, open, { ...open, status }),
        ),
      ]);
    expect(sameDigest(is('9', 400), is('11', 400))).toBe(false);
  });
});
