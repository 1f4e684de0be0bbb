import { expect, it } from 'vitest';
import { recordList } from '#src/contracts/records.ts';
import {
  calcTypeSchema,
  closeTypeSchema,
  statusSchema,
  taxTypeSchema,
} from '#src/contracts/ireca/dictionaries.ts';

const deliveryStatusListSchema = recordList(statusSchema, (row) => row.statusId);
const orderStatusListSchema = deliveryStatusListSchema;
const closeTypeListSchema = recordList(closeTypeSchema, (row) => row.closeTypeId);
const calcTypeListSchema = recordList(calcTypeSchema, (row) => row.calcId);

it('gives words for ids, whatever form the id has', () => {
  const title = 'Слово';
  expect(deliveryStatusListSchema.parse([{ statusId: 6, title }]).records).toEqual([
    { statusId: '6', title },
  ]);
  expect(orderStatusListSchema.parse([{ statusId: 0, title }]).records).toEqual([{ statusId: '0', title }]);
  expect(closeTypeListSchema.parse([{ closeTypeId: '1', title }]).records).toEqual([
    { closeTypeId: '1', title },
  ]);
  expect(calcTypeListSchema.parse([{ calcId: 4, title }, { title }])).toMatchObject({
    records: [{ calcId: '4', title }],
    setAside: [{ path: 'calcId' }],
  });
});

it('kinds of rates have nothing but their words, and each stands there once', () => {
  const list = recordList(taxTypeSchema, (row) => row.title);
  expect(
    list.parse([{ title: '20%' }, { title: ' 20% ' }, { title: '20%/120%' }, { title: '' }]),
  ).toMatchObject({
    records: [{ title: '20%' }, { title: '20%/120%' }],
    setAside: [{ path: 'title' }],
  });
});
