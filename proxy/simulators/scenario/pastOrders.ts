/** What has happened before the simulators start: delivered and cancelled orders of the earlier hours. */
import type { Dice } from '../dice.ts';
import { BY_TOKEN, byApp, DELIVERY, type IrecaOrder, type ReturnedOrder } from '../world/irecaOrder.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { KASSA_ADMIN } from './crew.ts';
import { close, deliver, take } from './deeds.ts';
import type { Shops } from './shops.ts';
import { costOf } from './sums.ts';
import { MINUTE, windowAround, windowEnding, halfHourBefore, HALF_HOUR } from './windows.ts';

/** A client has brought something back: the order keeps what was returned, and a receipt of it. */
export function giveBack({ ireca }: World, order: IrecaOrder, at: number): void {
  const { state, receipt } = order;
  const good = state.goods.find(({ canceledItems }) => canceledItems.length === 0);
  const [payment] = state.payments;
  if (!good || !payment || !receipt) return;
  const returnReasonId = '5277';
  const sum = costOf(good);
  const returnedOrder: ReturnedOrder = {
    returnedOrderId: state.orderId,
    returnReasonId,
    createdAt: at,
    returnedPayments: [
      { paymentId: payment.paymentId, paymentTypeId: payment.paymentTypeId, sum, createdAt: at },
    ],
    returnedGoods: [{ goodId: good.goodId, returnReasonId, count: good.count, sum, createdAt: at }],
  };
  order.returnReceipt = { ...receipt, fdNumber: String(Number(receipt.fdNumber) + 1), dateTimeReceipt: at };
  ireca.change(order, { isReturned: 1, returnedOrder }, byApp(state.courierId), at);
}

/** The courier strikes the last position out at the door, before the client pays. */
export function strikeOut({ ireca }: World, order: IrecaOrder, at: number): void {
  const { goods, courierId } = order.state;
  if (goods.length < 2) return;
  const struck = goods.map((good, index) =>
    index < goods.length - 1
      ? good
      : { ...good, canceledItems: [{ returnReasonId: '5276', count: good.count, createdAt: at }] },
  );
  ireca.change(order, { isEdited: 1, goods: struck }, byApp(courierId), at);
}

/** One order delivered and closed at `at`, with every row that it would have left on the way. */
export function makeDelivered(world: World, shops: Shops, member: Member, at: number, dice: Dice): void {
  const created = at - dice.int(60, 150) * MINUTE;
  const window = windowAround(at, dice);
  const inKassa = world.kassa.employees.has(member.login);
  if (shops.isKassaNext(inKassa)) {
    const deliveryType = dice.chance(0.12) ? 'SELF' : 'COURIER';
    const order = shops.kassaOrder(dice, { at: created, window, status: 'ACCEPTED', deliveryType });
    const login = deliveryType === 'SELF' ? KASSA_ADMIN : member.login;
    if (deliveryType === 'COURIER') shops.giveKassa(order, member, created + 20 * MINUTE);
    world.kassa.move(order, 'ISSUED', { login }, at, {
      paid: true,
      actualDeliveryTime: at,
      cashierName: world.kassa.nameOf(login),
    });
    world.kassa.move(order, 'FINISHED', { login }, at + MINUTE);
    return;
  }
  const wish = { at: created, window, deliveryStatusId: DELIVERY.prepared, courierId: null };
  const order = shops.irecaOrder(dice, wish, true);
  const job = { system: 'ireca' as const, order };
  shops.giveIreca(order, member, created + dice.int(5, 20) * MINUTE);
  take(world, job, member, at - dice.int(15, 35) * MINUTE);
  const closedAt = at + dice.int(1, 3) * MINUTE;
  const fate = dice.next();
  if (fate >= 0.02 && fate < 0.04) strikeOut(world, order, at - MINUTE);
  deliver(world, job, member, at);
  close(world, job, member, closedAt);
  if (fate < 0.02) giveBack(world, order, at + 20 * MINUTE);
}

/** One order cancelled at `at`: by the dispatcher, by the courier, or (Kassa) refused or deleted. */
export function makeCancelled(
  world: World,
  shops: Shops,
  member: Member | undefined,
  at: number,
  dice: Dice,
): void {
  const created = at - dice.int(20, 90) * MINUTE;
  const window = windowEnding(halfHourBefore(at) + dice.int(1, 4) * HALF_HOUR, dice);
  if (shops.isKassaNext(true)) {
    const confirmed = dice.chance(0.7);
    const status = confirmed ? 'ACCEPTED' : 'NEW';
    const order = shops.kassaOrder(dice, { at: created, window, status, deliveryType: 'COURIER' });
    const by = { login: KASSA_ADMIN, info: confirmed ? 'Клиент передумал' : null };
    world.kassa.move(order, confirmed ? 'REFUSED' : 'DELETED', by, at);
    return;
  }
  const wish = { at: created, window, deliveryStatusId: DELIVERY.prepared, courierId: null };
  const order = shops.irecaOrder(dice, wish, true);
  const byCourier = member && dice.chance(0.5) ? member : undefined;
  if (byCourier) shops.giveIreca(order, byCourier, created + 10 * MINUTE);
  world.ireca.change(
    order,
    { deliveryStatusId: DELIVERY.cancelled, returnReasonId: dice.pick(['5276', '5277', '5278', '5279']) },
    byCourier ? byApp(byCourier.courierId) : BY_TOKEN,
    at,
  );
}
