import { describe, expect, it } from 'vitest';
import { ru } from '#src/locales/ru.ts';
import { problemWords } from './problemWords.ts';

const words = ru.orders.problems;
const directory = { byId: new Map() };

describe('problemWords', () => {
  it('says every problem of the record', () => {
    const order = {
      system: 'ireca' as const,
      problems: ['windowReversed' as const, 'noPoint' as const],
      courierId: null,
    };
    expect(problemWords(order, directory, words)).toEqual([words.windowReversed, words.noPoint]);
  });
  it('says that the courier is unknown, once couriers are known', () => {
    const order = { system: 'ireca' as const, problems: [], courierId: '99' };
    expect(problemWords(order, directory, words)).toEqual([words.unknownCourier('99')]);
    expect(problemWords(order, undefined, words)).toEqual([]);
  });
  it('does not blame each order of Kassa for coordinates that Kassa does not have', () => {
    const order = {
      system: 'kassa' as const,
      problems: ['noPoint' as const, 'noWindow' as const],
      courierId: null,
    };
    expect(problemWords(order, directory, words)).toEqual([words.noWindow]);
  });
});
