/** What couriers do to orders from their app: take, deliver, close, fail. Each deed leaves the rows it would leave. */
import { rollDice, type Dice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import {
  byApp,
  DELIVERY,
  type IrecaOrder,
  type OrderGood,
  type OrderPayment,
  type OrderState,
  type Receipt,
} from '../world/irecaOrder.ts';
import type { Job } from '../world/job.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { dueOf, rounded } from './sums.ts';

/** Numbers of the first rows of both logs; the rest follow. */
export const FIRST_TERMINAL_LOG = 61_000;
export const FIRST_RECORDER_LOG = 8_100;

const TERMINAL_ERRORS = [
  ['51', 'Недостаточно средств'],
  ['91', 'Эмитент недоступен'],
  ['55', 'Неверный ПИН-код'],
] as const;

const RECORDER_ERRORS = [
  ['3822', 'Смена превысила 24 часа'],
  ['3807', 'Нет бумаги'],
  ['4118', 'Нет связи с фискальным накопителем'],
] as const;

/** Everything that was to be taken from a warehouse has been. */
const allTaken = ({ goods }: OrderState): OrderGood[] =>
  goods.map((good) => ({
    ...good,
    warehouses: good.warehouses.map((each) => ({ ...each, tookCount: each.count })),
  }));

export function take({ ireca, kassa }: World, job: Job, { courierId }: Member, at: number): void {
  if (job.system === 'ireca') {
    const patch = { deliveryStatusId: DELIVERY.taken, goods: allTaken(job.order.state) };
    ireca.change(job.order, patch, byApp(courierId), at);
  } else {
    // Kassa has no status for goods in the courier's hands.
    job.order.carried = true;
    kassa.change(job.order, {}, job.order.fields.changed);
  }
}

type CardDetails = Pick<OrderPayment, 'cardMask' | 'rrn' | 'cardAuth'>;
const NO_CARD: CardDetails = { cardMask: '', rrn: '', cardAuth: '' };

/** What an acquiring bank says of a payment by card. */
export const makeCard = (dice: Dice): CardDetails => ({
  cardMask: `************${dice.int(1000, 9999)}`,
  rrn: `0251528${dice.int(10_000, 99_999)}`,
  cardAuth: String(dice.int(100_000, 999_999)),
});

const isByCard = ({ paymentId }: OrderState) => paymentId === '4114' || paymentId === '4116';

export const recorderOf = (courierId: string): string => `0010720${courierId.padStart(7, '0')}`;

export const terminalOf = (courierId: string): string => `PAX${courierId}`;

/** The bank's terminal refused a card, a minute and a half before `at`. */
export function refuseCard(world: World, { state }: IrecaOrder, courierId: string, at: number): void {
  const dice = rollDice(world.seed, Number(state.orderId) + 1);
  const [errorCode, errorText] = dice.pick(TERMINAL_ERRORS);
  world.bankTerminalLogs.push({
    terminalLogId: FIRST_TERMINAL_LOG + world.bankTerminalLogs.length,
    courierId,
    errorCode,
    errorText,
    cardNumber: `************${dice.int(1000, 9999)}`,
    paymentSystem: dice.pick(['MIR', 'VISA', 'MASTERCARD']),
    serialNumber: terminalOf(courierId),
    amount: dueOf(state).toFixed(2),
    orderId: state.orderId,
    transactionCreatedAt: toGmt(at - 90_000),
  });
}

/** The fiscal recorder refused to print, a minute before `at`. */
export function failRecorder(world: World, { state }: IrecaOrder, courierId: string, at: number): void {
  const [errorCode, errorText] = rollDice(world.seed, Number(state.orderId) + 2).pick(RECORDER_ERRORS);
  world.fiscalRegistratorLogs.push({
    frId: FIRST_RECORDER_LOG + world.fiscalRegistratorLogs.length,
    courierId,
    errorCode,
    errorText,
    serialNumber: recorderOf(courierId),
    amount: dueOf(state).toFixed(2),
    orderId: state.orderId,
    commandExecutedAt: toGmt(at - 60_000),
  });
}

export const makeReceipt = ({ orderId }: OrderState, serialNumber: string, at: number): Receipt => ({
  serialNumber,
  shiftNumber: '214',
  fdNumber: String(10_000 + (Number(orderId) % 90_000)),
  dateTimeReceipt: at,
});

/** Money taken at the door, with the receipt and now and then an error of the terminal or the recorder. */
function collectMoney(world: World, order: IrecaOrder, { courierId }: Member, at: number): void {
  const { state } = order;
  const dice = rollDice(world.seed, Number(state.orderId));
  if (isByCard(state) && dice.chance(0.06)) refuseCard(world, order, courierId, at);
  if (dice.chance(0.03)) failRecorder(world, order, courierId, at);
  order.receipt = makeReceipt(state, recorderOf(courierId), at);
  const paid = state.payments.reduce((sum, { price }) => sum + price, 0);
  const rest = rounded(dueOf(state) - paid);
  const payment: OrderPayment = {
    paymentId: `p${state.orderId}${state.payments.length > 0 ? '-2' : ''}`,
    paymentTypeId: state.paymentId,
    price: rest,
    paidIn: at,
    ...(isByCard(state) ? makeCard(dice) : NO_CARD),
  };
  world.ireca.change(
    order,
    {
      statusId: 1,
      receiptStatusId: 1,
      frReceiptStatusId: 1,
      frUsedPaymentId: state.paymentId,
      payments: rest > 0 ? [...state.payments, payment] : state.payments,
    },
    byApp(courierId),
    at,
  );
}

/** Money given back at the door: an order of refund names its payments itself (iRECA API text, `isRefund=1`). */
function giveMoneyBack(world: World, order: IrecaOrder, { courierId }: Member, at: number): void {
  const { state } = order;
  order.returnReceipt = makeReceipt(state, recorderOf(courierId), at);
  world.ireca.change(
    order,
    { statusId: 1, receiptStatusId: 1, frReceiptStatusId: 1, frUsedPaymentId: state.paymentId },
    byApp(courierId),
    at,
  );
}

export function deliver(world: World, job: Job, member: Member, at: number): void {
  if (job.system === 'kassa') {
    world.kassa.move(job.order, 'ISSUED', { login: member.login }, at, {
      paid: true,
      actualDeliveryTime: at,
      cashierName: world.kassa.nameOf(member.login),
    });
    return;
  }
  if (job.order.state.isRefund) giveMoneyBack(world, job.order, member, at);
  else collectMoney(world, job.order, member, at);
  world.ireca.change(
    job.order,
    { deliveryStatusId: DELIVERY.delivered },
    byApp(member.courierId),
    at + 2_000,
  );
}

export function close({ ireca, kassa }: World, job: Job, { courierId, login }: Member, at: number): void {
  if (job.system === 'kassa') {
    if (job.order.fields.currentStatusType === 'ISSUED') kassa.move(job.order, 'FINISHED', { login }, at);
  } else if (job.order.state.deliveryStatusId === DELIVERY.delivered) {
    ireca.change(job.order, { deliveryStatusId: DELIVERY.closed }, byApp(courierId), at);
  }
}

/** Nobody at home, or the client has changed their mind. */
export function fail({ ireca, kassa }: World, job: Job, member: Member, at: number): void {
  if (job.system === 'kassa') {
    kassa.move(job.order, 'REFUSED', { login: member.login, info: 'Клиент не открыл дверь' }, at);
  } else {
    const returnReasonId = member.dice.pick(['5278', '5279', '5279', '5277']);
    ireca.change(
      job.order,
      { deliveryStatusId: DELIVERY.cancelled, returnReasonId },
      byApp(member.courierId),
      at,
    );
  }
}
