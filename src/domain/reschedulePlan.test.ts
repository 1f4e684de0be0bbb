import { describe, expect, it } from 'vitest';
import { commonWindow, reschedulePlan } from '#src/domain/reschedulePlan.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const HOUR = 3_600_000;
const at = (id: string, windowFrom: number | null, windowTo: number | null, status = '6') =>
  dispatchOrder({ id, windowFrom, windowTo, status });

describe('moving windows', () => {
  it("gives each order its own window moved, and leaves out what has none or is not a dispatcher's", () => {
    const plan = reschedulePlan(
      [
        at('1', 0, HOUR),
        at('2', HOUR, 3 * HOUR, '7'),
        at('3', null, HOUR),
        at('4', HOUR, 0),
        at('5', 0, HOUR, '9'),
        dispatchOrder({ id: '6', system: 'kassa', windowTo: HOUR }),
      ],
      { way: 'shift', minutes: -30 },
    );
    expect(plan.legal.map(({ order, window }) => [order.id, window])).toEqual([
      ['1', { from: -HOUR / 2, to: HOUR / 2 }],
      ['2', { from: HOUR / 2, to: 2.5 * HOUR }],
    ]);
    expect(plan.illegal.map(({ order, why }) => [order.id, why])).toEqual([
      ['3', 'noWindow'],
      ['4', 'windowReversed'],
      ['5', 'delivered'],
      ['6', 'notSupported'],
    ]);
  });
});

describe('one window for all', () => {
  it('is for orders without one too, and leaves alone what has it already', () => {
    const window = { from: HOUR, to: 2 * HOUR };
    const plan = reschedulePlan([at('1', null, null), at('2', HOUR, 2 * HOUR), at('3', HOUR, 0)], {
      way: 'window',
      window,
    });
    expect(plan.legal.map(({ order, window: own }) => [order.id, own])).toEqual([
      ['1', window],
      ['3', window],
    ]);
    expect(plan.illegal.map(({ order, why }) => [order.id, why])).toEqual([['2', 'same']]);
  });

  it('names those that it would be for while it is not known yet', () => {
    expect(
      reschedulePlan([at('1', 0, HOUR), at('2', 0, HOUR, '11')], { way: 'window', window: null }),
    ).toMatchObject({
      legal: [{ order: { id: '1' }, window: null }],
      illegal: [{ order: { id: '2' }, why: 'cancelled' }],
    });
  });
});

it('a window that all have is known, of different ones nothing is', () => {
  expect(commonWindow([at('1', 0, HOUR), at('2', 0, HOUR)])).toEqual({ from: 0, to: HOUR });
  expect(commonWindow([at('1', 0, HOUR), at('2', 0, 2 * HOUR)])).toEqual({ from: null, to: null });
  expect(commonWindow([])).toEqual({ from: null, to: null });
});
