/** What can still be done with a run: repeat what failed, look again at what changed, take it back. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { undoAction } from '#src/domain/undo.ts';
import type { CommandRun } from './commandRun.ts';
import { newerKeys, retryPlan, undoPlan } from './followUps.ts';
import { useCommandStore } from './commandStore.ts';

export type RunActions = {
  /** How many `retry` would send; 0 = nothing failed. */
  retryable: number;
  retry: () => void;
  /** How many changed under the dispatcher's hand. */
  changed: number;
  /** Selects them in the table. */
  lookAgain: () => void;
  undoable: number;
  undo: () => void;
};

export function useRunActions(run: CommandRun): RunActions {
  const { data: feed } = useOrdersFeed(useQueryClient());
  const runs = useCommandStore((state) => state.runs);
  const start = useCommandStore((state) => state.start);
  const records = feed?.records;
  const plan = useMemo(() => {
    const newer = newerKeys(runs, run.id);
    return { ...retryPlan(run, (key: OrderKey) => records?.get(key), newer), back: undoPlan(run, newer) };
  }, [run, runs, records]);

  return {
    retryable: plan.targets.length,
    retry: () =>
      start({
        action: run.action,
        courierName: run.courierName,
        targets: plan.targets,
        // What is sent again to put something back still puts it back.
        undoOf: run.undoOf,
        retryOf: run.id,
      }),
    changed: plan.lookAgain.length,
    lookAgain: () => useBoardStore.getState().select(plan.lookAgain, plan.lookAgain[0] ?? null),
    undoable: plan.back.length,
    undo: () => {
      const action = undoAction(run.action);
      if (action) start({ action, targets: plan.back, undoOf: run.id });
    },
  };
}
