import { describe, expect, it } from 'vitest';
import type { DispatchOrder, Stage } from '#src/domain/dispatchOrder.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { BoardInput, BoardRows } from './boardRows.ts';
import { boardRowsKeeper, narrows } from './boardRows.ts';
import { orderTest } from './orderTest.ts';
import { PLAIN_VIEW } from './ordersView.ts';
import type { OrdersView } from './ordersView.ts';

const NOW = Date.UTC(2026, 10, 21, 11, 0);
const MINUTE = 60_000;
const DAY = '2026-11-21';

/** A small generator with a seed: the same day each time. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const directory = directoryOf([]);
const stages: Stage[] = ['new', 'ready', 'taken', 'delivered', 'cancelled'];

function order(id: number, roll: (below: number) => number): DispatchOrder {
  const stage = stages[roll(stages.length)] ?? 'new';
  const windowTo = roll(12) === 0 ? null : NOW + (roll(240) - 90) * MINUTE;
  return dispatchOrder({
    id: String(id),
    stage,
    open: stage === 'new' || stage === 'ready' || stage === 'taken',
    courierId: roll(2) === 0 ? null : String(roll(5)),
    windowFrom: windowTo === null ? null : windowTo - 60 * MINUTE,
    windowTo,
    client: `К${roll(30)}`,
    amount: roll(3000),
    searchText: `g-${id}`,
  });
}

const keysOf = ({ rows, counts }: BoardRows) => ({ keys: rows.map((row) => row.key), counts });
/** What a view lets through. */
const testOf = (view: Partial<OrdersView>) => ({
  test: orderTest({ ...PLAIN_VIEW, ...view }, 'Europe/Moscow', DAY),
  query: view.query ?? '',
});
const contextAt = (now: number) => ({ now, atRiskMinutes: 30, directory, paymentKinds: new Map() });

function dayOf(count: number, roll: (below: number) => number): Map<string, DispatchOrder> {
  const records = new Map<string, DispatchOrder>();
  for (let id = 1; id <= count; id += 1) records.set(`ireca:${id}`, order(id, roll));
  return records;
}

describe('the rows of the board', () => {
  const sorts: OrderSort[] = [
    null,
    { column: 'amount', descending: true },
    { column: 'client', descending: false },
  ];
  const views: Partial<OrdersView>[] = [
    {},
    { view: 'late' },
    { view: 'all', query: 'g-1' },
    { view: 'atRisk', hours: [14] },
  ];

  it.each(sorts.flatMap((sort) => views.map((view) => ({ sort, view }))))(
    'are after many small changes what they would be from scratch: $sort $view',
    ({ sort, view }) => {
      const roll = dice(7);
      const keep = boardRowsKeeper();
      let records = dayOf(300, roll);
      let now = NOW;
      let nextId = 301;
      const tests = testOf(view);
      keep({ records, ...tests, sort, context: contextAt(now) });
      for (let step = 0; step < 40; step += 1) {
        records = new Map(records);
        for (let change = 0; change < 5; change += 1) {
          const key = [...records.keys()][roll(records.size)] ?? '';
          const kind = roll(4);
          if (kind === 0) records.delete(key);
          else if (kind === 1) records.set(`ireca:${nextId}`, order(nextId++, roll));
          else records.set(key, order(Number(key.slice(6)), roll));
        }
        now += roll(3) * MINUTE;
        const input: BoardInput = { records, ...tests, sort, context: contextAt(now) };
        expect(keysOf(keep(input))).toEqual(keysOf(boardRowsKeeper()(input)));
      }
    },
  );

  it('keep the very same array when nothing of it changed', () => {
    const roll = dice(3);
    const keep = boardRowsKeeper();
    const records = dayOf(50, roll);
    const input = { records, ...testOf({ view: 'late' }), sort: null, context: contextAt(NOW) };
    const { rows } = keep(input);
    const stranger = order(999, roll);
    const more = new Map(records).set('ireca:999', { ...stranger, stage: 'delivered', open: false });
    const after = keep({ ...input, records: more });
    expect(after.rows).toBe(rows);
    expect(after.counts.all).toBe(51);
  });

  it('follow a change of filter without losing the order of rows', () => {
    const keep = boardRowsKeeper();
    const records = dayOf(80, dice(5));
    const base = { records, sort: null, context: contextAt(NOW) };
    const all = keep({ ...base, ...testOf({ view: 'all' }) }).rows;
    const some = keep({ ...base, ...testOf({ view: 'all', query: 'g-1' }) }).rows;
    expect(some).toEqual(all.filter((row) => row.searchText.includes('g-1')));
    expect(some.length).toBeGreaterThan(5);
    expect(keep({ ...base, ...testOf({ view: 'all' }) }).rows).toEqual(all);
  });

  it('are counted and sorted anew when the clock takes an order over its window', () => {
    const roll = dice(9);
    const keep = boardRowsKeeper();
    const soon = {
      ...order(1, roll),
      open: true,
      stage: 'ready' as const,
      windowTo: NOW + 5 * MINUTE,
      windowFrom: null,
    };
    const later = {
      ...order(2, roll),
      open: true,
      stage: 'ready' as const,
      windowTo: NOW + 90 * MINUTE,
      windowFrom: null,
    };
    const records = new Map([soon, later].map((one) => [one.key as string, one]));
    const input = { records, ...testOf({ view: 'late' }), sort: null };
    expect(keep({ ...input, context: contextAt(NOW) }).rows).toEqual([]);
    const after = keep({ ...input, context: contextAt(NOW + 6 * MINUTE) });
    expect(after.rows).toEqual([soon]);
    expect(after.counts).toMatchObject({ late: 1, atRisk: 0, open: 2 });
  });
});

describe('typing on', () => {
  it('looks only among what was found while letters are added', () => {
    expect(narrows('нев', 'Невс')).toBe(true);
    expect(narrows('нев', 'нев мар')).toBe(true);
    expect(narrows('', 'н')).toBe(false);
    expect(narrows('нев', 'не')).toBe(false);
    expect(narrows('нев 24', 'нев 244')).toBe(false);
    expect(narrows('\u0438', '\u0438\u0306')).toBe(false);
  });

  it('finds the same letter by letter as at once', () => {
    const roll = dice(11);
    const records = dayOf(200, roll);
    for (const [key, one] of records)
      records.set(key, { ...one, searchText: `${one.searchText} ул. мира к${roll(9)}` });
    const base = { records, sort: null, context: contextAt(NOW) };
    const keep = boardRowsKeeper();
    for (const query of [
      'м',
      'ми',
      'мир',
      'мира',
      'мира к',
      'мира к1',
      'мира к12',
      'мира к1',
      'мира',
      'мирт',
    ]) {
      const once = boardRowsKeeper()({ ...base, ...testOf({ view: 'all', query }) });
      expect(keep({ ...base, ...testOf({ view: 'all', query }) }).rows).toEqual(once.rows);
    }
  });
});
