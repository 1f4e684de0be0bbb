/** Giving all open orders of one courier to another one: to whom, what of them is possible, and the one press that does it. */
import { useMemo, useState } from 'react';
import { startAssign, useCommandStore } from '#src/components/commands/commandStore.ts';
import {
  matchingCandidates,
  standingCandidate,
  useCandidates,
} from '#src/components/commands/useCandidates.ts';
import { assignPlan } from '#src/domain/assignPlan.ts';
import type { Candidate } from '#src/domain/candidates.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

type HandOverOf = {
  /** Whose orders they are: not proposed. */
  courierId: string;
  orders: readonly DispatchOrder[];
  /** A command has begun: the id of its run, and who gets the orders. */
  onGiven: (runId: string) => void;
};

export function useHandOver({ courierId, orders, onGiven }: HandOverOf) {
  const inFlight = useCommandStore((state) => state.pending);
  const [filter, setFilter] = useState('');
  const [standingId, setStandingId] = useState<string | null>(null);
  const free = useMemo(() => orders.filter(({ key }) => !inFlight.has(key)), [orders, inFlight]);
  const found = useCandidates(free);
  const { directory, ranked } = found;
  const others = useMemo(
    () => ranked.filter(({ courier }) => courier.courierId !== courierId),
    [ranked, courierId],
  );
  const shown = useMemo(() => matchingCandidates(others, filter), [others, filter]);
  const standing = standingCandidate(shown, standingId);
  const plan = useMemo(
    () => (directory && standing ? assignPlan(free, standing.courier, directory) : null),
    [directory, standing, free],
  );

  const take = ({ courier }: Candidate) => {
    if (!directory) return;
    const { assign } = assignPlan(free, courier, directory);
    const run = assign.length > 0 ? startAssign(assign, courier) : null;
    if (run === null) setStandingId(courier.courierId);
    else onGiven(run);
  };

  return {
    ...found,
    /** Somebody else is there at all; null = not known yet. */
    anybody: found.state === 'ready' ? others.length > 0 : null,
    shown,
    standing,
    plan,
    /** Those that no command is under way for. */
    free,
    filter,
    setFilter: (typed: string) => {
      setFilter(typed);
      setStandingId(null);
    },
    stand: setStandingId,
    take,
  };
}

export type HandOver = ReturnType<typeof useHandOver>;
