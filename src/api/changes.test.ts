import { describe, expect, it } from 'vitest';
import { mergeChanges } from '#src/api/changes.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';

const answer = (changes: Partial<Changes>): Changes => ({
  since: 100,
  now: 500,
  knownFrom: 50,
  blind: [],
  orders: [],
  ...changes,
});
const first = orderStep(200, null, glance('6'));
const second = orderStep(600, glance('6'), glance('7'));

describe('mergeChanges', () => {
  it('appends later steps to those that are held, under the newer name', () => {
    const held = answer({ orders: [changedOrder('ireca:1', first), changedOrder('ireca:2', first)] });
    const next = answer({
      since: 500,
      now: 900,
      orders: [{ ...changedOrder('ireca:1', second), number: 'Н-1' }, changedOrder('ireca:3', second)],
    });
    const merged = mergeChanges(held, next);
    expect(merged).toMatchObject({ since: 100, now: 900, knownFrom: 50 });
    expect(merged?.orders.map(({ key, number, steps }) => [key, number, steps.length])).toEqual([
      ['ireca:1', 'Н-1', 2],
      ['ireca:2', 'G-2', 1],
      ['ireca:3', 'G-3', 1],
    ]);
    expect(held.orders[0]?.steps).toHaveLength(1);
  });

  it('drops a step that was written anew: by whom became known, an edit went on', () => {
    const dina = { by: { login: 'dina', name: 'Дина' } };
    const held = answer({
      orders: [
        changedOrder('ireca:1', first),
        changedOrder('ireca:2', first, orderStep(300, glance('6'), glance('6'))),
      ],
    });
    const next = answer({
      now: 900,
      orders: [
        changedOrder('ireca:1', orderStep(600, null, glance('6'), dina), second),
        changedOrder(
          'ireca:2',
          orderStep(600, glance('6'), glance('6')),
          orderStep(700, glance('6'), glance('6'), dina),
        ),
      ],
    });
    const steps = mergeChanges(held, next)?.orders.map((order) =>
      order.steps.map(({ at, by }) => [at, by?.login]),
    );
    expect(steps).toEqual([
      [
        [600, 'dina'],
        [600, undefined],
      ],
      [
        [200, undefined],
        [600, undefined],
        [700, 'dina'],
      ],
    ]);
  });

  it('keeps the orders themselves when nothing came', () => {
    const held = answer({ orders: [changedOrder('ireca:1', first)] });
    expect(mergeChanges(held, answer({ now: 900 }))?.orders).toBe(held.orders);
  });

  it('lets a blind interval grow instead of telling it twice', () => {
    const held = answer({ blind: [{ system: 'ireca', from: 300, to: 500 }] });
    const next = answer({ now: 900, blind: [{ system: 'ireca', from: 300, to: 800 }] });
    expect(mergeChanges(held, next)?.blind).toEqual([{ system: 'ireca', from: 300, to: 800 }]);
  });

  it('refuses to bridge a log that was begun anew', () => {
    expect(mergeChanges(answer({}), answer({ knownFrom: 700 }))).toBeNull();
    expect(mergeChanges(answer({ knownFrom: null }), answer({ knownFrom: 400 }))?.knownFrom).toBe(400);
  });
});
