import { describe, expect, it } from 'vitest';
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const read = (changes = {}) =>
  dispatchOrderFromIreca(boardOrderSchema.parse(toBoardBody(rawIrecaOrder(changes))));

describe('dispatchOrderFromIreca', () => {
  it('reads the vendor sample', () => {
    expect(read({ courierId: 55752 })).toEqual({
      key: 'ireca:209900',
      system: 'ireca',
      id: '209900',
      number: 'G-2',
      status: '1',
      stage: 'new',
      open: true,
      seen: { status: '1', courierId: '55752' },
      courierId: '55752',
      courierLogin: null,
      windowFrom: Date.UTC(2021, 3, 28, 11, 34),
      windowTo: Date.UTC(2021, 3, 28, 12, 34),
      createdAt: null,
      address: 'Улица правды 24 44, Санкт-Петербург',
      point: { latitude: 59.92088839350768, longitude: 30.33911295248004 },
      selfPickUp: false,
      pickUps: [
        { warehouseId: '1099', title: 'Главный склад', point: { latitude: 59.93, longitude: 30.36 } },
      ],
      client: 'Алексей Иванов',
      phone: '+79123456789',
      amount: 67957,
      prepaid: 0,
      paymentKind: null,
      paymentTypeId: '4113',
      paid: false,
      returnReasonId: null,
      isRefund: false,
      comment: 'Доставить до двери',
      problems: [],
      searchText: 'g-2 209900 улица правды 24 44, санкт-петербург алексей иванов',
      searchDigits: '79123456789',
    });
  });

  it.each([
    ['1', 'new', true],
    ['6', 'ready', true],
    ['7', 'taken', true],
    ['9', 'delivered', false],
    ['10', 'closed', false],
    ['11', 'cancelled', false],
    ['8', 'unknown', true],
    ['', 'unknown', true],
  ] as const)('status %j is %s', (deliveryStatusId, stage, open) => {
    const order = read({ deliveryStatusId });
    expect(order).toMatchObject({ stage, open });
    expect(order.problems.includes('unknownStatus')).toBe(stage === 'unknown');
  });

  it('is called by its id when it has no alias', () => {
    expect(read({ codeAlias: '' })).toMatchObject({ number: '209900' });
    expect(read({ codeAlias: '' }).searchText).toMatch(/^209900 улица/);
  });

  it('makes an address of its parts when there is no line', () => {
    expect(read({ addressTo: '' }).address).toBe('Улица правды, 24, 44, Санкт-Петербург');
    expect(read({ addressTo: '', addressToEntity: {} }).address).toBe('');
  });

  it('says what is wrong, and shows the order all the same', () => {
    const reversed = { deliveryTimeFrom: '2021-04-28 12:34:00', deliveryTimeTo: '2021-04-28 11:34:00' };
    expect(read(reversed).problems).toEqual(['windowReversed']);
    expect(read({ deliveryTimeTo: '0000-00-00 00:00:00' }).problems).toEqual(['noWindow']);
    expect(read({ addressToEntity: { latitude: 0, longitude: '0.000' } })).toMatchObject({
      point: null,
      problems: ['zeroPoint'],
    });
    expect(read({ addressToEntity: {} })).toMatchObject({ point: null, problems: ['noPoint'] });
    expect(read({ addressToEntity: { latitude: '95.1', longitude: '30.3' } }).problems).toEqual(['noPoint']);
  });

  it('starts at the warehouses, then at the address to carry from', () => {
    const from = {
      addressFrom: 'Передовиков 25',
      addressFromEntity: { latitude: 59.947851, longitude: 30.4599682 },
    };
    expect(read(from).pickUps.map(({ warehouseId, title }) => [warehouseId, title])).toEqual([
      ['1099', 'Главный склад'],
      [null, 'Передовиков 25'],
    ]);
    expect(read({ ...from, goods: [] }).pickUps).toEqual([
      { warehouseId: null, title: 'Передовиков 25', point: { latitude: 59.947851, longitude: 30.4599682 } },
    ]);
    expect(read({ goods: [] }).pickUps).toEqual([]);
  });

  it('knows money: paid or not, prepaid only in full', () => {
    expect(read({ statusId: '1' }).paid).toBe(true);
    expect(read({ statusId: 5 }).paid).toBeNull();
    expect(read({ prePaymentSum: '679.57' }).paymentKind).toBe('prepaid');
    expect(read({ prePaymentSum: '679.56' }).paymentKind).toBeNull();
    expect(read({ amountToPay: 0, prePaymentSum: 0 }).paymentKind).toBeNull();
  });

  it('has no phone where there is none', () => {
    expect(read({ phone: '' })).toMatchObject({ phone: null, searchDigits: '' });
    expect(read({ phone: '8 (912) 345-67-89' }).searchDigits).toBe('79123456789');
    expect(read({ phone: '112' }).searchDigits).toBe('112');
  });
});
