/** One deed of the dispatcher over some orders: what was sent, how each order ended, what may be sent again. */
import type { FailureCode } from '#src/api/http.ts';
import type { Action, OrderState, Outcome, OutcomeLine, Target } from '#src/contracts/command.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';
import type { ChangedOrder } from './commandDraft.ts';

/** An order as it stood on screen when the dispatcher decided, with what people call it. */
export type RunTarget = Target & { key: OrderKey; number: string };

/** Orders sent as one command. `refused`: the proxy took none of them; nothing was written. */
export type Chunk = { commandId: string; size: number; state: 'waiting' | 'sent' | 'settled' | 'refused' };

/** What the orders feed said later about an order that could not be confirmed at once. `now` null: it is deleted. */
export type LaterVerdict = { verdict: 'done' | 'notApplied' | 'changed'; now: OrderState | null };

/** How often, since it could not be confirmed, the system was read again without showing what was asked for. */
export type Watch = { asOf: number; reads: number };

export type RunFailure = {
  code: FailureCode;
  message: string | null;
  system: System | null;
  retryAfter: number | null;
};

export type CommandRun = {
  id: string;
  action: Action;
  /** For `assign`: who, as he was called then. */
  courierName: string | null;
  targets: RunTarget[];
  chunks: Chunk[];
  startedAt: number;
  lines: Partial<Record<OrderKey, OutcomeLine>>;
  later: Partial<Record<OrderKey, LaterVerdict>>;
  watch: Partial<Record<OrderKey, Watch>>;
  /** settled: every order that was sent has its line · lost: the dispatcher stopped waiting, or the answer was unreadable. */
  state: 'running' | 'settled' | 'lost';
  /** «Остановить» was pressed: chunks still waiting are not sent. */
  stopped: boolean;
  /** Why the whole command was refused. */
  failure: RunFailure | null;
  /** The run that this one takes back, or whose failed part it repeats. */
  undoOf: string | null;
  retryOf: string | null;
  /** Closed by the dispatcher: only the journal shows it. */
  dismissed: boolean;
};

/** queued: not sent yet · inFlight: sent, no word yet · unsent: will not be sent any more · the rest as in the contract. */
export type RowState =
  'queued' | 'inFlight' | 'unsent' | Outcome | 'confirmedLater' | 'notApplied' | 'changedLater';

/**
 * The proxy takes a command whole; what is sent in one piece can only be stopped between pieces. A hundred orders are
 * settled within seconds, so «Остановить» is felt, and iRECA still gets few, large changes.
 */
export const CHUNK_SIZE = 100;

/** An order as a target: guarded by what was on screen. `own`: what only this order's deed needs. */
export function runTarget(order: DispatchOrder, own: Partial<Target> = {}): RunTarget {
  const { system, id, seen, key, number } = order;
  return { system, id, seen, key, number, ...own };
}

export type NewRun = {
  action: Action;
  targets: RunTarget[];
  courierName?: string | null;
  /** Orders that changed before they could be sent: listed with that outcome, not sent. */
  heldBack?: ChangedOrder[];
  undoOf?: string | null;
  retryOf?: string | null;
};

/** @param now epoch ms. @param newId makes uuids: one for the run, one for each chunk. */
export function makeRun(made: NewRun, now: number, newId: () => string): CommandRun {
  const chunks: Chunk[] = [];
  for (let from = 0; from < made.targets.length; from += CHUNK_SIZE) {
    const size = Math.min(CHUNK_SIZE, made.targets.length - from);
    chunks.push({ commandId: newId(), size, state: 'waiting' });
  }
  const heldBack = made.heldBack ?? [];
  if (heldBack.length > 0) chunks.push({ commandId: newId(), size: heldBack.length, state: 'settled' });
  return {
    id: newId(),
    action: made.action,
    courierName: made.courierName ?? null,
    targets: [...made.targets, ...heldBack.map(({ order, was }) => runTarget(order, { seen: was.seen }))],
    chunks,
    startedAt: now,
    lines: Object.fromEntries(heldBack.map((held) => [held.order.key, changedLine(held)])),
    later: {},
    watch: {},
    state: 'running',
    stopped: false,
    failure: null,
    undoOf: made.undoOf ?? null,
    retryOf: made.retryOf ?? null,
    dismissed: false,
  };
}

