import { expect, it } from 'vitest';
import { DELIVERY } from '../world/irecaOrder.ts';
import { createWorld } from '../world/world.ts';
import { startDay } from './day.ts';
import { deliver, take } from './deeds.ts';

const NOW = Date.UTC(2026, 10, 21, 9);

it('an order of refund gives money back at the door: its own payments stay, the receipt is one of return', () => {
  const world = createWorld(7, NOW - 7_200_000);
  startDay(world, { orders: 60, couriers: 6, goods: 0 }, NOW);
  const [member] = world.crew.values();
  const order = [...world.ireca.all()].find(({ state }) => state.deliveryStatusId === DELIVERY.prepared);
  if (!member || !order) throw new Error('no order to try');
  const payment = { paymentTypeId: '4114', price: 200, paidIn: NOW, cardMask: '', rrn: '1', cardAuth: '2' };
  Object.assign(order.state, { isRefund: 1, payments: [{ paymentId: '1', ...payment }] });
  order.receipt = null;
  take(world, { system: 'ireca', order }, member, NOW);
  deliver(world, { system: 'ireca', order }, member, NOW + 60_000);
  expect(order.state).toMatchObject({ deliveryStatusId: DELIVERY.delivered, frReceiptStatusId: 1 });
  expect(order.state.payments).toEqual([{ paymentId: '1', ...payment }]);
  expect(order.receipt).toBeNull();
  expect(order.returnReceipt).toMatchObject({ dateTimeReceipt: NOW + 60_000 });
});
