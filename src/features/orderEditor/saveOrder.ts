/** Saving an order so that its end is known: what was really written is read back, and nothing is sent twice. */
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import type { ReadOrder } from '#src/api/order.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import type { Row } from '#src/contracts/wire.ts';
import type { KeptPart } from '#src/domain/orderKept.ts';
import { keptOtherwise } from '#src/domain/orderKept.ts';

/** The three calls of the API that saving is made of. */
export type OrderCalls = {
  read: (orderId: string) => Promise<ReadOrder | null>;
  create: (write: OrderWrite) => Promise<void>;
  update: (orderId: string, body: Row, etag: string) => Promise<void>;
};

/** What was sent; `before` null = a new order. */
export type Sent = { write: OrderWrite; before: IrecaOrder | null };

export type Saved = { kind: 'saved'; order: IrecaOrder; otherwise: KeptPart[] };

export type SaveOutcome =
  | Saved
  /** iRECA said no, in these words. */
  | { kind: 'refused'; message: string }
  /** Surely nothing was written. */
  | { kind: 'notSent'; error: unknown }
  /** There is another order of this number. */
  | { kind: 'taken' }
  /** Somebody changed it after it was read; nothing was written. */
  | { kind: 'stale' }
  /** It is not known whether it was written. */
  | { kind: 'unconfirmed' };

/** How a look at iRECA ends. `absent`: what was sent is not there. */
export type Verdict = Saved | { kind: 'absent' } | { kind: 'unreadable' };

/** Looks whether what was sent is in iRECA. */
export async function verdictOf(calls: Pick<OrderCalls, 'read'>, sent: Sent): Promise<Verdict> {
  let found: ReadOrder | null;
  try {
    found = await calls.read(sent.write.orderId);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!found) return { kind: 'absent' };
  const otherwise = keptOtherwise(sent.write, found.order);
  if (sent.before) {
    // Somebody else may have changed the order meanwhile, so only what this change was about counts.
    const asked = keptOtherwise(sent.write, sent.before);
    if (asked.length > 0 && asked.every((part) => otherwise.includes(part))) return { kind: 'absent' };
  }
  return { kind: 'saved', order: found.order, otherwise };
}

async function afterWrite(calls: OrderCalls, sent: Sent, write: () => Promise<void>): Promise<SaveOutcome> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ApiError)) return { kind: 'notSent', error };
    if (error.code === 'stale') return { kind: 'stale' };
    if (error.code !== 'upstreamRefused') {
      return mayBeDone(error) ? { kind: 'unconfirmed' } : { kind: 'notSent', error };
    }
    // An error may come after the writing (an HTTP 500): a look shows it.
    const verdict = await verdictOf(calls, sent);
    const tells = !sent.before || keptOtherwise(sent.write, sent.before).length > 0;
    if (tells && verdict.kind === 'saved' && verdict.otherwise.length === 0) return verdict;
    return { kind: 'refused', message: error.message };
  }
  const verdict = await verdictOf(calls, sent);
  // Accepted, but not there (yet): further looks will tell.
  return verdict.kind === 'saved' ? verdict : { kind: 'unconfirmed' };
}

/**
 * Creates an order, unless its number is taken, and reads it back. Sends once at the most.
 * @param sentBefore this very number was sent already without a final answer.
 */
export async function createOrder(
  calls: OrderCalls,
  write: OrderWrite,
  sentBefore: boolean,
): Promise<SaveOutcome> {
  try {
    const found = await calls.read(write.orderId);
    if (found) {
      const otherwise = keptOtherwise(write, found.order);
      return sentBefore && otherwise.length === 0
        ? { kind: 'saved', order: found.order, otherwise }
        : { kind: 'taken' };
    }
  } catch (error) {
    return { kind: 'notSent', error };
  }
  return afterWrite(calls, { write, before: null }, () => calls.create(write));
}

/** Writes a changed order over the reading that it is based on, and reads it back. Sends once at the most. */
export function changeOrder(
  calls: OrderCalls,
  write: OrderWrite,
  body: Row,
  base: ReadOrder,
): Promise<SaveOutcome> {
  return afterWrite(calls, { write, before: base.order }, () => calls.update(write.orderId, body, base.etag));
}
