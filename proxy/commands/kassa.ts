/** A command's Kassa orders: each is read losslessly, guarded, changed, PUT and read back; a few side by side. */
import type { Action, OrderState, Target } from '#src/contracts/command.ts';
import { kassaState } from '#src/domain/orderState.ts';
import type { Clock } from '#proxy/clock.ts';
import type { Deed } from '#proxy/feeds/changesDeeds.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import type { Kassa } from '#proxy/upstream/kassa.ts';
import { withOwnId } from '#proxy/upstream/kassa.ts';
import type { JsonObject } from '#proxy/upstream/losslessJson.ts';
import { plain } from '#proxy/upstream/losslessJson.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import { confirmWrite, writeEndOf } from './confirm.ts';
import { guard } from './guard.ts';
import { kassaAsAsked, kassaChange, kassaWrapper } from './kassaChange.ts';
import type { OrderLocks } from './orderLocks.ts';
import type { Report } from './outcome.ts';
import { untouched } from './outcome.ts';

export type KassaParts = {
  clock: Clock;
  kassa: Kassa;
  orders: OrdersFeed;
  /** To be said before an order is written: what is noticed of it until its end is this command's doing. */
  begin: (keys: readonly string[]) => Deed;
  locks: OrderLocks;
  stopping: () => boolean;
};

const SIDE_BY_SIDE = 4;

/** @param courierLogin whom an assignment is for, as a Kassa login. */
export async function runKassa(
  action: Action,
  targets: readonly Target[],
  courierLogin: string | null,
  parts: KassaParts,
  report: Report,
): Promise<void> {
  await inPool(targets, SIDE_BY_SIDE, async (target) => {
    const key = `kassa:${target.id}`;
    const release = await parts.locks.take([key]);
    try {
      await runOne(key, target, action, courierLogin, parts, report);
    } finally {
      release(key);
    }
  });
}

async function runOne(
  key: string,
  target: Target,
  action: Action,
  courierLogin: string | null,
  parts: KassaParts,
  report: Report,
): Promise<void> {
  const { clock, kassa, stopping } = parts;
  if (stopping()) return report(untouched(key, 'failed', 'stopping', null));
  const reading = await readOrder(target.id, parts);
  const verdict = guard(key, target, action, reading);
  if (!verdict.pass) return report(verdict.line);
  const { state, deed } = verdict;
  const order = reading.ok && reading.value ? reading.value.order : {};
  const change = kassaChange(deed, action, target, order, courierLogin);
  if (!change) return report(untouched(key, 'forbidden', 'notSupported', state));
  if (stopping()) return report(untouched(key, 'failed', 'stopping', state));
  const wrapper = kassaWrapper(order, change, kassa.username, clock.now());
  const doing = parts.begin([key]);
  const written = await kassa.writeOrder(target.id, wrapper);
  await confirmWrite({
    clock,
    end: writeEndOf(written),
    before: new Map([[key, state]]),
    report,
    read: async (_keys, onRead) => {
      const back = await readOrder(target.id, parts);
      if (!back.ok) return onRead(key, back);
      if (!back.value) return onRead(key, succeeded(null));
      const after = back.value.state;
      onRead(key, succeeded({ state: after, judgement: kassaAsAsked(change, after) ? 'asked' : 'notAsked' }));
    },
  }).finally(() => doing.end({ written }));
}

type Read = { order: JsonObject; state: OrderState };

/** The order right now; what is read goes into the feed at once. */
async function readOrder(id: string, { kassa, orders }: KassaParts): Promise<UpstreamResult<Read | null>> {
  const number = orders.feed.beginRead();
  const reading = await kassa.readOrder(id);
  if (!reading.ok) return reading;
  const order = reading.value;
  const readable = order && plain(withOwnId(order, id));
  orders.take('kassa', id, readable, number);
  return succeeded(order && { order, state: kassaState(readable) });
}
