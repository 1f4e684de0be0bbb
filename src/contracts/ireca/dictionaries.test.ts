import { expect, it } from 'vitest';
import {
  calcTypeListSchema,
  closeTypeListSchema,
  deliveryStatusListSchema,
  orderStatusListSchema,
} from '#src/contracts/ireca/dictionaries.ts';

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
