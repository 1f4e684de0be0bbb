import { describe, expect, it } from 'vitest';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import { changedFields, mergeOrder, settleMerge } from '#src/domain/orderMerge.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const ZONE = 'Europe/Moscow';
type Row = Record<string, unknown>;

const form = (changes: Row = {}): OrderFormValues =>
  fromOrder(irecaOrderSchema.parse(rawIrecaOrder(changes)), ZONE);
const goods = (...rows: Row[]) => ({
  goods: rows.map((row) => ({ ...(rawIrecaOrder()['goods'] as Row[])[0], ...row })),
});

describe('mergeOrder', () => {
  it('finds nothing when only what is not in the form was changed', () => {
    const merge = mergeOrder(form(), { ...form(), phone: '+79990000000' }, form({ frReceiptStatusId: 1 }));
    expect(merge).toMatchObject({ taken: [], conflicts: [], values: { phone: '+79990000000' } });
  });

  it('takes over what I did not touch', () => {
    const mine = { ...form(), description: 'Позвонить' };
    const theirs = form({ courierId: 7, deliveryStatusId: 6, deliveryTimeTo: '2021-04-28 14:00:00' });
    const merge = mergeOrder(form(), mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.taken).toEqual(['deliveryStatusId', 'courierId', 'window']);
    expect(merge.values).toMatchObject({
      description: 'Позвонить',
      courierId: '7',
      deliveryStatusId: '6',
      window: { to: '17:00' },
      asRead: { deliveryTimeTo: Date.UTC(2021, 3, 28, 14) },
    });
  });

  it('leaves to the dispatcher what both changed, unless to the same', () => {
    const mine = { ...form(), phone: '1', description: 'Так же', courierId: '8' };
    const theirs = form({ phone: '2', description: 'Так же', courierId: '9' });
    const merge = mergeOrder(form(), mine, theirs);
    expect(merge).toMatchObject({ taken: [], conflicts: ['courierId', 'phone'] });
    expect(settleMerge(merge, theirs, { courierId: 'theirs', phone: 'mine' })).toMatchObject({
      courierId: '9',
      phone: '1',
      description: 'Так же',
    });
  });

  it('takes an address as one, point and all', () => {
    const address = rawIrecaOrder()['addressToEntity'] as Row;
    const theirs = form({ addressToEntity: { ...address, home: '26', latitude: 60 } });
    expect(mergeOrder(form(), form(), theirs)).toMatchObject({
      taken: ['addressTo'],
      values: { addressTo: { home: '26', latitude: 60 } },
    });
    const mine = { ...form(), addressTo: { ...form().addressTo, apartment: '45' } };
    expect(mergeOrder(form(), mine, theirs).conflicts).toEqual(['addressTo']);
  });

  it('merges goods line by line', () => {
    const opened = form(goods({ goodId: 1 }, { goodId: 2 }, { goodId: 3 }));
    const mine = {
      ...opened,
      goods: [
        ...opened.goods.map((line) => (line.goodId === '1' ? { ...line, count: 5 } : line)),
        { ...(opened.goods[0] as OrderFormValues['goods'][number]), key: 'new', goodId: '9' },
      ],
    };
    const theirs = form(goods({ goodId: 1, count: 2 }, { goodId: 3 }, { goodId: 4 }));
    const merge = mergeOrder(opened, mine, theirs);
    expect(merge.conflicts).toEqual(['goods.1#0']);
    expect(merge.taken).toEqual(['goods.2#0', 'goods.4#0']);
    expect(merge.values.goods.map((line) => [line.goodId, line.count])).toEqual([
      ['1', 5],
      ['3', 1],
      ['9', 1],
      ['4', 1],
    ]);
    expect(settleMerge(merge, theirs, { 'goods.1#0': 'theirs' }).goods[0]?.count).toBe(2);
  });

  it('knows a line that one of us took out and the other changed', () => {
    const opened = form(goods({ goodId: 1 }, { goodId: 2 }));
    const mine = { ...opened, goods: opened.goods.slice(1) };
    const theirs = form(goods({ goodId: 1, count: 3 }, { goodId: 2 }));
    const merge = mergeOrder(opened, mine, theirs);
    expect(merge).toMatchObject({ conflicts: ['goods.1#0'], taken: [] });
    expect(settleMerge(merge, theirs, { 'goods.1#0': 'mine' }).goods).toHaveLength(1);
    expect(settleMerge(merge, theirs, { 'goods.1#0': 'theirs' }).goods).toHaveLength(2);
  });

  it('does not take a new title of the catalogue for a change of the order', () => {
    expect(mergeOrder(form(), form(), form(goods({ title: 'Кофе в зёрнах' })))).toMatchObject({
      taken: [],
      conflicts: [],
    });
  });
});

it('names what I changed', () => {
  const opened = form();
  expect(changedFields(opened, form())).toEqual([]);
  const mine = { ...opened, phone: '1', goods: [] };
  expect(changedFields(opened, mine)).toEqual(['phone', 'goods.355864#0']);
});
