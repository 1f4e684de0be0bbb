/** What terminals and recorders went through: errors of today and of the weeks before, correction receipts, journals. */
import { rollDice, type Dice } from '../dice.ts';
import { fromGmt, toGmt } from '../gmt.ts';
import { BY_TOKEN, DELIVERY, type IrecaOrder } from '../world/irecaOrder.ts';
import type { LogRow, World } from '../world/world.ts';
import {
  failRecorder,
  FIRST_RECORDER_LOG,
  FIRST_TERMINAL_LOG,
  recorderOf,
  refuseCard,
  terminalOf,
} from './deeds.ts';
import { MINUTE } from './windows.ts';

const DAY = 24 * 60 * MINUTE;
/** Errors of today that every day has, besides what chance brings, if it has so many delivered orders. */
const TODAY = { terminal: 4, recorder: 3 };
/** Three weeks of errors and six of corrections: more than two pages of twenty. */
const EARLIER = { terminal: 44, recorder: 30, days: 21 };
/** Number of the first correction receipt; the rest follow. */
export const FIRST_CORRECTION = 3_300;
const CORRECTIONS = { count: 44, days: 42 };
/** iRECA's own cabinet, as its journal might call it (the text shows only a site and the couriers' app). */
export const CABINET = 'https://courier.softbalance.ru';
/** One closed order in so many was seen to in the cabinet and not by a program. */
const SEEN_TO = 4;

/** Before the day, at the start of a shift or at its end: no order is concerned. */
const TERMINAL_CARES = [
  ['4119', 'Нет связи с банком'],
  ['4134', 'Требуется сверка итогов'],
  ['4451', 'Истёк срок ключа терминала'],
] as const;
const RECORDER_CARES = [
  ['3807', 'Нет бумаги'],
  ['3822', 'Смена превысила 24 часа'],
  ['4118', 'Нет связи с ОФД'],
] as const;

const timeOf = (row: LogRow): number =>
  fromGmt(row.transactionCreatedAt ?? row.commandExecutedAt) ?? Number.NEGATIVE_INFINITY;

/** Brings rows into the order of their times and numbers them anew. */
function arrange(rows: LogRow[], idKey: string, first: number): void {
  rows.sort((a, b) => timeOf(a) - timeOf(b));
  rows.forEach((row, index) => Object.assign(row, { [idKey]: first + index }));
}

/** Delivered orders of couriers on shift, no two of one courier while there are others, that had no trouble yet. */
function quietOrders({ ireca, crew, bankTerminalLogs, fiscalRegistratorLogs }: World): IrecaOrder[] {
  const troubled = new Set([...bankTerminalLogs, ...fiscalRegistratorLogs].map(({ orderId }) => orderId));
  const turns = new Map<string, number>();
  return [...ireca.all()]
    .filter(({ state, receipt, returnReceipt }) => {
      const isOnShift = crew.get(state.courierId ?? '')?.onShift;
      const isSold = state.deliveryStatusId === DELIVERY.closed && receipt && !returnReceipt;
      return isOnShift && isSold && state.isEdited === 0 && !troubled.has(state.orderId);
    })
    .map((order) => {
      const { courierId } = order.state;
      const turn = turns.get(courierId ?? '') ?? 0;
      turns.set(courierId ?? '', turn + 1);
      return { order, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ order }) => order);
}

function addToday(world: World): void {
  const quiet = quietOrders(world);
  const isByCard = ({ state }: IrecaOrder) => state.paymentId === '4114' || state.paymentId === '4116';
  const refused = quiet.filter(isByCard).slice(0, TODAY.terminal);
  const failed = quiet.filter((order) => !refused.includes(order)).slice(0, TODAY.recorder);
  for (const order of refused) {
    refuseCard(world, order, order.state.courierId ?? '', order.receipt?.dateTimeReceipt ?? order.createdAt);
  }
  for (const order of failed) {
    failRecorder(
      world,
      order,
      order.state.courierId ?? '',
      order.receipt?.dateTimeReceipt ?? order.createdAt,
    );
  }
}

/** Some moment of a working day, so many days ago at most, and not today. */
const daysAgo = (dice: Dice, now: number, days: number): string =>
  toGmt(Math.floor(now / DAY) * DAY - dice.int(1, days) * DAY + dice.int(6 * 60, 17 * 60) * MINUTE);

function addEarlier(world: World, now: number): void {
  const dice = rollDice(world.seed, 31);
  const struck = [...new Set(world.bankTerminalLogs.map(({ courierId }) => String(courierId)))];
  const couriers = struck.length > 0 ? struck : [...world.crew.keys()];
  if (couriers.length === 0) return;
  for (let left = EARLIER.terminal; left > 0; left -= 1) {
    const courierId = dice.pick(couriers);
    const [errorCode, errorText] = dice.pick(TERMINAL_CARES);
    world.bankTerminalLogs.push({
      terminalLogId: 0,
      courierId,
      errorCode,
      errorText,
      cardNumber: '',
      paymentSystem: '',
      serialNumber: terminalOf(courierId),
      amount: '0.00',
      orderId: '',
      transactionCreatedAt: daysAgo(dice, now, EARLIER.days),
    });
  }
  for (let left = EARLIER.recorder; left > 0; left -= 1) {
    const courierId = dice.pick(couriers);
    const [errorCode, errorText] = dice.pick(RECORDER_CARES);
    world.fiscalRegistratorLogs.push({
      frId: 0,
      courierId,
      errorCode,
      errorText,
      serialNumber: recorderOf(courierId),
      amount: '0.00',
      orderId: '',
      commandExecutedAt: daysAgo(dice, now, EARLIER.days),
    });
  }
}

function addCorrections(world: World, now: number): void {
  const dice = rollDice(world.seed, 32);
  const couriers = [...world.crew.keys()].slice(0, 12);
  for (let left = couriers.length > 0 ? CORRECTIONS.count : 0; left > 0; left -= 1) {
    const courierId = dice.pick(couriers);
    world.correctionReceipts.push({
      correctionReceiptId: 0,
      courierId,
      serialNumber: recorderOf(courierId),
      amount: (dice.int(5_000, 450_000) / 100).toFixed(2),
      commandExecutedAt: daysAgo(dice, now, CORRECTIONS.days),
    });
  }
}

/** Somebody in iRECA's cabinet did by hand what usually a program does. */
function seeToSome({ ireca }: World): void {
  const closed = [...ireca.all()].filter(
    ({ state }) => state.deliveryStatusId === DELIVERY.closed && state.isEdited === 0,
  );
  closed.forEach(({ journal }, index) => {
    const row = journal.find(({ event, source }) => event === 'update' && source === BY_TOKEN.source);
    if (row && index % SEEN_TO === 0) row.source = CABINET;
  });
}

/** To be called when the orders of the day are there, and before time goes on. */
export function addFiscalPast(world: World, now: number): void {
  addToday(world);
  addEarlier(world, now);
  addCorrections(world, now);
  arrange(world.bankTerminalLogs, 'terminalLogId', FIRST_TERMINAL_LOG);
  arrange(world.fiscalRegistratorLogs, 'frId', FIRST_RECORDER_LOG);
  arrange(world.correctionReceipts, 'correctionReceiptId', FIRST_CORRECTION);
  seeToSome(world);
}
