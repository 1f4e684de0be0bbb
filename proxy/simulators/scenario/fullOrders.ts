/**
 * A few orders of each day on which everything stands that the API text knows of, however small the day is:
 * - the latest waiting order that is not odd (`deliveryStatusId` below 9 with `payments`): prepaid in part by card with its receipt printed, from a supplier, for a
 *   company, two properties on its first good, a mark, customs data, a surcharge;
 * - one in a courier's hands to be paid by card: the terminal has refused a card five minutes ago;
 * - another one in a courier's hands, if there are several: the recorder has refused to print five minutes ago;
 * - one closed order paid by card: a position struck out at the door, an error of the terminal and one of the recorder;
 * - one closed order that was brought back (`pastOrders.ts`).
 */
import { rollDice } from '../dice.ts';
import { DELIVERY, type IrecaOrder, type OrderGood, type OrderState } from '../world/irecaOrder.ts';
import type { World } from '../world/world.ts';
import { failRecorder, makeCard, makeReceipt, recorderOf, refuseCard } from './deeds.ts';
import { strikeOut } from './pastOrders.ts';
import { dueOf, rounded } from './sums.ts';
import { MINUTE } from './windows.ts';

/** As many of the last waiting orders are odd (`oddities.ts`). */
const ODD = 6;
const BY_CARD = new Set(['4114', '4116']);

function fillGood(good: OrderGood, orderId: string): OrderGood {
  const serial = orderId.padStart(13, '0');
  return {
    ...good,
    discountTotal: rounded(good.total * 0.05),
    description: 'Проверить упаковку при получении',
    vedCode: '8518300000',
    countryCode: '156',
    customDeclarationCode: '10113110/070719/0097367',
    markValue: `010460700170001921${serial}`,
    markBinaryValue: `444D${Buffer.from(serial).toString('hex').toUpperCase()}`,
    specificities: [
      { specificityId: '26', count: 1, price: 10.5 },
      { specificityId: '28', count: 2, price: 250 },
    ],
  };
}

/** The first company of the list of clients that has an e-mail address. */
function company({ lists }: World): Pick<OrderState, 'client' | 'clientId'> | null {
  for (const [clientId, row] of lists.rows('clients')) {
    if (!row.title || !row.email) continue;
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    const { firstname, lastname, inn, email } = row;
    return {
      clientId,
      client: {
        firstname: text(firstname),
        lastname: text(lastname),
        inn: text(inn),
        email: text(email),
      },
    };
  }
  return null;
}

function fill(world: World, order: IrecaOrder, now: number): void {
  const { state } = order;
  const paidIn = Math.floor(order.createdAt / 1000) * 1000 + MINUTE;
  state.goods = state.goods.map((good, index) => (index === 0 ? fillGood(good, state.orderId) : good));
  const prePaymentSum = rounded(dueOf(state) / 2);
  Object.assign(state, company(world), {
    isAgreed: 1,
    supplierId: '52',
    paymentId: '4115',
    originalPaymentId: '4114',
    frUsedPaymentId: '4115',
    receiptStatusId: 1,
    frReceiptStatusId: 1,
    prePaymentSum,
    cash: 0,
    description: 'Доставить до двери',
    payments: [
      {
        paymentId: `p${state.orderId}`,
        paymentTypeId: '4115',
        price: prePaymentSum,
        paidIn,
        ...makeCard(rollDice(world.seed, Number(state.orderId))),
      },
    ],
  });
  order.receipt = makeReceipt(state, recorderOf('0'), Math.min(paidIn + MINUTE, now));
  order.listed = null;
}

const same = ({ orderId }: OrderState) => {
  return ({ state }: IrecaOrder) => state.orderId === orderId;
};

/** @param nobodys orders that wait for a courier, in the order in which `addOddOrders` got them. */
export function addFullOrders(world: World, nobodys: readonly IrecaOrder[], now: number): void {
  const all = [...world.ireca.all()];
  // A small day has none to spare: then one that a courier has not fetched yet.
  const waiting =
    nobodys.slice(0, -ODD).at(-1) ??
    all.find(({ state }) => state.deliveryStatusId === DELIVERY.prepared && !nobodys.some(same(state)));
  if (waiting) fill(world, waiting, now);
  const byCard = (status: number) =>
    all.filter(({ state }) => state.deliveryStatusId === status && BY_CARD.has(state.paymentId));
  const [carried] = byCard(DELIVERY.taken);
  if (carried) refuseCard(world, carried, carried.state.courierId ?? '', now - 3 * MINUTE);
  const inHand = all.filter(({ state }) => state.deliveryStatusId === DELIVERY.taken);
  const last = inHand.at(-1);
  if (last) failRecorder(world, last, last.state.courierId ?? '', now - 4 * MINUTE);
  const closed = byCard(DELIVERY.closed);
  const sold =
    closed.find(({ state, returnReceipt }) => !returnReceipt && state.goods.length > 1) ?? closed[0];
  if (!sold?.receipt) return;
  const courierId = sold.state.courierId ?? '';
  refuseCard(world, sold, courierId, sold.receipt.dateTimeReceipt);
  failRecorder(world, sold, courierId, sold.receipt.dateTimeReceipt);
  strikeOut(world, sold, sold.receipt.dateTimeReceipt - MINUTE);
  sold.journal.sort((a, b) => a.createdAt - b.createdAt);
  sold.state.payments = sold.state.payments.map((payment) => ({ ...payment, price: dueOf(sold.state) }));
}
