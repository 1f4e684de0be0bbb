import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import {
  paymentTypeListSchema,
  paymentTypeSchema,
  returnReasonListSchema,
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
