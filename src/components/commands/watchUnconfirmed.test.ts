/** Orders that could not be confirmed, against what later reads of the system show. */
import { expect, test } from 'vitest';
import type { OutcomeLine } from '#src/contracts/command.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { CommandRun, NewRun } from './commandRun.ts';
import { makeRun, runRows, runTarget } from './commandRun.ts';
import { watchUnconfirmed } from './watchUnconfirmed.ts';

const directory = directoryOf([{ courierId: '7', title: 'Алексей Быстров', phone: '+79111111111' }]);

function unconfirmed(
  order: DispatchOrder,
  action: NewRun['action'] = { type: 'assign', courierId: '7' },
): CommandRun {
  const made = makeRun({ action, targets: [runTarget(order)] }, 0, () => 'id');
  const line: OutcomeLine = {
    key: order.key,
    outcome: 'unknown',
    reason: 'notConfirmed',
    before: order.seen,
    after: null,
    message: null,
  };
  return {
    ...made,
    state: 'settled',
    chunks: made.chunks.map((chunk) => ({ ...chunk, state: 'settled' })),
    lines: { [order.key]: line },
    watch: { [order.key]: { asOf: 100, reads: 0 } },
  };
}

const feed = (asOf: number, ...orders: DispatchOrder[]) => ({
  asOf: { ireca: asOf, kassa: asOf },
  records: new Map(orders.map((order) => [order.key, order])),
  setAside: new Map(),
  loading: null,
});
const stateOf = (run: CommandRun) => runRows(run)[0]?.state;

const free = dispatchOrder({ id: '1' });
const given = dispatchOrder({ id: '1', courierId: '7' });

test('the state asked for, read from the system, confirms it', () => {
  const run = watchUnconfirmed(unconfirmed(free), feed(115, given), directory);
  expect(stateOf(run)).toBe('confirmedLater');
  expect(run.later['ireca:1']?.now).toEqual(given.seen);
});

test('the courier who has already taken it on the road has it too', () => {
  const onTheRoad = dispatchOrder({ id: '1', courierId: '7', status: '7' });
  expect(stateOf(watchUnconfirmed(unconfirmed(free), feed(115, onTheRoad), directory))).toBe(
    'confirmedLater',
  );
});

test('the old state says nothing until the system was read twice after a first, maybe earlier begun, read', () => {
  let run = unconfirmed(free);
  expect(watchUnconfirmed(run, feed(100, free), directory)).toBe(run);
  for (const asOf of [115, 130]) {
    run = watchUnconfirmed(run, feed(asOf, free), directory);
    expect(stateOf(run)).toBe('unknown');
    expect(watchUnconfirmed(run, feed(asOf, free), directory)).toBe(run);
  }
  expect(stateOf(watchUnconfirmed(run, feed(145, free), directory))).toBe('notApplied');
});

test('a third state means that somebody else was there', () => {
  const theirs = dispatchOrder({ id: '1', courierId: '9' });
  let run = unconfirmed(free);
  for (const asOf of [115, 130, 145]) run = watchUnconfirmed(run, feed(asOf, theirs), directory);
  expect(stateOf(run)).toBe('changedLater');
});

test('a Kassa order is with the courier when its login is the digits of their phone', () => {
  const before = dispatchOrder({ id: '5', system: 'kassa' });
  const after = dispatchOrder({
    id: '5',
    system: 'kassa',
    status: 'DISTRIBUTED',
    courierLogin: '79111111111',
  });
  expect(stateOf(watchUnconfirmed(unconfirmed(before), feed(115, after), directory))).toBe('confirmedLater');
});

test('cancelled, unassigned and restored orders are recognised', () => {
  const cancelled = dispatchOrder({ id: '1', status: '11', stage: 'cancelled', open: false });
  const cancel = unconfirmed(free, { type: 'cancel', reasonId: '1', comment: null });
  expect(stateOf(watchUnconfirmed(cancel, feed(115, cancelled), directory))).toBe('confirmedLater');
  expect(
    stateOf(watchUnconfirmed(unconfirmed(given, { type: 'unassign' }), feed(115, free), directory)),
  ).toBe('confirmedLater');
  const restore = unconfirmed(given, { type: 'restore' });
  const withTo = { ...restore, targets: restore.targets.map((target) => ({ ...target, to: free.seen })) };
  expect(stateOf(watchUnconfirmed(withTo, feed(115, free), directory))).toBe('confirmedLater');
});

test('an order that no system lists stays not confirmed', () => {
  let run = unconfirmed(free);
  for (const asOf of [115, 130, 145, 160]) run = watchUnconfirmed(run, feed(asOf), directory);
  expect(stateOf(run)).toBe('unknown');
});

test('a deleted order is gone when a whole read of the system does not have it', () => {
  const run = unconfirmed(free, { type: 'delete' });
  expect(stateOf(watchUnconfirmed(run, feed(100), directory))).toBe('unknown');
  expect(stateOf(watchUnconfirmed(run, { ...feed(115), loading: { done: 1, of: 2 } }, directory))).toBe(
    'unknown',
  );
  const setAside = new Map([[free.key, { key: free.key, reason: 'courierId' }]]);
  expect(stateOf(watchUnconfirmed(run, { ...feed(115), setAside }, directory))).toBe('unknown');
  const gone = watchUnconfirmed(run, feed(115), directory);
  expect(stateOf(gone)).toBe('confirmedLater');
  expect(gone.later[free.key]?.now).toBeNull();

  let still = run;
  for (const asOf of [115, 130, 145]) still = watchUnconfirmed(still, feed(asOf, free), directory);
  expect(stateOf(still)).toBe('notApplied');
});

test('windows and addresses are recognised, whichever way round the address is shown', () => {
  const at = (windowFrom: number, windowTo: number) => dispatchOrder({ id: '1', windowFrom, windowTo });
  const made = unconfirmed(at(0, 1), { type: 'reschedule' });
  const moved = {
    ...made,
    targets: made.targets.map((target) => ({
      ...target,
      window: { from: 5, to: 6 },
      shownWindow: { from: 0, to: 1 },
    })),
  };
  const after = (order: DispatchOrder) => {
    let run = moved;
    for (const asOf of [115, 130, 145])
      run = watchUnconfirmed(run, feed(asOf, order), directory) as typeof moved;
    return stateOf(run);
  };
  expect(after(at(5, 6))).toBe('confirmedLater');
  expect(after(at(0, 1))).toBe('notApplied');
  expect(after(at(7, 8))).toBe('changedLater');

  const away = unconfirmed(free, { type: 'readdress', addressTo: 'Санкт-Петербург, Невский пр., 10' });
  const there = dispatchOrder({ id: '1', address: 'Невский пр., 10, Санкт-Петербург' });
  expect(stateOf(watchUnconfirmed(away, feed(115, there), directory))).toBe('confirmedLater');
});
