/** Runs: how they are cut, where each order stands, what may follow. */
import { expect, test } from 'vitest';
import type { Outcome, OutcomeLine } from '#src/contracts/command.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { CommandRun } from './commandRun.ts';
import {
  CHUNK_SIZE,
  isUnsettled,
  keptRuns,
  makeRun,
  pendingKeys,
  runRows,
  runTarget,
  tally,
} from './commandRun.ts';
import { needsAttention, newerKeys, retryPlan, undoPlan } from './followUps.ts';

let ids = 0;
const newId = () => `id-${(ids += 1)}`;
const order = (id: string, changes = {}) => dispatchOrder({ id, ...changes });

function run(count: number, changes: Partial<CommandRun> = {}): CommandRun {
  const targets = Array.from({ length: count }, (_, index) => runTarget(order(String(index + 1))));
  return { ...makeRun({ action: { type: 'assign', courierId: '7' }, targets }, 1_000, newId), ...changes };
}

const line = (id: string, outcome: Outcome, changes: Partial<OutcomeLine> = {}): OutcomeLine => ({
  key: `ireca:${id}`,
  outcome,
  reason: null,
  before: { status: '6', courierId: null },
  after: outcome === 'done' ? { status: '6', courierId: '7' } : { status: '6', courierId: null },
  message: null,
  ...changes,
});

/** A settled run of as many orders as there are outcomes. */
function settled(outcomes: Outcome[], changes: Partial<CommandRun> = {}): CommandRun {
  const made = run(outcomes.length);
  return {
    ...made,
    state: 'settled',
    chunks: made.chunks.map((chunk) => ({ ...chunk, state: 'settled' })),
    lines: Object.fromEntries(
      outcomes.map((outcome, index) => [`ireca:${index + 1}`, line(String(index + 1), outcome)]),
    ),
    ...changes,
  };
}

const states = (of: CommandRun) => runRows(of).map((row) => row.state);
const keys = (targets: { key: OrderKey }[]) => targets.map((target) => target.key);

test('a big selection becomes several commands with ids of their own, none larger than can be stopped after', () => {
  const made = run(2 * CHUNK_SIZE + 1);
  expect(made.chunks.map((chunk) => chunk.size)).toEqual([CHUNK_SIZE, CHUNK_SIZE, 1]);
  expect(new Set(made.chunks.map((chunk) => chunk.commandId)).size).toBe(3);
  expect(made.chunks.every((chunk) => chunk.commandId !== made.id)).toBe(true);
});

test('each order says where it stands', () => {
  const made = run(2 * CHUNK_SIZE);
  const going: CommandRun = {
    ...made,
    chunks: [
      { commandId: 'a', size: CHUNK_SIZE, state: 'sent' },
      { commandId: 'b', size: CHUNK_SIZE, state: 'waiting' },
    ],
    lines: { 'ireca:1': line('1', 'done') },
  };
  expect([states(going)[0], states(going)[1], states(going)[CHUNK_SIZE]]).toEqual([
    'done',
    'inFlight',
    'queued',
  ]);
  expect(states({ ...going, stopped: true })[CHUNK_SIZE]).toBe('unsent');
  expect(states({ ...going, state: 'lost' })[1]).toBe('unknown');
  const refused = {
    ...going,
    lines: {},
    chunks: going.chunks.map((chunk) => ({ ...chunk, state: 'refused' as const })),
  };
  expect(new Set(states({ ...refused, state: 'settled' }))).toEqual(new Set(['unsent']));
  expect(tally(runRows(going))).toMatchObject({ total: 200, settled: 1, good: 1, inFlight: 99, queued: 100 });
});

test('orders in flight are those without a word in a run that goes on', () => {
  const going = run(2, { lines: { 'ireca:1': line('1', 'failed') } });
  expect([...pendingKeys([going])]).toEqual(['ireca:2']);
  expect(pendingKeys([settled(['failed'])]).size).toBe(0);
});

