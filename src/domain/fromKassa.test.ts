import { describe, expect, it } from 'vitest';
import { onlineOrderSchema, toBoardBody } from '#src/contracts/kassa/onlineOrder.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';
import { flatKassaOrder, rawKassaOrder } from '#src/testing/sampleOrders.ts';

const readRaw = (raw: unknown) => dispatchOrderFromKassa(onlineOrderSchema.parse(raw));
const read = (changes = {}, around = {}) => readRaw(toBoardBody(rawKassaOrder(changes, around)));

const history = (...types: string[]) => ({
  onlineOrderStatuses: types.map((statusType) => ({ statusType })),
});

describe('dispatchOrderFromKassa', () => {
  it('reads the vendor sample', () => {
    expect(read()).toEqual({
      key: 'kassa:313626',
      system: 'kassa',
      id: '313626',
      number: 'BFt-002',
      status: 'NEW',
      stage: 'new',
      open: true,
      seen: { status: 'NEW', courierId: '79916871260' },
      courierId: null,
      courierLogin: null,
      windowFrom: null,
      windowTo: 1644831763053,
      createdAt: 1644828163053,
      address: 'Невский проспект, 10',
      point: null,
      selfPickUp: false,
      pickUps: [],
      client: 'Тест Тестов',
      phone: '79999999999',
      amount: 1450000,
      prepaid: null,
      paymentKind: null,
      paymentTypeId: null,
      paid: false,
      returnReasonId: null,
      isRefund: false,
      comment: '',
      problems: [],
      searchText: 'bft-002 313626 невский проспект, 10 тест тестов',
      searchDigits: '79999999999',
    });
  });

  it('reads the same of the full record, wrapped or flat, as of the part for the board', () => {
    const changes = { currentStatusType: 'REFUSED', paid: true };
    const around = history('NEW', 'ACCEPTED', 'DISTRIBUTED', 'REFUSED');
    expect(readRaw(rawKassaOrder(changes, around))).toEqual(read(changes, around));
    expect(readRaw(flatKassaOrder(changes, around))).toEqual(read(changes, around));
  });

  it.each([
    ['NEW', 'new', true],
    ['ACCEPTED', 'ready', true],
    ['DISTRIBUTED', 'given', true],
    ['ISSUED', 'taken', true],
    ['FINISHED', 'closed', false],
    ['REFUSED', 'cancelled', false],
    ['DELETED', 'cancelled', false],
    ['RETURNED', 'unknown', false],
    [null, 'unknown', false],
  ] as const)('status %j is %s', (currentStatusType, stage, open) => {
    const order = read({ currentStatusType });
    expect(order).toMatchObject({ status: currentStatusType, stage, open });
    expect(order.problems.includes('unknownStatus')).toBe(stage === 'unknown');
  });

  it.each(['NEW', 'ACCEPTED', 'DELETED'])(
    'in %s the login is not a courier: it may be the creator',
    (status) => {
      const order = read({ currentStatusType: status }, history('NEW', 'DISTRIBUTED', status));
      expect(order.courierLogin).toBeNull();
      expect(order.seen.courierId).toBe('79916871260');
    },
  );

  it.each(['DISTRIBUTED', 'ISSUED', 'FINISHED'])('in %s it is the courier', (status) =>
    expect(read({ currentStatusType: status }).courierLogin).toBe('79916871260'),
  );

  it('a refused order had a courier only if it was distributed', () => {
    const refused = { currentStatusType: 'REFUSED' };
    expect(read(refused, history('NEW', 'ACCEPTED', 'REFUSED')).courierLogin).toBeNull();
    expect(read(refused, history('NEW', 'DISTRIBUTED', 'REFUSED')).courierLogin).toBe('79916871260');
    expect(read({ currentStatusType: 'RETURNED' }, history('DISTRIBUTED')).courierLogin).toBe('79916871260');
  });

  it('compares the login as digits and guards by it as it stands', () => {
    const order = read({ currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '8 991 687-12-60' });
    expect(order.courierLogin).toBe('79916871260');
    expect(order.seen.courierId).toBe('8 991 687-12-60');
    expect(read({ currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: 'ivan' }).courierLogin).toBe(
      'ivan',
    );
    expect(read({ currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '' }).courierLogin).toBeNull();
  });

  it('is prepaid when it says so, or is paid while still in the shop', () => {
    expect(read({ paid: true })).toMatchObject({ paymentKind: 'prepaid', prepaid: 1450000, paid: true });
    expect(read({ paid: true, currentStatusType: 'FINISHED' })).toMatchObject({
      paymentKind: null,
      prepaid: null,
    });
    expect(read({}, { properties: { prepayment: true } }).paymentKind).toBe('prepaid');
  });

  it('may be fetched by the client, needs no delivery time to be read, is called by its id without a number', () => {
    expect(read({ deliveryType: 'SELF', address: null })).toMatchObject({ selfPickUp: true, address: '' });
    expect(read({ deliveryTime: null })).toMatchObject({ windowTo: null, problems: ['noWindow'] });
    expect(read({ externalId: null }).number).toBe('313626');
    expect(read({ created: null }).createdAt).toBe(1644828134297);
  });

  it('names the client from wherever there is a name', () => {
    expect(read({ clientName: 'Тест Т.' }, { client: null })).toMatchObject({
      client: 'Тест Т.',
      phone: null,
    });
    expect(read({ clientName: 'Тест Т.' }, { client: { phone: '79999999999' } }).client).toBe('Тест Т.');
  });
});
