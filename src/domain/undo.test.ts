import { expect, it } from 'vitest';
import type { Action, OutcomeLine, Target } from '#src/contracts/command.ts';
import { targetOf } from '#src/domain/target.ts';
import { undoAction, undoTargets } from '#src/domain/undo.ts';
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
const NOTHING_SENT = new Map<string, Target>();
const assign: Action = { type: 'assign', courierId: '2' };

it('puts each order back to its own previous courier, guarded by what the action left', () => {
  const nobody = { status: 'ACCEPTED', courierId: '79990000000' };
  const given = { status: 'DISTRIBUTED', courierId: '79123456789' };
  expect(
    undoTargets(assign, [line(), line({ key: 'kassa:313626', before: nobody, after: given })], NOTHING_SENT),
  ).toEqual([
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
  expect(undoTargets(assign, [line(changes)], NOTHING_SENT)).toEqual([]),
);

it('puts couriers and windows back; from the rest there is no way back', () => {
  const back = (action: Action) => undoTargets(action, [line()], NOTHING_SENT);
  expect(back({ type: 'unassign' })).toHaveLength(1);
  expect(back({ type: 'restore' })).toHaveLength(1);
  expect(undoAction({ type: 'restore' })).toEqual({ type: 'restore' });
  for (const action of [
    { type: 'cancel', reasonId: '1', comment: null },
    { type: 'readdress', addressTo: 'Невский' },
    { type: 'setDelivery', deliveryStatusId: '6' },
    { type: 'delete' },
  ] as Action[]) {
    expect(back(action)).toEqual([]);
    expect(undoAction(action)).toBeNull();
  }
});

it('gives each order its own window back, guarded by the one it was given', () => {
  const window = { from: 3000, to: 4000 };
  const sent = (id: string, shownWindow: Target['shownWindow']): [string, Target] => [
    `ireca:${id}`,
    { system: 'ireca', id, seen: before, window, shownWindow },
  ];
  const targets = undoTargets(
    { type: 'reschedule' },
    ['1', '2', '3', '4', '5'].map((id) => line({ key: `ireca:${id}`, after: before })),
    new Map([
      sent('1', { from: 1000, to: 2000 }),
      sent('2', { from: 1500, to: 2500 }),
      // Of these there is nothing to go back to, or nothing that could be written.
      sent('3', { from: null, to: 2000 }),
      sent('4', { from: 2000, to: 1000 }),
    ]),
  );
  expect(undoAction({ type: 'reschedule' })).toEqual({ type: 'reschedule' });
  const back = (id: string, from: number, to: number): Target => ({
    system: 'ireca',
    id,
    seen: before,
    window: { from, to },
    shownWindow: window,
  });
  expect(targets).toEqual([back('1', 1000, 2000), back('2', 1500, 2500)]);
});

it('a target carries what the dispatcher sees', () => {
  expect(targetOf(dispatchOrder({ id: '7', courierId: '1' }))).toEqual({
    system: 'ireca',
    id: '7',
    seen: { status: '6', courierId: '1' },
  });
});