test('retry sends what failed, what is not confirmed and what was not sent, and nothing else', () => {
  const ended = settled(['done', 'failed', 'unknown', 'changed', 'forbidden']);
  const { targets, lookAgain } = retryPlan(ended, () => undefined);
  expect(keys(targets)).toEqual(['ireca:2', 'ireca:3']);
  expect(lookAgain).toEqual(['ireca:4']);
  expect(keys(retryPlan({ ...ended, state: 'running' }, () => undefined).targets)).toEqual([]);
});

test('retry carries what the screen shows now; an order that is neither as sent nor as the row says must be looked at', () => {
  const before = { status: '1', courierId: null };
  const ended = settled(['failed', 'failed', 'failed'], {
    lines: {
      'ireca:1': line('1', 'failed', { before, after: before }),
      'ireca:2': line('2', 'failed'),
      'ireca:3': line('3', 'failed'),
    },
  });
  const now: Record<string, ReturnType<typeof order>> = {
    'ireca:1': order('1', { status: '1' }),
    'ireca:2': order('2'),
    'ireca:3': order('3', { status: '7', courierId: '9' }),
  };
  const { targets, lookAgain } = retryPlan(ended, (key) => now[key]);
  expect(targets.map(({ key, seen }) => [key, seen])).toEqual([
    ['ireca:1', before],
    ['ireca:2', { status: '6', courierId: null }],
  ]);
  expect(lookAgain).toEqual(['ireca:3']);
});

test('what a later deed has touched is not offered again', () => {
  const first = settled(['failed', 'failed', 'done', 'done']);
  const second: CommandRun = { ...settled(['done']), retryOf: first.id };
  const third: CommandRun = {
    ...settled(['done']),
    targets: [runTarget(order('3'))],
    lines: { 'ireca:3': line('3', 'done') },
  };
  const newer = newerKeys([third, second, first], first.id);
  expect(keys(retryPlan(first, () => undefined, newer).targets)).toEqual(['ireca:2']);
  expect(keys(undoPlan(first, newer))).toEqual(['ireca:4']);
  expect(needsAttention([third, second, first])).toBe(1);
  expect(needsAttention([third, second, { ...first, dismissed: true }])).toBe(0);
});

test('undo puts each order back to its own previous state, and only those that were done', () => {
  const other = { status: '6', courierId: '3' };
  const ended = settled(['done', 'done', 'failed', 'unknown'], {
    lines: {
      'ireca:1': line('1', 'done', { before: other }),
      'ireca:2': line('2', 'done'),
      'ireca:3': line('3', 'failed'),
      'ireca:4': line('4', 'unknown', { after: null }),
    },
    later: { 'ireca:4': { verdict: 'done', now: { status: '7', courierId: '7' } } },
  });
  const asked = { status: '6', courierId: '7' };
  expect(undoPlan(ended, new Set()).map(({ key, number, seen, to }) => ({ key, number, seen, to }))).toEqual([
    { key: 'ireca:1', number: 'G-1', seen: asked, to: other },
    { key: 'ireca:2', number: 'G-2', seen: asked, to: { status: '6', courierId: null } },
    {
      key: 'ireca:4',
      number: 'G-4',
      seen: { status: '7', courierId: '7' },
      to: { status: '6', courierId: null },
    },
  ]);
  const cancelled: CommandRun = { ...ended, action: { type: 'cancel', reasonId: '1', comment: null } };
  expect(undoPlan(cancelled, new Set())).toEqual([]);
});

test('a run with an unconfirmed order is not settled for good', () => {
  expect(isUnsettled(settled(['done', 'unknown']))).toBe(true);
  expect(
    isUnsettled(
      settled(['done', 'unknown'], { later: { 'ireca:2': { verdict: 'notApplied', now: order('2').seen } } }),
    ),
  ).toBe(false);
});

test('the journal keeps twenty, and never drops what still runs', () => {
  const old = run(1);
  const runs = [...Array.from({ length: 25 }, () => settled(['done'])), old];
  const kept = keptRuns(runs);
  expect(kept).toHaveLength(21);
  expect(kept.at(-1)).toBe(old);
});
