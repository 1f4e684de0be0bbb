import { describe, expect, it } from 'vitest';
import { journalListSchema, statusChangeListSchema } from '#src/contracts/ireca/orderHistory.ts';

describe('the status journal', () => {
  it('reads status, place and time; a row without a time is set aside', () => {
    const { records, setAside } = statusChangeListSchema.parse([
      {
        statusId: 7,
        returnReasonId: {},
        longitude: '30.36',
        latitude: 59.93,
        accuracy: '10',
        createdAt: '2017-05-15 13:21:13',
      },
      { statusId: 9, longitude: 0, latitude: 0, accuracy: null, createdAt: '' },
    ]);
    expect(records).toEqual([
      {
        statusId: '7',
        returnReasonId: null,
        latitude: 59.93,
        longitude: 30.36,
        accuracy: 10,
        createdAt: Date.UTC(2017, 4, 15, 13, 21, 13),
      },
    ]);
    expect(setAside).toMatchObject([{ path: 'createdAt' }]);
  });
});

describe('the change journal', () => {
  const created = {
    event: 'create',
    source: 'http://site.com',
    courierId: null,
    createdAt: '2021-04-20 12:11:07',
    beforeItem: null,
    afterItem: null,
  };

  it('keeps the changed fields as they came', () => {
    const { records } = journalListSchema.parse([
      created,
      {
        ...created,
        event: 'update',
        courierId: 12345,
        beforeItem: { statusId: 0, frReceiptStatusId: 0 },
        afterItem: { statusId: 1, frReceiptStatusId: 1 },
      },
    ]);
    expect(records).toMatchObject([
      { event: 'create', courierId: null, beforeItem: null, afterItem: null },
      { event: 'update', courierId: '12345', beforeItem: { statusId: 0 }, afterItem: { statusId: 1 } },
    ]);
  });

  it('reads {} and [] as no change, and sets aside what has no time', () => {
    const { records, setAside } = journalListSchema.parse([
      { ...created, beforeItem: {}, afterItem: [] },
      { ...created, createdAt: 'вчера' },
    ]);
    expect(records).toMatchObject([{ beforeItem: null, afterItem: null }]);
    expect(setAside).toHaveLength(1);
  });
});
