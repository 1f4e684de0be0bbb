import { describe, expect, it } from 'vitest';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import { countFacet } from './facetOptions.ts';

const at = (hour: number) => Date.UTC(2026, 10, 21, hour - 3);
const sources = {
  directory: directoryOf([{ courierId: '7', phone: '+7 921 000-00-07' }]),
  paymentKinds: new Map([['2', 'card' as const]]),
  timeZone: 'Europe/Moscow',
  day: '2026-11-21',
};
const pickUp = (warehouseId: string | null) => ({ warehouseId, title: '', point: null });
const orders = [
  dispatchOrder({
    courierId: '7',
    windowFrom: at(14),
    windowTo: at(16),
    pickUps: [pickUp('1'), pickUp('1'), pickUp('2'), pickUp(null)],
    paymentTypeId: '2',
  }),
  dispatchOrder({ system: 'kassa', courierLogin: '79210000007', windowTo: at(15), paymentKind: 'prepaid' }),
  dispatchOrder({ system: 'kassa' }),
];

describe('countFacet', () => {
  it.each([
    ['systems', { ireca: 1, kassa: 2 }],
    ['courierIds', { '7': 2, none: 1 }],
    ['hours', { '14': 2, '15': 1 }],
    ['warehouseIds', { '1': 1, '2': 1 }],
    ['payments', { card: 1, prepaid: 1 }],
  ] as const)('%s', (facet, expected) => {
    expect(Object.fromEntries(countFacet(orders, facet, sources))).toEqual(expected);
  });
});
