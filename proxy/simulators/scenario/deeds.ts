/** What couriers do to orders from their app: take, deliver, close, fail. Each deed leaves the rows it would leave. */
import { rollDice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import { byApp, DELIVERY, type IrecaOrder } from '../world/irecaOrder.ts';
import type { Job } from '../world/job.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';

const TERMINAL_ERRORS = [
  ['51', 'Недостаточно средств'],
  ['91', 'Эмитент недоступен'],
  ['55', 'Неверный ПИН-код'],
] as const;

export function take({ ireca, kassa }: World, job: Job, { courierId }: Member, at: number): void {
  if (job.system === 'ireca') {
    ireca.change(job.order, { deliveryStatusId: DELIVERY.taken }, byApp(courierId), at);
  } else {
    // Kassa has no status for goods in the courier's hands.
    job.order.carried = true;
    kassa.change(job.order, {}, job.order.fields.changed);
  }
}

/** Money taken at the door, with the receipt and now and then an error of the terminal or the recorder. */
function collectMoney(world: World, order: IrecaOrder, { courierId }: Member, at: number): void {
  const { state } = order;
  const dice = rollDice(world.seed, Number(state.orderId));
  const serialNumber = `0010720${courierId.padStart(7, '0')}`;
  const amount = state.amountToPay.toFixed(2);
  const card = state.paymentId === '4114' || state.paymentId === '4116';
  if (card && dice.chance(0.06)) {
    const [errorCode, errorText] = dice.pick(TERMINAL_ERRORS);
    world.bankTerminalLogs.push({
      terminalLogId: 61_000 + world.bankTerminalLogs.length,
      courierId,
      errorCode,
      errorText,
      cardNumber: `************${dice.int(1000, 9999)}`,
      paymentSystem: dice.pick(['MIR', 'VISA', 'MASTERCARD']),
      serialNumber: `PAX${courierId}`,
      amount,
      orderId: state.orderId,
      transactionCreatedAt: toGmt(at - 90_000),
    });
  }
  if (dice.chance(0.03)) {
    world.fiscalRegistratorLogs.push({
      frId: 8_100 + world.fiscalRegistratorLogs.length,
      courierId,
      errorCode: '3822',
      errorText: 'Смена превысила 24 часа',
      serialNumber,
      amount,
      orderId: state.orderId,
      commandExecutedAt: toGmt(at - 60_000),
    });
  }
  order.receipt = {
    serialNumber,
    shiftNumber: '214',
    fdNumber: String(10_000 + (Number(state.orderId) % 90_000)),
    dateTimeReceipt: at,
  };
  world.ireca.change(
    order,
    {
      statusId: 1,
      receiptStatusId: 1,
      frReceiptStatusId: 1,
      frUsedPaymentId: state.paymentId,
      payments: [
        {
          paymentId: `p${state.orderId}`,
          paymentTypeId: state.paymentId,
          price: state.amountToPay,
          paidIn: at,
          cardMask: card ? `************${dice.int(1000, 9999)}` : '',
          rrn: card ? `0251528${dice.int(10_000, 99_999)}` : '',
          cardAuth: card ? String(dice.int(100_000, 999_999)) : '',
        },
      ],
    },
    byApp(courierId),
    at,
  );
}

export function deliver(world: World, job: Job, member: Member, at: number): void {
  if (job.system === 'kassa') {
    world.kassa.move(job.order, 'ISSUED', { login: member.login }, at, {
      paid: true,
      actualDeliveryTime: at,
    });
    return;
  }
  collectMoney(world, job.order, member, at);
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
