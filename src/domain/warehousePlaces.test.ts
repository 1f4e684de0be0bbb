import { expect, it } from 'vitest';
import { warehouseSchema } from '#src/contracts/ireca/catalogue.ts';
import { knownPlaces } from '#src/domain/warehousePlaces.ts';
import { warehouseRow } from '#src/domain/warehouseRow.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const point = { latitude: 59.93, longitude: 30.36 };
const order = (address: string, at: typeof point | null = point, id = '1') =>
  dispatchOrder({ id, number: `G-${id}`, address, point: at });
const sought = { city: 'Санкт-Петербург', street: 'Лиговский проспект', house: '50' };
const found = (address: string, where = sought) => knownPlaces(where, [order(address)], []).length === 1;

it.each([
  'Лиговский проспект, 50, кв. 12, Санкт-Петербург',
  'Санкт-Петербург, Лиговский пр., 50',
  'Лиговский пр-т 50, Санкт-Петербург',
  'ЛИГОВСКИЙ д. 50, г. Санкт-Петербург',
  '191040, Санкт-Петербург, Лиговский проспект 50 177',
])('takes «%s» for the same house', (address) => {
  expect(found(address)).toBe(true);
});

it.each([
  'Лиговский проспект, 52, Санкт-Петербург',
  'Лиговский проспект, 50к2, Санкт-Петербург',
  'Лиговский проспект, 150, Санкт-Петербург',
  'Невский проспект, 50, Санкт-Петербург',
  'Лиговский проспект, 50, Москва',
  // 50 is the flat.
  'Лиговский проспект, 4, 50, Санкт-Петербург',
  '',
])('takes «%s» for another place', (address) => {
  expect(found(address)).toBe(false);
});

it('reads a house as one word, however it is written', () => {
  const house = (written: string) => ({ ...sought, house: written });
  for (const written of ['29к1', '29, корп. 1', '29 к. 1', '29 корпус 1'])
    expect(found('Лиговский пр., 29 корп. 1, Санкт-Петербург', house(written))).toBe(true);
  expect(found('Лиговский пр., 24 А, Санкт-Петербург', house('24а'))).toBe(true);
  expect(found('Лиговский пр., 24/27, Санкт-Петербург', house('24/27'))).toBe(true);
  expect(found('Лиговский пр., 24, Санкт-Петербург', house('24а'))).toBe(false);
});

it('finds nothing without street or house', () => {
  expect(found('Лиговский пр., 50, Санкт-Петербург', { ...sought, house: ' ' })).toBe(false);
  expect(found('Лиговский пр., 50, Санкт-Петербург', { ...sought, street: 'ул.' })).toBe(false);
});

it('asks for the city only when one is typed', () => {
  expect(found('Лиговский пр., 50', sought)).toBe(false);
  expect(found('Лиговский пр., 50', { ...sought, city: '' })).toBe(true);
});

it('tells points of one door once, warehouses first, and says whose they are', () => {
  const warehouse = warehouseRow(
    warehouseSchema.parse({
      warehouseId: '7',
      title: 'Склад',
      street: 'Лиговский проспект',
      house: '50',
      apartment: '3',
      city: 'Санкт-Петербург',
      ...Object.fromEntries(['firstname', 'lastname', 'phone', 'description'].map((key) => [key, ''])),
      latitude: 59.9301,
      longitude: 30.3601,
      isActive: 1,
    }),
  );
  const address = 'Лиговский проспект, 50, Санкт-Петербург';
  const far = { latitude: 59.94, longitude: 30.36 };
  const places = knownPlaces(
    sought,
    [
      order(address, point, '1'),
      order(address, null, '2'),
      order(address, far, '3'),
      order(address, far, '4'),
    ],
    [warehouse],
  );
  expect(places).toEqual([
    {
      point: { latitude: 59.9301, longitude: 30.3601 },
      address: 'Лиговский проспект, 50, 3, Санкт-Петербург',
      source: { kind: 'warehouse', id: '7', title: 'Склад' },
      more: 1,
    },
    { point: far, address, source: { kind: 'order', key: 'ireca:3', number: 'G-3' }, more: 1 },
  ]);
});

it('offers no more than four', () => {
  const orders = Array.from({ length: 9 }, (_, index) =>
    order(
      'Лиговский проспект, 50, Санкт-Петербург',
      { latitude: 59 + index / 10, longitude: 30 },
      String(index),
    ),
  );
  expect(knownPlaces(sought, orders, [])).toHaveLength(4);
});
