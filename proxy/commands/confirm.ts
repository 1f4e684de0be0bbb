/** After a write each order is read again: what the screen shows is never what was hoped for, only what was read. */
import type { OrderState, OutcomeLine } from '#src/contracts/command.ts';
import type { Clock } from '#proxy/clock.ts';
import { sleep } from '#proxy/clock.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { leavesOpen } from '#proxy/upstream/failure.ts';
import type { Report } from './outcome.ts';
import { outcomeLine, untouched } from './outcome.ts';

/** Does the order stand as it was asked for? `cannotTell`: the upstream does not say. */
export type Judgement = 'asked' | 'notAsked' | 'cannotTell';

/** An order as read back; null: the upstream does not know it. `state` null: it is gone, as it should be. */
export type ReadBack = UpstreamResult<{ state: OrderState | null; judgement: Judgement } | null>;

/** What is known of a write by its own answer. `unclear`: it was sent, and then silence, or a crash without words. */
export type WriteEnd = { kind: 'accepted' | 'refused' | 'unclear' | 'notSent'; message: string | null };

export function writeEndOf(result: UpstreamResult<null>): WriteEnd {
  if (result.ok) return { kind: 'accepted', message: null };
  const { message, sent } = result.failure;
  if (!sent) return { kind: 'notSent', message };
  return { kind: leavesOpen(result.failure) ? 'unclear' : 'refused', message };
}

/** How an order ended; null: not known yet, to be read once more. */
function verdict(
  key: string,
  end: WriteEnd,
  before: OrderState,
  reading: ReadBack,
  lastTry: boolean,
): OutcomeLine | null {
  const { message } = end;
  const after = reading.ok && reading.value ? reading.value.state : null;
  const judgement = reading.ok ? (reading.value?.judgement ?? 'gone') : 'unread';
  if (judgement === 'asked') return outcomeLine(key, 'done', null, { before, after });
  if (end.kind === 'refused') {
    return outcomeLine(key, 'failed', 'upstreamRefused', { before, after, message });
  }
  if (judgement === 'gone') return outcomeLine(key, 'failed', 'notFound', { before });
  if (!lastTry) return null;
  // It said yes and still shows the old state after a few seconds: not applied. Silence and the old state: not known.
  if (end.kind === 'accepted' && judgement === 'notAsked') {
    return outcomeLine(key, 'failed', 'notApplied', { before, after });
  }
  return outcomeLine(key, 'unknown', 'notConfirmed', { before, after, message });
}

/** Waits before each read-back, ms: what was sent may take a moment to show. */
const READ_BACK_AFTER_MS = [0, 1000, 2000];

/**
 * Reads orders back until each is settled.
 * @param read reads the given orders and says of each how it stands.
 */
export async function confirmWrite(options: {
  clock: Clock;
  end: WriteEnd;
  before: ReadonlyMap<string, OrderState>;
  read: (keys: readonly string[], onRead: (key: string, reading: ReadBack) => void) => Promise<void>;
  report: Report;
}): Promise<void> {
  const { clock, end, before, read, report } = options;
  if (end.kind === 'notSent') {
    for (const [key, state] of before) {
      report(untouched(key, 'failed', 'upstreamUnreachable', state, end.message));
    }
    return;
  }
  let pending = [...before.keys()];
  for (const [attempt, wait] of READ_BACK_AFTER_MS.entries()) {
    if (pending.length === 0) return;
    if (wait > 0) await sleep(clock, wait);
    const lastTry = attempt === READ_BACK_AFTER_MS.length - 1;
    const open: string[] = [];
    await read(pending, (key, reading) => {
      const state = before.get(key) ?? { status: null, courierId: null };
      const line = verdict(key, end, state, reading, lastTry);
      if (line) report(line);
      else open.push(key);
    });
    pending = open;
  }
}
