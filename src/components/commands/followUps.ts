/** What may follow a run: repeating what failed, looking again at what changed, taking it back. */
import type { OrderState, OutcomeLine } from '#src/contracts/command.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';
import { undoTargets } from '#src/domain/undo.ts';
import type { CommandRun, RowState, RunRow, RunTarget } from './commandRun.ts';
import { runRows } from './commandRun.ts';

const FAILED: ReadonlySet<RowState> = new Set(['failed', 'notApplied', 'unknown', 'unsent']);
const CHANGED: ReadonlySet<RowState> = new Set(['changed', 'changedLater']);

/** The order's state that the panel's row shows: read back, found on the later look, or what was on screen. */
const shownState = ({ target, line, later }: RunRow): OrderState => later?.now ?? line?.after ?? target.seen;

/**
 * What «Повторить неудавшиеся» sends and what the dispatcher must look at again. An order that failed but is, by what
 * the screen shows now, not as the panel's row says, is never sent again unseen: it belongs to `lookAgain`.
 * @param now the order as on screen; undefined when it is on no list any more.
 * @param newer orders that a later deed has touched: that one has the word now.
 */
export function retryPlan(
  run: CommandRun,
  now: (key: OrderKey) => DispatchOrder | undefined,
  newer: ReadonlySet<OrderKey> = new Set(),
): { targets: RunTarget[]; lookAgain: OrderKey[] } {
  const targets: RunTarget[] = [];
  const lookAgain: OrderKey[] = [];
  if (run.state === 'running') return { targets, lookAgain };
  for (const row of runRows(run)) {
    const { target, state } = row;
    if (newer.has(target.key)) continue;
    if (CHANGED.has(state)) lookAgain.push(target.key);
    if (!FAILED.has(state)) continue;
    const shown = shownState(row);
    const current = now(target.key)?.seen ?? shown;
    if (sameState(current, target.seen) || sameState(current, shown))
      targets.push({ ...target, seen: current });
    else lookAgain.push(target.key);
  }
  return { targets, lookAgain };
}

/** Orders that runs begun after this one have touched. `runs`: newest first. */
export function newerKeys(runs: readonly CommandRun[], id: string): Set<OrderKey> {
  const keys = new Set<OrderKey>();
  for (const run of runs) {
    if (run.id === id) break;
    for (const { key } of run.targets) keys.add(key);
  }
  return keys;
}

/** How many orders did not end as asked, each by the latest deed on it. `runs`: newest first. */
export function needsAttention(runs: readonly CommandRun[]): number {
  const judged = new Set<OrderKey>();
  let count = 0;
  for (const run of runs) {
    for (const { target, state } of runRows(run)) {
      if (judged.has(target.key)) continue;
      judged.add(target.key);
      if (!run.dismissed && (FAILED.has(state) || CHANGED.has(state))) count += 1;
    }
  }
  return count;
}

/** What «Отменить действие» sends: back to the state before, of those that are done. Empty when nothing can be taken back. */
export function undoPlan(run: CommandRun, newer: ReadonlySet<OrderKey>): RunTarget[] {
  if (run.state === 'running') return [];
  const lines = runRows(run).flatMap(({ target, state, line, later }): OutcomeLine[] => {
    if (newer.has(target.key)) return [];
    if (state === 'done' && line) return [line];
    const confirmed = state === 'confirmedLater' && later && line;
    return confirmed ? [{ ...line, outcome: 'done', after: later.now }] : [];
  });
  const sent = new Map(run.targets.map((target) => [target.key, target]));
  return undoTargets(run.action, lines, sent).map((target) => {
    const key: OrderKey = `${target.system}:${target.id}`;
    return { ...target, key, number: sent.get(key)?.number ?? target.id };
  });
}
