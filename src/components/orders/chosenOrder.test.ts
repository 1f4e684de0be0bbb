/** Which order an address names. */
import { describe, expect, it } from 'vitest';
import { chosenOrder, chosenText } from './chosenOrder.ts';

describe('the order in an address', () => {
  it('is read as it is written', () => {
    for (const order of [
      { system: 'ireca', id: '209900' },
      { system: 'kassa', id: '313626' },
    ] as const) {
      expect(chosenOrder(chosenText(order))).toEqual(order);
    }
  });

  it('is none where nothing stands', () => {
    expect(chosenOrder(null)).toBeNull();
    expect(chosenOrder('  ')).toBeNull();
    expect(chosenOrder('kassa:')).toBeNull();
    expect(chosenOrder('ireca:')).toBeNull();
  });
});
