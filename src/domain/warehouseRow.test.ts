import { expect, it } from 'vitest';
import { warehouseSchema } from '#src/contracts/ireca/catalogue.ts';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import { filterWarehouses, sortWarehouses, warehouseRow } from '#src/domain/warehouseRow.ts';

/** As iRECA writes one. */
const row = (fields: Record<string, unknown>) =>
  warehouseRow(
    warehouseSchema.parse({
      warehouseId: '1',
      title: 'Склад',
      firstname: '',
      lastname: '',
      phone: '',
      city: '',
      street: '',
      house: '',
      apartment: '',
      description: '',
      latitude: '0.00000000000000',
      longitude: '0.00000000000000',
      isActive: 1,
      ...fields,
    }),
  );

const main = row({
  warehouseId: 1099,
  title: 'Главный склад',
  firstname: 'Виктор',
  lastname: 'Складских',
  phone: '8 (905) 455-88-77',
  city: 'Санкт-Петербург',
  street: 'Лиговский проспект',
  house: '50',
  latitude: '59.927',
  longitude: '30.36',
});
const gone = row({ warehouseId: '7', title: 'Старый', isActive: 0 });
const second = row({ warehouseId: '2', title: 'Склад 2' });
const tenth = row({ warehouseId: '10', title: 'Склад 10', latitude: 60, longitude: 30 });
const all = [tenth, gone, main, second];
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const everything = { query: '', deleted: true, pointless: false };

it('says address, person and point in one piece each', () => {
  expect(main).toMatchObject({
    id: '1099',
    title: 'Главный склад',
    address: 'Лиговский проспект, 50, Санкт-Петербург',
    person: 'Виктор Складских',
    point: { latitude: 59.927, longitude: 30.36 },
    deleted: false,
  });
  expect(second).toMatchObject({ address: '', person: '', point: null });
  expect(row({ warehouseId: '5', title: ' ' }).title).toBe('5');
});

it('is the same object for the same warehouse', () => {
  expect(warehouseRow(main.warehouse)).toBe(main);
});

it.each([
  ['лиговский', ['1099']],
  ['СКЛАДСКИХ виктор', ['1099']],
  ['8 905 455', ['1099']],
  ['+7 (905) 455-88-77', ['1099']],
  ['1099', ['1099']],
  ['склад 10', ['10']],
  ['мойка', []],
])('finds by %s', (query, found) => {
  expect(ids(filterWarehouses(all, { ...everything, query }))).toEqual(found);
});

it('leaves deleted ones out unless they are asked for, and shows only those without a point when asked', () => {
  expect(ids(filterWarehouses(all, { ...everything, deleted: false }))).toEqual(['10', '1099', '2']);
  expect(ids(filterWarehouses(all, { query: '', deleted: false, pointless: true }))).toEqual(['2']);
  expect(ids(filterWarehouses(all, { query: '', deleted: true, pointless: true }))).toEqual(['7', '2']);
});

it('sorts by title as people read numbers, or by what is to be picked up; deleted ones last', () => {
  const load = (waiting: number, late: number): WarehouseLoad => ({
    waiting: Array.from({ length: waiting }) as WarehouseLoad['waiting'],
    taken: [],
    late,
    atRisk: 0,
  });
  const loads = new Map([
    ['10', load(3, 0)],
    ['2', load(1, 1)],
    ['7', load(9, 9)],
  ]);
  expect(ids(sortWarehouses(all, 'title', loads))).toEqual(['1099', '2', '10', '7']);
  expect(ids(sortWarehouses(all, 'waiting', loads))).toEqual(['10', '2', '1099', '7']);
  expect(ids(sortWarehouses(all, 'late', loads))).toEqual(['2', '1099', '10', '7']);
  expect(ids(all)).toEqual(['10', '7', '1099', '2']);
});
