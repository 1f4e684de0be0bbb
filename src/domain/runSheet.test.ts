import { describe, expect, it } from 'vitest';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import type { WholeReading } from '#src/domain/runSheet.ts';
import { couriersToPrint, ordersByCourier, sheetOrder, sheetTotals } from '#src/domain/runSheet.ts';
import { directoryOf, dispatchOrder, flatKassaOrder, rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const directory = directoryOf(
  [
    { courierId: '1', title: 'Яна', phone: '+79210000001' },
    { courierId: '2', title: 'Борис', phone: '' },
    { courierId: '3', title: 'Анна', phone: '' },
  ],
  ['1'],
);
const at = (hour: number, day = 21) => Date.UTC(2026, 10, day, hour);
const own = (id: string, from: number | null, changes = {}) =>
  dispatchOrder({
    id,
    courierId: '1',
    windowFrom: from,
    windowTo: from === null ? null : from + 3_600_000,
    ...changes,
  });

const goods = (changes: Record<string, unknown>[]) =>
  changes.map((change) => ({
    goodId: '1',
    title: 'Кофе',
    article: 'G-1',
    count: 1,
    unit: 'шт',
    price: 100,
    total: 100,
    discountTotal: 0,
    ...change,
  }));
const whole = (changes: Record<string, unknown>): WholeReading => ({
  system: 'ireca',
  order: irecaOrderSchema.parse(rawIrecaOrder(changes)),
});

describe('ordersByCourier', () => {
  it('holds open orders of both systems in window order, those without a window last', () => {
    const orders = [
      own('10', at(15)),
      own('9', null),
      own('8', at(12)),
      own('7', at(12), { windowTo: at(12) + 60_000 }),
      dispatchOrder({ id: 'k', system: 'kassa', courierLogin: '79210000001', windowTo: at(13) }),
      own('6', at(11), { open: false }),
      dispatchOrder({ id: 'nobody' }),
    ];
    const found = ordersByCourier(orders, directory, null);
    expect([...found.keys()]).toEqual(['1']);
    expect(found.get('1')?.map(({ id }) => id)).toEqual(['7', '8', 'k', '10', '9']);
  });

  it('leaves other days for other sheets, and keeps what has no window', () => {
    const found = ordersByCourier(
      [own('1', at(12)), own('2', at(12, 22)), own('3', null)],
      directory,
      at(0, 22),
    );
    expect(found.get('1')?.map(({ id }) => id)).toEqual(['1', '3']);
  });
});

describe('couriersToPrint', () => {
  it('names those with orders, on shift first', () => {
    const orders = ['2', '3', '1'].map((courierId) => dispatchOrder({ id: courierId, courierId }));
    const byCourier = ordersByCourier(orders, directory, null);
    expect(couriersToPrint(directory, byCourier).map(({ title }) => title)).toEqual(['Яна', 'Анна', 'Борис']);
    byCourier.delete('3');
    expect(couriersToPrint(directory, byCourier).map(({ title }) => title)).toEqual(['Яна', 'Борис']);
  });
});

describe('sheetOrder', () => {
  const order = own('1', at(12), {
    amount: 100000,
    prepaid: 20000,
    pickUps: [{ warehouseId: '1', title: 'Склад', point: null }],
  });

  it('collects the goods with their discounts, less the prepayment', () => {
    const reading = whole({ cash: 1000, goods: goods([{ count: 2 }, { discountTotal: -50 }]) });
    expect(sheetOrder(order, reading, 'cash')).toMatchObject({
      goods: [{ title: 'Кофе', article: 'G-1', count: 2, unit: 'шт' }, { count: 1 }],
      collect: { kopecks: 75000, kind: 'cash', back: false, withoutDiscount: false },
      cash: 100000,
      warehouses: ['Склад'],
    });
  });

  it('collects nothing of what is paid, and never less than nothing', () => {
    const reading = whole({ goods: goods([{}]) });
    expect(sheetOrder({ ...order, paid: true }, reading, 'cash').collect.kopecks).toBe(0);
    expect(sheetOrder(order, reading, 'prepaid').collect.kopecks).toBe(0);
    expect(sheetOrder({ ...order, prepaid: 200000 }, reading, 'cash').collect.kopecks).toBe(0);
  });

  it('says so when the order could not be read, and that the sum is without discounts', () => {
    expect(sheetOrder(order, 'unreadable', 'cash')).toMatchObject({
      goods: null,
      collect: { kopecks: 80000, withoutDiscount: true },
    });
  });

  it('reads Kassa’s goods', () => {
    const kassa: WholeReading = { system: 'kassa', order: wholeOrderSchema.parse(flatKassaOrder()) };
    const line = dispatchOrder({ system: 'kassa', id: '313626', amount: 1450000 });
    expect(sheetOrder(line, kassa, 'card')).toMatchObject({
      goods: [{ title: 'Букет', count: 1 }],
      collect: { kopecks: 1450000, withoutDiscount: false },
    });
  });

  it('gives money back in a refund, and keeps it out of what is collected', () => {
    const back = sheetOrder(
      { ...order, isRefund: true, paid: true, prepaid: 0 },
      whole({ goods: goods([{}]) }),
      'cash',
    );
    expect(back.collect).toMatchObject({ kopecks: 100000, back: true });
    expect(sheetTotals([back])).toMatchObject({ cash: 0, back: 100000 });
  });

  it('adds up by kind of payment', () => {
    const line = (kind: 'cash' | 'card' | null, reading: WholeReading = whole({ goods: goods([{}]) })) =>
      sheetOrder(order, reading, kind);
    expect(sheetTotals([line('cash'), line('cash', 'unreadable'), line('card'), line(null)])).toEqual({
      orders: 4,
      cash: 160000,
      card: 80000,
      unknown: 80000,
      back: 0,
      unreadable: 1,
    });
  });
});
