/** Couriers for some orders, best first, with what the list says about each. Their order stands still while it is looked at. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory, usePositionsFeed } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { believedPosition } from '#src/components/map/courierSummary.ts';
import { useWithHandPoints } from '#src/components/map/handPoints.ts';
import type { Candidate } from '#src/domain/candidates.ts';
import { rankCandidates } from '#src/domain/candidates.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { CourierLoad, Position } from '#src/domain/courierState.ts';
import { courierLoads } from '#src/domain/courierState.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';
import type { Start } from './candidateWords.ts';
import { startOf } from './candidateWords.ts';

export type Candidates = {
  /** Undefined until the couriers are known. */
  directory: CourierDirectory | undefined;
  /** Empty until it can be ranked once and for all: nobody may confirm a courier who is about to be overtaken. */
  ranked: Candidate[];
  /** failed: the couriers could not be read. */
  state: 'loading' | 'failed' | 'ready';
  loads: ReadonlyMap<string, CourierLoad>;
  /** What the distances are measured to. */
  start: Start;
  shiftsKnown: boolean;
  error: unknown;
  refetch: () => void;
};

const NO_LOADS: ReadonlyMap<string, CourierLoad> = new Map();
const NO_CANDIDATES: Candidate[] = [];

/** How long the list waits for where the couriers are. */
const PATIENCE_MS = 1_500;

/** Ages and distances go on being renewed; the order is that of the first full look, so nothing moves under the hand. */
export function useCandidates(orders: readonly DispatchOrder[]): Candidates {
  const client = useQueryClient();
  const { directory, shiftsKnown, error, refetch } = useCourierDirectory();
  const { data: feed } = useOrdersFeed(client);
  const { data: seen, isPending: positionsPending } = usePositionsFeed(client);
  const { atRiskMinutes } = useAppConfig();
  // Ranking for thousands of orders takes a while; then once a minute has to do.
  const now = useNow(orders.length > 500 ? 60_000 : 10_000);
  const minute = useNow(60_000);

  const records = feed?.records;
  const located = useWithHandPoints(orders);
  const loads = useMemo(
    () =>
      directory && records ? courierLoads(records.values(), directory, minute, atRiskMinutes) : NO_LOADS,
    [directory, records, minute, atRiskMinutes],
  );
  const fresh = useMemo(() => {
    if (!directory) return NO_CANDIDATES;
    const positions = new Map<string, Position>();
    for (const { courierId } of directory.all) {
      const position = believedPosition(seen?.records.get(`ireca:${courierId}`), now);
      if (position) positions.set(courierId, position);
    }
    return rankCandidates({ orders: located, directory, positions, loads, now });
  }, [directory, seen, located, loads, now]);

  const outOfPatience = usePatience(PATIENCE_MS);
  const [order, setOrder] = useState<ReadonlyMap<string, number> | null>(null);
  if (order === null && directory && records && (!positionsPending || outOfPatience)) {
    setOrder(new Map(fresh.map(({ courier }, index) => [courier.courierId, index])));
  }
  const ranked = useMemo(() => (order ? inOrder(fresh, order) : NO_CANDIDATES), [fresh, order]);
  return {
    directory,
    ranked,
    state: order ? 'ready' : error ? 'failed' : 'loading',
    loads,
    start: startOf(located),
    shiftsKnown,
    error,
    refetch: () => void refetch(),
  };
}

/** True once so much time has passed: an upstream that keeps its positions to itself does not keep the list back. */
function usePatience(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

/** Couriers that came later stand at the end. */
function inOrder(fresh: Candidate[], order: ReadonlyMap<string, number>): Candidate[] {
  const place = ({ courier }: Candidate) => order.get(courier.courierId) ?? order.size;
  return [...fresh].sort((a, b) => place(a) - place(b));
}

/**
 * Those whose name (ё = е, any case) or phone (any digits of it) holds what was typed; every word of it must be found.
 * @returns all of them when nothing was typed.
 */
export function matchingCandidates(ranked: Candidate[], typed: string): Candidate[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return ranked;
  const digits = digitsOf(typed);
  const phoneOnly = digits.length >= 2 && !/\p{L}/u.test(typed);
  return ranked.filter(({ courier }) => {
    if (phoneOnly) {
      const phone = courier.phoneDigits ?? digitsOf(courier.phone);
      return phone.includes(digits) || phone.includes(phoneDigits(typed) ?? digits);
    }
    const name = fold(courier.title);
    return words.every((word) => name.includes(word));
  });
}

/** So many who cannot take the orders are shown beside those who can. */
const MOST_BARRED = 2;

/** True when `barred` would stand before `last` if only the orders could be given to him. */
function wouldBeBefore(barred: Candidate, last: Candidate): boolean {
  if (barred.onShift !== last.onShift) return barred.onShift;
  if (barred.score !== null && last.score !== null) return barred.score < last.score;
  return barred.score !== null || (last.score === null && barred.openOrders < last.openOrders);
}

/**
 * The best `most`, and behind them those who would be among them but cannot take any of the orders: whoever looks for the
 * courier around the corner must see why he is not proposed.
 */
export function bestCandidates(shown: readonly Candidate[], most: number): Candidate[] {
  const able = shown.filter(({ possibleOrders }) => possibleOrders > 0).slice(0, most);
  const last = able.length < most ? undefined : able.at(-1);
  const barred = shown.filter(
    (one) => one.possibleOrders === 0 && (last === undefined || wouldBeBefore(one, last)),
  );
  return [...able, ...barred.slice(0, MOST_BARRED)];
}

/** The one to stand on: the chosen one while it is shown, else the best who can take any of the orders. */
export function standingCandidate(shown: Candidate[], chosenId: string | null): Candidate | null {
  return (
    shown.find(({ courier }) => courier.courierId === chosenId) ??
    shown.find(({ possibleOrders, alreadyHas }) => possibleOrders > alreadyHas) ??
    shown[0] ??
    null
  );
}
