/** A command's iRECA orders: all are guarded, then one `multipleUpdate` per batch of equal changes (deleting: one call per order), then each is read back. */
import type { Action, OrderState, Target } from '#src/contracts/command.ts';
import { irecaState } from '#src/domain/orderState.ts';
import type { Clock } from '#proxy/clock.ts';
import type { Deed } from '#proxy/feeds/changesDeeds.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca, OrderAttributes } from '#proxy/upstream/ireca.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import { confirmWrite, writeEndOf } from './confirm.ts';
import type { Reading } from './guard.ts';
import { guard } from './guard.ts';
import { irecaAttributes, irecaOnBoard, judgeIreca } from './irecaChange.ts';
import type { ReadOrders } from './irecaReads.ts';
import type { OrderLocks } from './orderLocks.ts';
import type { Report } from './outcome.ts';
import { untouched } from './outcome.ts';

export type IrecaParts = {
  clock: Clock;
  ireca: Ireca;
  read: ReadOrders;
  /** To be said before orders are written: what is noticed of them until its end is this command's doing. */
  begin: (keys: readonly string[]) => Deed;
  locks: OrderLocks;
  stopping: () => boolean;
};

/** Writes of one command side by side: `restore` and `reschedule` have several batches, deleting one call an order. */
const BATCHES_AT_ONCE = 4;

/** Orders to which the same is written; `attributes` null: they are deleted. */
type Batch = { attributes: OrderAttributes | null; before: Map<string, OrderState> };

const keyOf = (id: string) => `ireca:${id}`;
const idOf = (key: string) => key.slice('ireca:'.length);

/** Does the action to these orders and reports each. The courier of an assignment is known to exist. */
export async function runIreca(
  action: Action,
  targets: readonly Target[],
  parts: IrecaParts,
  report: Report,
): Promise<void> {
  if (targets.length === 0) return;
  if (action.type === 'cancel' && action.reasonId === null) {
    for (const { id } of targets) report(untouched(keyOf(id), 'failed', 'reasonRequired', null));
    return;
  }
  const release = await parts.locks.take(targets.map(({ id }) => keyOf(id)));
  const settle: Report = (line) => {
    report(line);
    release(line.key);
  };
  try {
    const batches = await guarded(action, targets, parts, settle);
    await inPool(batches, BATCHES_AT_ONCE, (batch) => writeBatch(batch, parts, settle));
  } finally {
    for (const { id } of targets) release(keyOf(id));
  }
}

/** Re-reads the orders and puts those that pass into batches of equal change. */
async function guarded(
  action: Action,
  targets: readonly Target[],
  { read, stopping }: IrecaParts,
  settle: Report,
): Promise<Batch[]> {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const batches = new Map<string, Batch>();
  await read([...byId.keys()], (id, reading) => {
    const target = byId.get(id);
    if (!target) return;
    const key = keyOf(id);
    const verdict = guard(key, target, action, readingOf(reading));
    if (!verdict.pass) return settle(verdict.line);
    const { state } = verdict;
    if (stopping()) return settle(untouched(key, 'failed', 'stopping', state));
    const attributes = irecaAttributes(action, target);
    if (!attributes && verdict.deed !== 'irecaDelete')
      return settle(untouched(key, 'forbidden', 'notSupported', state));
    const name = JSON.stringify(attributes);
    const batch = batches.get(name) ?? { attributes, before: new Map() };
    batches.set(name, batch);
    batch.before.set(key, state);
  });
  return [...batches.values()];
}

function readingOf(reading: UpstreamResult<unknown>): UpstreamResult<Reading | null> {
  if (!reading.ok) return reading;
  const raw = reading.value;
  return succeeded(raw === null ? null : { state: irecaState(raw), onBoard: () => irecaOnBoard(raw) });
}

async function writeBatch({ attributes, before }: Batch, parts: IrecaParts, settle: Report): Promise<void> {
  if (attributes === null) return deleteAll(before, parts, settle);
  const { clock, ireca, read, begin, stopping } = parts;
  if (stopping()) {
    for (const [key, state] of before) settle(untouched(key, 'failed', 'stopping', state));
    return;
  }
  const doing = begin([...before.keys()]);
  const written = await ireca.updateOrders([...before.keys()].map(idOf), attributes);
  await confirmWrite({
    clock,
    end: writeEndOf(written),
    before,
    report: settle,
    read: (keys, onRead) =>
      read(keys.map(idOf), (id, reading) => {
        if (!reading.ok) return onRead(keyOf(id), reading);
        if (reading.value === null) return onRead(keyOf(id), succeeded(null));
        const judgement = judgeIreca(attributes, reading.value);
        onRead(keyOf(id), succeeded({ state: irecaState(reading.value), judgement }));
      }),
  }).finally(() => doing.end({ written }));
}

/** One call for each order; it is deleted when iRECA does not know it any more. */
async function deleteAll(before: Batch['before'], parts: IrecaParts, settle: Report): Promise<void> {
  const { clock, ireca, read, begin, stopping } = parts;
  await inPool([...before], BATCHES_AT_ONCE, async ([key, state]) => {
    if (stopping()) return settle(untouched(key, 'failed', 'stopping', state));
    const doing = begin([key]);
    const written = await ireca.deleteOrder(idOf(key));
    await confirmWrite({
      clock,
      end: writeEndOf(written),
      before: new Map([[key, state]]),
      report: settle,
      read: (keys, onRead) =>
        read(keys.map(idOf), (id, reading) => {
          if (!reading.ok) return onRead(keyOf(id), reading);
          const left = reading.value === null ? null : irecaState(reading.value);
          onRead(keyOf(id), succeeded({ state: left, judgement: left === null ? 'asked' : 'notAsked' }));
        }),
    }).finally(() => doing.end({ written }));
  });
}
