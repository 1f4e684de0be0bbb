/** When a form is to say that its order was changed by another one, and when not. */
import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from './dispatchOrder.ts';
import { onBoard, orderMove } from './orderMoved.ts';

const RAW = {
  orderId: '7',
  deliveryStatusId: 6,
  courierId: '',
  deliveryTimeFrom: '2026-03-02 09:00:00',
  deliveryTimeTo: '2026-03-02 11:00:00',
  addressTo: 'Невский проспект, 10',
  phone: '+79110000001',
  amountToPay: '100.00',
  description: 'Код 12',
};
function order(fields: Record<string, unknown> = {}): DispatchOrder {
  const read = onBoard({ ...RAW, ...fields });
  if (!read) throw new Error('no order');
  return read;
}
const opened = order();
const move = (moments: Partial<Parameters<typeof orderMove>[0]>) =>
  orderMove({ opened, latest: opened, begun: opened, record: opened, ...moments });

describe('orderMove', () => {
  it.each([
    ['status', { deliveryStatusId: 7 }],
    ['courier', { courierId: '100' }],
    ['window', { deliveryTimeTo: '2026-03-02 12:00:00' }],
    ['address', { addressTo: 'Лиговский проспект, 1' }],
    ['phone', { phone: '+79110000002' }],
    ['sum', { amountToPay: '200.00' }],
    ['payment', { paymentId: '3' }],
    ['reason', { returnReasonId: '4' }],
    ['comment', { description: 'Код 13' }],
    ['client', { client: { firstname: 'Анна' } }],
  ])('names the %s that the board shows otherwise', (field, fields) => {
    const record = order(fields);
    expect(move({ record })).toEqual({ fields: [field], now: record });
  });

  it('names several, the weightiest first', () => {
    const record = order({ description: '', courierId: '100', deliveryStatusId: 7 });
    expect(move({ record }).fields).toEqual(['status', 'courier', 'comment']);
  });

  it('says nothing while the board has not moved, is not there, or was only read anew', () => {
    const other = order({ addressTo: 'как в списке' });
    expect(move({}).fields).toEqual([]);
    expect(move({ begun: other, record: other }).fields).toEqual([]);
    expect(move({ begun: undefined, record: other }).fields).toEqual([]);
    expect(move({ record: undefined }).fields).toEqual([]);
    expect(move({ record: order() }).fields).toEqual([]);
  });

  it('says nothing when the board only catches up with what the form has read', () => {
    const late = order({ courierId: '5' });
    expect(move({ begun: late, record: order() }).fields).toEqual([]);
  });

  it('does not take for a change what the list has always written otherwise', () => {
    const line = { addressTo: 'СПб, Невский 10' };
    const moved = move({ begun: order(line), record: order({ ...line, courierId: '100' }) });
    expect(moved.fields).toEqual(['courier']);
  });

  it('takes it back when the change was taken back', () => {
    const begun = order({ description: 'до' });
    expect(
      move({ opened: begun, latest: begun, begun, record: order({ description: 'до' }) }).fields,
    ).toEqual([]);
  });

  it('of a draft of yesterday tells what changed before it was opened again, and goes on from there', () => {
    const latest = order({ courierId: '100' });
    expect(move({ latest, begun: latest, record: latest })).toEqual({ fields: ['courier'], now: latest });
    const record = order({ courierId: '100', deliveryStatusId: 7 });
    expect(move({ latest, begun: latest, record })).toEqual({ fields: ['status', 'courier'], now: record });
  });

  it('after the form went on from a newer reading counts from there', () => {
    const newer = order({ courierId: '100' });
    const moments = { opened: newer, latest: newer, begun: opened, record: order({ courierId: '100' }) };
    expect(orderMove(moments).fields).toEqual([]);
  });
});

it('cannot show what is no order', () => {
  expect(onBoard({ deliveryStatusId: {} })).toBeNull();
});
