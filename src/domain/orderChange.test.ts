/** A journal row is read field by field; what is odd is kept as it came. */
import { describe, expect, it } from 'vitest';
import { storyChanges, storyValue } from '#src/domain/orderChange.ts';

describe('storyValue', () => {
  it.each([
    ['deliveryStatusId', 7, { kind: 'id', of: 'delivery', id: '7' }],
    ['deliveryStatusId', '7', { kind: 'id', of: 'delivery', id: '7' }],
    ['statusId', 0, { kind: 'id', of: 'paid', id: '0' }],
    ['frReceiptStatusId', 1, { kind: 'id', of: 'printed', id: '1' }],
    ['returnReasonId', 5276, { kind: 'id', of: 'reason', id: '5276' }],
    ['courierId', '55752', { kind: 'id', of: 'courier', id: '55752' }],
    ['clientId', 3271, { kind: 'id', of: 'client', id: '3271' }],
    ['supplierId', 12, { kind: 'id', of: 'supplier', id: '12' }],
    ['paymentId', '4113', { kind: 'id', of: 'paymentType', id: '4113' }],
    ['isAgreed', 'true', { kind: 'flag', on: true }],
    ['isEdited', 0, { kind: 'flag', on: false }],
    ['isReturned', true, { kind: 'flag', on: true }],
    ['isRefund', '0', { kind: 'flag', on: false }],
    ['amountToPay', '679.57', { kind: 'money', kopecks: 67957 }],
    ['deliveryTimeTo', '2021-04-28 12:34:00', { kind: 'time', at: Date.UTC(2021, 3, 28, 12, 34) }],
    ['phone', 79123456789, { kind: 'phone', phone: '79123456789' }],
    ['description', ' Позвонить ', { kind: 'text', text: 'Позвонить' }],
  ])('reads %s %j', (field, value, expected) => expect(storyValue(field, value)).toEqual(expected));

  it.each([null, '', {}, [], '  '])('takes %j for nothing', (value) => {
    expect(storyValue('courierId', value)).toEqual({ kind: 'nothing' });
    expect(storyValue('client', value)).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['deliveryTimeTo', '28.04.2021', '28.04.2021'],
    ['deliveryTimeTo', 5, '5'],
    ['amountToPay', 'много', 'много'],
    ['isAgreed', 2, '2'],
    ['courierId', { id: 5 }, '{"id":5}'],
    ['courierId', 2 ** 60, String(2 ** 60)],
    ['client', 'Алексей', 'Алексей'],
    ['unheardOf', [1, 2], '[1,2]'],
  ])('keeps an odd %s %j as it came', (field, value, text) =>
    expect(storyValue(field, value)).toEqual({ kind: 'raw', text }),
  );

  it('reads a nested address in the order in which people say it, unknown parts last, empty ones not at all', () => {
    const address = {
      floor: 3,
      city: 'Санкт-Петербург',
      latitude: '59.92',
      apartment: 44,
      home: '24',
      postindex: '',
    };
    expect(storyValue('addressToEntity', address)).toEqual({
      kind: 'parts',
      parts: [
        { name: 'home', text: '24' },
        { name: 'apartment', text: '44' },
        { name: 'city', text: 'Санкт-Петербург' },
        { name: 'latitude', text: '59.92' },
        { name: 'floor', text: '3' },
      ],
    });
  });

  it('reads a client’s names where the vendor’s text puts them by mistake', () => {
    expect(storyValue('addressToEntity', { firstname: 'Алексей', lastname: 'Иванов' })).toMatchObject({
      parts: [{ text: 'Иванов' }, { text: 'Алексей' }],
    });
  });
});

describe('storyChanges', () => {
  it('puts what matters first and what is unknown last', () => {
    const after = { zeta: 1, description: 'х', courierId: 5, deliveryStatusId: 7 };
    expect(storyChanges(null, after).map(({ field }) => field)).toEqual([
      'deliveryStatusId',
      'courierId',
      'description',
      'zeta',
    ]);
  });

  it('names both sides, and says which one the journal left out', () => {
    expect(storyChanges({ courierId: null, phone: '1' }, { courierId: 5, isAgreed: 1 })).toEqual([
      { field: 'courierId', before: { kind: 'nothing' }, after: { kind: 'id', of: 'courier', id: '5' } },
      { field: 'phone', before: { kind: 'phone', phone: '1' }, after: { kind: 'unsaid' } },
      { field: 'isAgreed', before: { kind: 'unsaid' }, after: { kind: 'flag', on: true } },
    ]);
  });

  it('leaves out a field that reads the same on both sides', () => {
    expect(storyChanges({ courierId: '5', amountToPay: '5.00' }, { courierId: 5, amountToPay: 5 })).toEqual(
      [],
    );
    expect(storyChanges(null, null)).toEqual([]);
  });
});
