import { describe, expect, it } from 'vitest';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import { toWrite } from '#src/domain/orderFormWrite.ts';
import { keptOtherwise } from '#src/domain/orderKept.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

type Row = Record<string, unknown>;
const kept = (changes: Row = {}) => irecaOrderSchema.parse(rawIrecaOrder(changes));
const asked = (changes: Partial<OrderWrite> = {}): OrderWrite => ({
  ...toWrite(fromOrder(kept(), 'Europe/Moscow'), 'Europe/Moscow'),
  ...changes,
});
const good = (changes: Row) => ({
  goods: [{ ...(rawIrecaOrder()['goods'] as Row[])[0], ...changes }],
});

describe('keptOtherwise', () => {
  it('finds nothing in an order as asked', () => expect(keptOtherwise(asked(), kept())).toEqual([]));

  it.each<[string, Row]>([
    ['codeAlias', { codeAlias: 'G-3' }],
    ['statusId', { statusId: 1 }],
    ['deliveryStatusId', { deliveryStatusId: 6 }],
    ['isAgreed', { isAgreed: 1 }],
    ['returnReasonId', { returnReasonId: 5 }],
    ['courierId', { courierId: 5 }],
    ['client', { clientId: 5 }],
    ['supplierId', { supplierId: 5 }],
    ['paymentId', { paymentId: 5 }],
    ['amountToPay', { amountToPay: 1 }],
    ['prePaymentSum', { prePaymentSum: 1 }],
    ['cash', { cash: 1 }],
    ['addressTo', { addressToEntity: { city: 'Выборг' } }],
    ['addressTo', { addressToEntity: null }],
    ['phone', { phone: '1' }],
    ['window', { deliveryTimeTo: '2021-04-28 12:34:01' }],
    ['description', { description: '' }],
    ['goods', { goods: [] }],
    ['goods', good({ count: 2 })],
    ['goods', good({ discountTotal: 0 })],
    ['goods', good({ taxId: 1 })],
    ['goods', good({ specificities: [] })],
    ['goods', good({ warehouses: [] })],
    ['goods', good({ countryCode: '' })],
  ])('names %s', (part, changes) => expect(keptOtherwise(asked(), kept(changes))).toEqual([part]));

  it('knows what iRECA fills in by itself', () => {
    const [line] = asked().goods;
    if (!line) throw new Error('a line');
    const open = asked({ phone: '', goods: [{ ...line, unit: '', taxId: null, weight: null }] });
    expect(keptOtherwise(open, kept(good({ unit: 'шт', taxId: 9, weight: 1 })))).toEqual([]);
    const address = asked().addressToEntity;
    if (!address) throw new Error('an address');
    const found = asked({ addressToEntity: { ...address, latitude: null, longitude: null } });
    expect(keptOtherwise(found, kept())).toEqual([]);
  });

  it('compares names only where there is no client of the list', () => {
    const client = { firstname: 'Анна', lastname: '', email: '' };
    const named = asked({ clientId: null, client });
    expect(keptOtherwise(named, kept({ clientId: '', client }))).toEqual([]);
    expect(keptOtherwise(named, kept({ clientId: '' }))).toEqual(['client']);
  });

  it('compares lines by their positions, not by the order they come in', () => {
    const rows = [
      { ...good({}).goods[0], goodId: 1, position: 0 },
      { ...good({}).goods[0], goodId: 2, position: 1 },
    ];
    const both = kept({ goods: rows });
    const write = toWrite(fromOrder(both, 'Europe/Moscow'), 'Europe/Moscow');
    expect(keptOtherwise(write, kept({ goods: rows.toReversed() }))).toEqual([]);
  });
});
