/** A command's iRECA orders: all are guarded, then one `multipleUpdate` per batch of equal changes, then each is read back. */
import type { Action, OrderState, Target } from '#src/contracts/command.ts';
import { irecaState } from '#src/domain/orderState.ts';
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca, OrderAttributes } from '#proxy/upstream/ireca.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import { confirmWrite, writeEndOf } from './confirm.ts';
import { guard } from './guard.ts';
import { irecaAttributes, judgeIreca } from './irecaChange.ts';
import type { ReadOrders } from './irecaReads.ts';
import type { OrderLocks } from './orderLocks.ts';
import type { Report } from './outcome.ts';
import { untouched } from './outcome.ts';

export type IrecaParts = {
  clock: Clock;
  ireca: Ireca;
  read: ReadOrders;
  locks: OrderLocks;
  stopping: () => boolean;
};

/** Batches of one command written side by side (only `restore` has more than one). */
const BATCHES_AT_ONCE = 4;

type Batch = { attributes: OrderAttributes; before: Map<string, OrderState> };

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
    const verdict = guard(key, target, action, stateOf(reading));
    if (!verdict.pass) return settle(verdict.line);
    const { state } = verdict;
    if (stopping()) return settle(untouched(key, 'failed', 'stopping', state));
    const attributes = irecaAttributes(action, target);
    if (!attributes) return settle(untouched(key, 'forbidden', 'notSupported', state));
    const name = JSON.stringify(attributes);
    const batch = batches.get(name) ?? { attributes, before: new Map() };
    batches.set(name, batch);
    batch.before.set(key, state);
  });
  return [...batches.values()];
}

const stateOf = (reading: UpstreamResult<unknown>): UpstreamResult<OrderState | null> =>
  reading.ok ? succeeded(reading.value === null ? null : irecaState(reading.value)) : reading;

async function writeBatch({ attributes, before }: Batch, parts: IrecaParts, settle: Report): Promise<void> {
  const { clock, ireca, read, stopping } = parts;
  if (stopping()) {
    for (const [key, state] of before) settle(untouched(key, 'failed', 'stopping', state));
    return;
  }
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
  });
}
