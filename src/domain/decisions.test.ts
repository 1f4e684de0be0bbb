/** What waits for a decision, and what became late since somebody looked. */
import { describe, expect, it } from 'vitest';
import { becameLate, countDecisions, needsDecision } from '#src/domain/decisions.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { countViews } from '#src/domain/orderFilter.ts';

const NOW = Date.UTC(2026, 10, 22, 11);
const MINUTE = 60_000;

let made = 0;
const order = (changes: Partial<DispatchOrder>): DispatchOrder => {
  made += 1;
  return {
    key: `ireca:${made}`,
    system: 'ireca',
    stage: 'ready',
    open: true,
    selfPickUp: false,
    courierId: '7',
    courierLogin: null,
    windowFrom: NOW - 60 * MINUTE,
    windowTo: NOW + 60 * MINUTE,
    ...changes,
  } as DispatchOrder;
};

describe('what waits for a decision', () => {
  const fine = order({});
  const unassigned = order({ courierId: null });
  const late = order({ windowTo: NOW - 1 });
  const both = order({ courierId: null, windowTo: NOW - MINUTE });
  const fetched = order({ courierId: null, selfPickUp: true });
  const done = order({ open: false, stage: 'delivered', courierId: null, windowTo: NOW - MINUTE });

  it('is an open order without a courier, or a late one', () => {
    const all = { fine, unassigned, late, both, fetched, done };
    const waiting = Object.entries(all).filter(([, one]) => needsDecision(one, NOW));
    expect(waiting.map(([name]) => name)).toEqual(['unassigned', 'late', 'both']);
  });

  it('counts as the counters of the orders screen do, an order under both of them once', () => {
    const all = [fine, unassigned, late, both, fetched, done];
    const counts = countViews(all, { now: NOW, atRiskMinutes: 30 });
    expect(counts).toMatchObject({ unassigned: 2, late: 2 });
    expect(countDecisions(all, NOW)).toBe(counts.unassigned + counts.late - 1);
  });

  it('changes with the clock alone', () => {
    expect(countDecisions([fine], NOW)).toBe(0);
    expect(countDecisions([fine], NOW + 61 * MINUTE)).toBe(1);
  });
});

describe('what became late', () => {
  const since = NOW - 10 * MINUTE;
  const read = { ireca: NOW, kassa: NOW };

  it('is an open order whose window ended since the last look', () => {
    const before = order({ windowTo: since });
    const meanwhile = order({ windowTo: NOW - 5 * MINUTE });
    const delivered = order({ windowTo: NOW - 5 * MINUTE, open: false });
    const notYet = order({ windowTo: NOW });
    const noWindow = order({ windowTo: null });
    const reversed = order({ windowFrom: NOW - MINUTE, windowTo: NOW - 40 * MINUTE });
    expect(becameLate([before, meanwhile, delivered, notYet, noWindow, reversed], since, NOW, read)).toEqual([
      meanwhile,
      reversed,
    ]);
  });

  it('is not told by data from before the window ended', () => {
    const one = order({ windowTo: NOW - MINUTE });
    const other = order({ system: 'kassa', windowTo: NOW - MINUTE });
    const stale = { ireca: NOW - 2 * MINUTE, kassa: NOW - 30_000 };
    expect(becameLate([one, other], since, NOW, stale)).toEqual([other]);
    expect(becameLate([one, other], since, NOW, { ireca: null, kassa: null })).toEqual([]);
  });
});
