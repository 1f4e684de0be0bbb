/** Sends the good orders of an import, four side by side, one call each, so that every row gets its own outcome. */
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import type { ImportOrder } from '#src/domain/orderImport.ts';
import { samePhone } from '#src/lib/phone.ts';

export type OutcomeState = 'waiting' | 'sending' | 'created' | 'replaced' | 'skipped' | 'failed' | 'unknown';

/** `error`: what the call threw. `reason`: what reading the order back told. */
export type Outcome = {
  state: OutcomeState;
  error?: unknown;
  reason?: 'notCreated' | 'unclear' | 'other' | 'lostReplace';
};

export type RunCalls = {
  create: (order: OrderWrite) => Promise<void>;
  replace: (order: OrderWrite) => Promise<void>;
  /** The order as iRECA has it now; null = it has none. */
  read: (orderId: string) => Promise<IrecaOrder | null>;
};

const AT_ONCE = 4;

/** Whatever is sent next is refused for the same reason. */
const HOPELESS = new Set([
  'unauthenticated',
  'forbidden',
  'badOrigin',
  'notAllowed',
  'upstreamUnauthorized',
  'systemOff',
  'stopping',
  'throttled',
]);

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : '');

/** True when iRECA's order is the one that was sent, by what a stranger's order would not share. */
function isOurs(read: IrecaOrder, sent: OrderWrite): boolean {
  return (
    read.deliveryTimeFrom === sent.deliveryTimeFrom &&
    read.deliveryTimeTo === sent.deliveryTimeTo &&
    read.amountToPay === sent.amountToPay &&
    (sent.phone === '' || samePhone(read.phone, sent.phone)) &&
    read.goods.length === sent.goods.length
  );
}

/** No answer came: the order itself says what happened. */
async function settle(
  order: OrderWrite,
  replacing: boolean,
  error: unknown,
  calls: RunCalls,
): Promise<Outcome> {
  try {
    const read = await calls.read(order.orderId);
    if (read === null) return { state: 'failed', error, reason: 'notCreated' };
    if (isOurs(read, order)) return { state: replacing ? 'replaced' : 'created' };
    return replacing
      ? { state: 'failed', error, reason: 'lostReplace' }
      : { state: 'unknown', error, reason: 'other' };
  } catch {
    return { state: 'unknown', error, reason: 'unclear' };
  }
}

async function sendOne(
  order: ImportOrder,
  write: OrderWrite,
  replace: boolean,
  calls: RunCalls,
): Promise<Outcome> {
  try {
    // «Replace» makes those that are new, too (iRECA API text).
    await (replace ? calls.replace(write) : calls.create(write));
    return { state: replace && order.exists ? 'replaced' : 'created' };
  } catch (error) {
    if (mayBeDone(error)) return settle(write, replace && order.exists, error, calls);
    return { state: 'failed', error };
  }
}

export type RunOptions = {
  /** Write over orders that exist; otherwise they are left alone. */
  replace: boolean;
  calls: RunCalls;
  onOutcome: (order: ImportOrder, outcome: Outcome) => void;
  /** Asked between orders. */
  stopped: () => boolean;
};

/**
 * Sends those of `orders` that are good. Never throws.
 * @returns `halted` when it stopped by itself: the session or the system is gone, and the rest was not sent.
 */
export async function runImport(
  orders: readonly ImportOrder[],
  { replace, calls, onOutcome, stopped }: RunOptions,
): Promise<{ halted: boolean }> {
  const queue: { order: ImportOrder; write: OrderWrite }[] = [];
  for (const order of orders) {
    if (!order.write) continue;
    if (order.exists && !replace) onOutcome(order, { state: 'skipped' });
    else queue.push({ order, write: order.write });
  }
  let next = 0;
  let halted = false;
  const work = async () => {
    for (let job = queue[next]; job && !halted && !stopped(); job = queue[next]) {
      next += 1;
      onOutcome(job.order, { state: 'sending' });
      const outcome = await sendOne(job.order, job.write, replace, calls);
      onOutcome(job.order, outcome);
      if (outcome.state === 'failed' && HOPELESS.has(codeOf(outcome.error))) halted = true;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { halted };
}
