import { describe, expect, it } from 'vitest';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import {
  addCount,
  addGood,
  blankLine,
  checkGoodLine,
  countStep,
  freshKey,
  lineOfGood,
  moveLine,
  percentOf,
} from '#src/domain/goodLine.ts';

const good = (changes: Partial<Good> = {}): Good => ({
  goodId: '355860',
  parentId: null,
  article: 'G-500',
  title: 'Кофе',
  taxId: '8286',
  calcId: '1',
  unit: 'г',
  weight: 95,
  multiplicity: 1,
  price: 53978,
  description: '',
  imageUrl: '',
  imageBigUrl: '',
  isActive: true,
  warehouses: [],
  ...changes,
});
const line = (key = 'line-1') => lineOfGood(good(), key);

describe('checkGoodLine', () => {
  it('finds nothing wrong with a good of the catalogue', () => expect(checkGoodLine(line())).toBeNull());

  it.each([
    [{ goodId: null, title: '' }, { goodId: 'required' }],
    [{ count: null }, { count: 'required' }],
    [{ count: 0 }, { count: 'notPositive' }],
    [{ count: -1 }, { count: 'notPositive' }],
    [{ count: 0.0005 }, { count: 'notThousandths' }],
    [{ price: null }, { price: 'required' }],
    [{ price: -1 }, { price: 'notPositive' }],
    [{ weight: -5 }, { weight: 'notPositive' }],
    [{ discountTotal: -53979 }, { discountTotal: 'discountTooLarge' }],
    [{ count: 0.333, price: 1000, discountTotal: -334 }, { discountTotal: 'discountTooLarge' }],
    [
      { count: null, price: null },
      { count: 'required', price: 'required' },
    ],
  ])('%j is wrong: %j', (changes, errors) =>
    expect(checkGoodLine({ ...line(), ...changes })).toEqual(errors),
  );

  it.each([
    { count: 0.125 },
    { count: 0.1 + 0.2 },
    { price: 0, discountTotal: 0 },
    { discountTotal: -53978 },
    { discountTotal: 10_000_000 },
    { count: 0.333, price: 1000, discountTotal: -333 },
    { goodId: null, title: '', description: 'Пакет' },
    { weight: null },
  ])('%j is right', (changes) => expect(checkGoodLine({ ...line(), ...changes })).toBeNull());
});

describe('adding goods', () => {
  it('takes price, unit and weight from the catalogue and leaves the tax to the good', () => {
    expect(lineOfGood(good({ multiplicity: 0.5 }), 'line-1')).toEqual({
      ...blankLine('line-1'),
      goodId: '355860',
      title: 'Кофе',
      article: 'G-500',
      count: 0.5,
      price: 53978,
      unit: 'г',
      weight: 95,
    });
  });

  it('raises the count of the same good by its multiplicity, without a float’s tail', () => {
    const begun = [{ ...line(), count: 0.1 }];
    const raised = addGood(begun, good({ multiplicity: 0.2 }), false);
    expect(raised.key).toBe('line-1');
    expect(raised.lines.map(({ count }) => count)).toEqual([0.3]);
    expect(begun[0]?.count).toBe(0.1);
  });

  it('makes a line of its own on demand, and for a marked piece', () => {
    expect(addGood([line()], good(), true).lines).toHaveLength(2);
    expect(addGood([{ ...line(), markValue: '0104' }], good(), false).lines).toHaveLength(2);
    expect(addGood([{ ...line(), markBinaryValue: '0104' }], good(), false).key).toBe('line-2');
  });

  it('never gives a key twice', () => {
    expect(freshKey([])).toBe('line-1');
    expect(freshKey([{ key: 'line-2' }])).toBe('line-3');
    expect(freshKey([{ key: 'a' }, { key: 'line-3' }])).toBe('line-4');
  });

  it.each([
    [null, 1],
    [0, 1],
    [-2, 1],
    [0.25, 0.25],
  ])('multiplicity %s counts by %d', (multiplicity, step) =>
    expect(countStep(good({ multiplicity }))).toBe(step),
  );

  it('adds to a count that is not typed yet', () => expect(addCount(null, 1)).toBe(1));
});

describe('moveLine', () => {
  const lines = [line('a'), line('b'), line('c')];
  const keys = (moved: { key: string }[]) => moved.map(({ key }) => key).join('');
  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('%s by %d: %s', (key, by, order) => expect(keys(moveLine(lines, key, by))).toBe(order));
});

describe('percentOf', () => {
  it.each([
    [53978, 10, 5398],
    [10000, 33.333, 3333],
    [0, 10, 0],
    [999, 0, 0],
    [1, 50, 1],
  ])('of %d kopecks, %d per cent: %d', (total, percent, sum) => expect(percentOf(total, percent)).toBe(sum));
});
