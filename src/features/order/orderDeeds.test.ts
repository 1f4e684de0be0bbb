import { describe, expect, it } from 'vitest';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { cardDeeds } from './orderDeeds.ts';

const here = { listed: true, pending: false };

describe('cardDeeds', () => {
  it('offers all but a refund for an open iRECA order', () => {
    const bars = cardDeeds(dispatchOrder({ status: '6' }), here);
    expect(bars).toMatchObject({ assign: null, reschedule: null, readdress: null, edit: null, cancel: null });
    expect(bars.delete).toBeNull();
    expect(bars.refund).toBe('notDelivered');
    expect(bars.duplicate).toBeNull();
  });
  it('says that a prepared order is prepared, not that only couriers set statuses', () => {
    expect(cardDeeds(dispatchOrder({ status: '6' }), here).setDelivery).toBe('prepared');
    expect(cardDeeds(dispatchOrder({ status: '1' }), here).setDelivery).toBeNull();
  });
  it('offers a refund of what was delivered, and no second one', () => {
    const closed = dispatchOrder({ status: '10', stage: 'closed', open: false });
    expect(cardDeeds(closed, here)).toMatchObject({ refund: null, cancel: 'closed', edit: 'closed' });
    expect(cardDeeds({ ...closed, isRefund: true }, here).refund).toBe('isRefund');
  });
  it('says what Kassa cannot do, and that nobody carries a self pick-up', () => {
    const self = dispatchOrder({ system: 'kassa', status: 'ACCEPTED', selfPickUp: true });
    expect(cardDeeds(self, here)).toMatchObject({
      assign: 'selfPickUp',
      reschedule: 'notSupported',
      edit: 'notSupported',
      refund: 'notSupported',
      cancel: null,
    });
  });
  it('waits for a command under way, and guards no command by what the list does not hold', () => {
    const order = dispatchOrder({ status: '6' });
    expect(cardDeeds(order, { listed: true, pending: true })).toMatchObject({
      assign: 'pending',
      edit: 'pending',
      duplicate: null,
    });
    expect(cardDeeds(order, { listed: false, pending: false })).toMatchObject({
      cancel: 'unlisted',
      edit: null,
    });
  });
});
