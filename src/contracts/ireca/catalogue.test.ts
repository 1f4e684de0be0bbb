import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  goodListSchema,
  paymentTypeListSchema,
  paymentTypeSchema,
  returnReasonListSchema,
  specificityListSchema,
  supplierListSchema,
  taxListSchema,
  warehouseListSchema,
  warehouseSchema,
} from '#src/contracts/ireca/catalogue.ts';
import { deliveryStatusListSchema } from '#src/contracts/ireca/dictionaries.ts';
import { parseOneOrMany } from '#src/contracts/records.ts';

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
  const list = warehouseListSchema.parse([
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
  expect(returnReasonListSchema.parse(rows).records).toEqual([
    { reasonId: '5276', title: 'Пожелание клиента', type: 'standard' },
    { reasonId: '1', title: 'Моя', type: '' },
  ]);
});

it('payment types; one of them comes without its own id', () => {
  const row = { title: 'Предоплата', closeTypeId: 3, updatedAt: '2021-04-29 12:08:50' };
  expect(paymentTypeListSchema.parse([{ ...row, paymentTypeId: '4115' }]).records).toMatchObject([
    { paymentTypeId: '4115', closeTypeId: '3' },
  ]);
  expect(parseOneOrMany(paymentTypeSchema, row, { paymentTypeId: '4115' })?.paymentTypeId).toBe('4115');
});

it('delivery statuses', () => {
  expect(deliveryStatusListSchema.parse([{ statusId: 6, title: 'Подготовлен' }]).records).toEqual([
    { statusId: '6', title: 'Подготовлен' },
  ]);
});

describe('goods and what hangs on them', () => {
  it('are read with prices in kopecks; a deleted good stays readable, one without a price too', () => {
    const { records } = goodListSchema.parse([
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
    const { records, setAside } = goodListSchema.parse([
      { goodId: 1, title: 'а', price: 'дорого' },
      { goodId: 2, title: 'б', price: 1 },
    ]);
    expect(records).toMatchObject([{ goodId: '2' }]);
    expect(setAside).toMatchObject([{ id: '1', path: 'price' }]);
  });

  it('properties, taxes and suppliers are read by their ids', () => {
    expect(
      specificityListSchema.parse([{ specificityId: 26, title: 'Цвет', price: '10.5' }]).records,
    ).toMatchObject([{ specificityId: '26', price: 1050, isActive: true }]);
    expect(taxListSchema.parse([{ taxId: 8289, title: 'БезНДС' }]).records).toEqual([
      { taxId: '8289', title: 'БезНДС' },
    ]);
    expect(supplierListSchema.parse([{ supplierId: 52, title: 'ИП Пост', taxId: {} }]).records).toMatchObject(
      [{ supplierId: '52', taxId: null, inn: '' }],
    );
  });
});
