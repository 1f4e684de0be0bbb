import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  goodSchema,
  paymentTypeSchema,
  returnReasonSchema,
  specificitySchema,
  supplierSchema,
  taxSchema,
  warehouseSchema,
} from '#src/contracts/ireca/catalogue.ts';
import { statusSchema } from '#src/contracts/ireca/dictionaries.ts';
import { parseOneOrMany, recordList } from '#src/contracts/records.ts';

const warehouse = {
  warehouseId: '1100',
  title: 'Малый склад',
  firstname: 'Алексей',
  phone: '+79054558899',
  house: '29к1',
  latitude: '0.00000000000000',
  longitude: '0.00000000000000',
  description: '',
  updatedAt: '2021-05-04 15:39:45',
  isActive: 1,
};

it('warehouses: read, written back, deleted ones told apart', () => {
  const read = warehouseSchema.parse(warehouse);
  expect(read).toMatchObject({ warehouseId: '1100', latitude: 0, isActive: true, lastname: '' });
  expect(z.encode(warehouseSchema, read)).toMatchObject({ warehouseId: '1100', latitude: 0, isActive: 1 });
  const list = recordList(warehouseSchema, (row) => row.warehouseId).parse([
    warehouse,
    { warehouseId: 2, isActive: '0' },
    { title: 'Без номера' },
  ]);
  expect(list.records.map(({ isActive }) => isActive)).toEqual([true, false]);
  expect(list.setAside).toHaveLength(1);
  expect(warehouseSchema.parse({ warehouseId: 3 }).isActive).toBe(true);
});

it('reasons for cancelling', () => {
  const rows = [
    { reasonId: '5276', title: 'Пожелание клиента', type: 'standard' },
    { reasonId: 1, title: 'Моя' },
  ];
  expect(recordList(returnReasonSchema, (row) => row.reasonId).parse(rows).records).toEqual([
    { reasonId: '5276', title: 'Пожелание клиента', type: 'standard' },
    { reasonId: '1', title: 'Моя', type: '' },
  ]);
});

it('payment types; one of them comes without its own id', () => {
  const row = { title: 'Предоплата', closeTypeId: 3, updatedAt: '2021-04-29 12:08:50' };
  expect(
    recordList(paymentTypeSchema, (row) => row.paymentTypeId).parse([{ ...row, paymentTypeId: '4115' }])
      .records,
  ).toMatchObject([{ paymentTypeId: '4115', closeTypeId: '3' }]);
  expect(parseOneOrMany(paymentTypeSchema, row, { paymentTypeId: '4115' })?.paymentTypeId).toBe('4115');
});

it('delivery statuses', () => {
  expect(
    recordList(statusSchema, (row) => row.statusId).parse([{ statusId: 6, title: 'Подготовлен' }]).records,
  ).toEqual([{ statusId: '6', title: 'Подготовлен' }]);
});

describe('goods and what hangs on them', () => {
  it('are read with prices in kopecks; a deleted good stays readable, one without a price too', () => {
    const { records } = recordList(goodSchema, (row) => row.goodId).parse([
      {
        goodId: 355866,
        parentId: {},
        taxId: 8284,
        calcId: 0,
        title: 'Варенье',
        weight: '370',
        price: '179.5',
      },
      {
        goodId: '2',
        title: 'Доставка',
        price: null,
        isActive: '0',
        warehouses: [{ warehouseId: 9, count: '3' }],
      },
    ]);
    expect(records).toMatchObject([
      {
        goodId: '355866',
        parentId: null,
        taxId: '8284',
        calcId: '0',
        weight: 370,
        price: 17950,
        isActive: true,
      },
      { goodId: '2', price: null, isActive: false, warehouses: [{ warehouseId: '9', count: 3 }] },
    ]);
  });

  it('a price that is no number sets its good aside and leaves the others', () => {
    const { records, setAside } = recordList(goodSchema, (row) => row.goodId).parse([
      { goodId: 1, title: 'а', price: 'дорого' },
      { goodId: 2, title: 'б', price: 1 },
    ]);
    expect(records).toMatchObject([{ goodId: '2' }]);
    expect(setAside).toMatchObject([{ id: '1', path: 'price' }]);
  });

  it('nothing written where a word, a weight or a stock should be costs no good', () => {
    const { records } = recordList(goodSchema, (row) => row.goodId).parse([
      { goodId: 3, title: {}, weight: 'много', multiplicity: '', price: '0', isActive: {}, warehouses: {} },
      { goodId: 4, title: 7, weight: '0,5', price: 1, isActive: true, warehouses: null },
    ]);
    expect(records).toMatchObject([
      { title: '', weight: null, multiplicity: null, price: 0, isActive: true, warehouses: [] },
      { title: '7', weight: null, price: 100, isActive: true, warehouses: [] },
    ]);
  });

  it('properties, taxes and suppliers are read by their ids', () => {
    expect(
      recordList(specificitySchema, (row) => row.specificityId).parse([
        { specificityId: 26, title: 'Цвет', price: '10.5' },
      ]).records,
    ).toMatchObject([{ specificityId: '26', price: 1050, isActive: true }]);
    expect(
      recordList(taxSchema, (row) => row.taxId).parse([{ taxId: 8289, title: 'БезНДС' }]).records,
    ).toEqual([{ taxId: '8289', title: 'БезНДС' }]);
    expect(
      recordList(supplierSchema, (row) => row.supplierId).parse([
        { supplierId: 52, title: 'ИП Пост', taxId: {} },
      ]).records,
    ).toMatchObject([{ supplierId: '52', taxId: null, inn: '' }]);
  });
});
