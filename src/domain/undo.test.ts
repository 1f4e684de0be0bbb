import { expect, it } from 'vitest';
import type { Action, OutcomeLine } from '#src/contracts/command.ts';
import { targetOf } from '#src/domain/target.ts';
import { undoTargets } from '#src/domain/undo.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const before = { status: '6', courierId: '1' };
const after = { status: '6', courierId: '2' };
const line = (changes: Partial<OutcomeLine> = {}): OutcomeLine => ({
  key: 'ireca:209900',
  outcome: 'done',
  reason: null,
  before,
  after,
  message: null,
  ...changes,
});
const assign: Action = { type: 'assign', courierId: '2' };

it('puts each order back to its own previous courier, guarded by what the action left', () => {
  const nobody = { status: 'ACCEPTED', courierId: '79990000000' };
  const given = { status: 'DISTRIBUTED', courierId: '79123456789' };
  expect(undoTargets(assign, [line(), line({ key: 'kassa:313626', before: nobody, after: given })])).toEqual([
    { system: 'ireca', id: '209900', seen: after, to: before },
    { system: 'kassa', id: '313626', seen: given, to: nobody },
  ]);
});

it.each([
  { outcome: 'failed' },
  { outcome: 'unknown', after: null },
  { outcome: 'changed' },
  { outcome: 'forbidden' },
  { before: null },
  { after: null },
  { after: before },
  { key: 'other:1' },
] as Partial<OutcomeLine>[])('leaves out %j', (changes) =>
  expect(undoTargets(assign, [line(changes)])).toEqual([]),
);

it('undoes changes of courier only: there is no way back from a cancelled order', () => {
  expect(undoTargets({ type: 'unassign' }, [line()])).toHaveLength(1);
  expect(undoTargets({ type: 'restore' }, [line()])).toHaveLength(1);
  expect(undoTargets({ type: 'cancel', reasonId: '1', comment: null }, [line()])).toEqual([]);
  expect(undoTargets({ type: 'reschedule', from: 1, to: 2 }, [line()])).toEqual([]);
  expect(undoTargets({ type: 'readdress', addressTo: 'Невский' }, [line()])).toEqual([]);
  expect(undoTargets({ type: 'setDelivery', deliveryStatusId: '6' }, [line()])).toEqual([]);
});

it('a target carries what the dispatcher sees', () => {
  expect(targetOf(dispatchOrder({ id: '7', courierId: '1' }))).toEqual({
    system: 'ireca',
    id: '7',
    seen: { status: '6', courierId: '1' },
  });
});
