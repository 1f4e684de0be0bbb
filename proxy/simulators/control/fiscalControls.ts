/** `/__sim`: errors of terminals and recorders, correction receipts, the order of the logs, and Atol Online's settings. */
import type { Hono } from 'hono';
import { toGmt } from '../gmt.ts';
import { isRow } from '../ireca/looseValues.ts';
import { FIRST_RECORDER_LOG, FIRST_TERMINAL_LOG, recorderOf, terminalOf } from '../scenario/deeds.ts';
import { FIRST_CORRECTION } from '../scenario/fiscalPast.ts';
import type { LogRow, World } from '../world/world.ts';
import { refusal } from './refusal.ts';

type Sent = Record<string, unknown>;

function sentOf(body: unknown): Sent & { courierId: string } {
  if (!isRow(body)) throw refusal('A record expected', 400);
  const { courierId } = body;
  if (typeof courierId !== 'string' || courierId === '') throw refusal('courierId: an id', 400);
  return { ...body, courierId };
}

/** Text as it was sent, or what stands for it when nothing was said; null reads as nothing. */
function textOr(sent: Sent, name: string, otherwise: string): string {
  const { [name]: value = otherwise } = sent;
  if (value === null) return '';
  if (typeof value !== 'string') throw refusal(`${name}: text`, 400);
  return value;
}

function amountOf({ amount = 0 }: Sent): string {
  if (typeof amount !== 'number') throw refusal('amount: roubles', 400);
  return amount.toFixed(2);
}

/** In GMT as iRECA writes it; null = the row has no time; nothing said = now. */
function timeOf(sent: Sent, now: () => number): string | null {
  const { at = now() } = sent;
  if (at === null) return null;
  if (typeof at !== 'number') throw refusal('at: epoch ms or null', 400);
  return toGmt(at);
}

export function fiscalControls(app: Hono, world: World, now: () => number): void {
  const { bankTerminalLogs, fiscalRegistratorLogs, correctionReceipts } = world;

  const terminalError = (sent: Sent & { courierId: string }): LogRow => ({
    terminalLogId: FIRST_TERMINAL_LOG + bankTerminalLogs.length,
    courierId: sent.courierId,
    errorCode: textOr(sent, 'errorCode', '51'),
    errorText: textOr(sent, 'errorText', 'Недостаточно средств'),
    cardNumber: '************4276',
    paymentSystem: 'MIR',
    serialNumber: terminalOf(sent.courierId),
    amount: amountOf(sent),
    orderId: textOr(sent, 'orderId', ''),
    transactionCreatedAt: timeOf(sent, now),
  });
  const recorderError = (sent: Sent & { courierId: string }): LogRow => ({
    frId: FIRST_RECORDER_LOG + fiscalRegistratorLogs.length,
    courierId: sent.courierId,
    errorCode: textOr(sent, 'errorCode', '3807'),
    errorText: textOr(sent, 'errorText', 'Нет бумаги'),
    serialNumber: recorderOf(sent.courierId),
    amount: amountOf(sent),
    orderId: textOr(sent, 'orderId', ''),
    commandExecutedAt: timeOf(sent, now),
  });

  app
    .post('/deviceErrors', async (c) => {
      const sent = sentOf(await c.req.json());
      if (sent.device !== 'terminal' && sent.device !== 'recorder') {
        throw refusal('device: terminal or recorder', 400);
      }
      const isTerminal = sent.device === 'terminal';
      const row = isTerminal ? terminalError(sent) : recorderError(sent);
      (isTerminal ? bankTerminalLogs : fiscalRegistratorLogs).push(row);
      return c.json(row, 201);
    })
    .post('/correctionReceipts', async (c) => {
      const sent = sentOf(await c.req.json());
      const row: LogRow = {
        correctionReceiptId: FIRST_CORRECTION + correctionReceipts.length,
        courierId: sent.courierId,
        serialNumber: textOr(sent, 'serialNumber', recorderOf(sent.courierId)),
        amount: amountOf(sent),
        commandExecutedAt: timeOf(sent, now),
      };
      correctionReceipts.push(row);
      return c.json(row, 201);
    })
    .post('/logsOrder', async (c) => {
      const { newestFirst } = (await c.req.json()) as { newestFirst?: unknown };
      if (typeof newestFirst !== 'boolean') throw refusal('newestFirst: true or false', 400);
      world.logsNewestFirst = newestFirst;
      return c.body(null, 204);
    })
    .get('/atol', (c) => c.json(world.atol));
}