function changedLine({ order: { key, seen, ...order }, was }: ChangedOrder): OutcomeLine {
  const moved = order.windowFrom !== was.windowFrom || order.windowTo !== was.windowTo;
  const reason = moved ? 'windowChanged' : 'addressChanged';
  return {
    key,
    outcome: 'changed',
    reason: sameState(seen, was.seen) ? reason : null,
    before: seen,
    after: seen,
    message: null,
  };
}

/** The targets of the chunk at `index`. */
export function chunkTargets(run: CommandRun, index: number): RunTarget[] {
  const from = run.chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.size, 0);
  return run.targets.slice(from, from + (run.chunks[index]?.size ?? 0));
}

const LATER: Record<LaterVerdict['verdict'], RowState> = {
  done: 'confirmedLater',
  notApplied: 'notApplied',
  changed: 'changedLater',
};

function stateOf(run: CommandRun, key: OrderKey, chunk: Chunk): RowState {
  const later = run.later[key];
  if (later) return LATER[later.verdict];
  const line = run.lines[key];
  if (line) return line.outcome === 'failed' && line.reason === 'notApplied' ? 'notApplied' : line.outcome;
  if (chunk.state === 'refused') return 'unsent';
  if (chunk.state === 'waiting') return run.state === 'running' && !run.stopped ? 'queued' : 'unsent';
  return run.state === 'running' ? 'inFlight' : 'unknown';
}

export type RunRow = {
  target: RunTarget;
  state: RowState;
  line: OutcomeLine | null;
  later: LaterVerdict | null;
};

/** Every order of the run with where it stands, in the order of sending. */
export function runRows(run: CommandRun): RunRow[] {
  return run.chunks.flatMap((chunk, index) =>
    chunkTargets(run, index).map((target) => ({
      target,
      state: stateOf(run, target.key, chunk),
      line: run.lines[target.key] ?? null,
      later: run.later[target.key] ?? null,
    })),
  );
}

export type RunTally = Record<RowState, number> & {
  total: number;
  /** Have their word, of any kind; what is not sent will never have one. */
  settled: number;
  /** Done at once or confirmed later. */
  good: number;
};

export function tally(rows: RunRow[]): RunTally {
  const count: RunTally = {
    queued: 0,
    inFlight: 0,
    unsent: 0,
    done: 0,
    changed: 0,
    forbidden: 0,
    failed: 0,
    unknown: 0,
    confirmedLater: 0,
    notApplied: 0,
    changedLater: 0,
    total: rows.length,
    settled: 0,
    good: 0,
  };
  for (const row of rows) count[row.state] += 1;
  count.good = count.done + count.confirmedLater;
  count.settled = count.total - count.queued - count.inFlight - count.unsent;
  return count;
}

/** True while a row of the run may still get another word. */
export function isUnsettled(run: CommandRun): boolean {
  return run.state === 'running' || runRows(run).some((row) => row.state === 'unknown');
}

/** Orders of running runs that have no word yet. */
export function pendingKeys(runs: CommandRun[]): Set<OrderKey> {
  const keys = new Set<OrderKey>();
  for (const run of runs) {
    if (run.state !== 'running') continue;
    for (const { target, state } of runRows(run)) {
      if (state === 'queued' || state === 'inFlight') keys.add(target.key);
    }
  }
  return keys;
}

const HISTORY = 20;
const HISTORY_TARGETS = 4_000;

/** Newest first; at most twenty, fewer when they are huge. What still runs is always kept. */
export function keptRuns(runs: CommandRun[]): CommandRun[] {
  let targets = 0;
  return runs.filter((run, index) => {
    targets += run.targets.length;
    return run.state === 'running' || index === 0 || (index < HISTORY && targets <= HISTORY_TARGETS);
  });
}
