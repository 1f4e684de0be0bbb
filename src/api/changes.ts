/** What happened to orders since a moment: the proxy's log, kept current while somebody looks. */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { SLICE_MS, breathe } from '#src/api/feedPull.ts';
import { ApiError, request } from '#src/api/http.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { ChangedOrder, Changes, OrderStep } from '#src/contracts/changes.ts';
import { changedOrderSchema, changesFrameSchema } from '#src/contracts/changes.ts';
import { sameGlance } from '#src/domain/digestStep.ts';

/** The board moves on many times a minute; the log is asked again at most twice as often as this. */
const PACE_MS = 2_000;

const isEdit = ({ was, is }: OrderStep): boolean => sameGlance(was, is);

/**
 * Later steps after those that are held. The log may write a step anew with a later time (who did it became known, an
 * edit went on): then the former one is dropped, as it does not lead to what follows, or says the same.
 */
function withSteps(held: readonly OrderStep[], next: readonly OrderStep[]): OrderStep[] {
  const steps = [...held];
  for (const step of next) {
    for (let last = steps.at(-1); last && !sameGlance(last.is, step.was); last = steps.at(-1)) steps.pop();
    const last = steps.at(-1);
    if (last && isEdit(last) && isEdit(step) && last.by?.login === step.by?.login) steps.pop();
    steps.push(step);
  }
  return steps;
}

/** What a later answer (`since` = `held.now`) adds to the one that is held. Null: a gap lies between them. */
export function mergeChanges(held: Changes, next: Changes): Changes | null {
  if (next.knownFrom !== null && next.knownFrom > held.now) return null;
  const blind = new Map([...held.blind, ...next.blind].map((gap) => [`${gap.system}:${gap.from}`, gap]));
  const frame = {
    since: held.since,
    now: next.now,
    knownFrom: held.knownFrom ?? next.knownFrom,
    blind: [...blind.values()],
  };
  if (next.orders.length === 0) return { ...frame, orders: held.orders };
  const orders = new Map(held.orders.map((order) => [order.key, order]));
  for (const order of next.orders) {
    const known = orders.get(order.key);
    orders.set(order.key, known ? { ...order, steps: withSteps(known.steps, order.steps) } : order);
  }
  return { ...frame, orders: [...orders.values()] satisfies ChangedOrder[] };
}

/** Reads the orders in slices: those of a whole day would hold the page for a second. */
async function ask(since: number, signal: AbortSignal): Promise<Changes> {
  const frame = await request(`/api/changes?since=${since}`, changesFrameSchema, { signal });
  const orders: ChangedOrder[] = [];
  let began = performance.now();
  for (const row of frame.orders) {
    const order = changedOrderSchema.safeParse(row);
    if (!order.success) throw new ApiError('badAnswer', { status: 200, message: order.error.message });
    orders.push(order.data);
    if (performance.now() - began < SLICE_MS) continue;
    await breathe();
    signal.throwIfAborted();
    began = performance.now();
  }
  return { ...frame, orders };
}

/** @param since epoch ms. The first answer is whole, later ones bring what came after it. */
const changesQuery = (client: QueryClient, since: number) => {
  const queryKey = ['changes', since] as const;
  return queryOptions({
    queryKey,
    staleTime: PACE_MS,
    // Another moment was looked back to: nobody comes back to exactly this one.
    gcTime: 60_000,
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<Changes> => {
      const held = client.getQueryData<Changes>(queryKey);
      if (!held) return ask(since, signal);
      return mergeChanges(held, await ask(held.now, signal)) ?? ask(since, signal);
    },
  });
};

/** The log since a moment (epoch ms), asked again whenever the board has moved on. `since` null: nothing is asked. */
export function useChanges(since: number | null) {
  const client = useQueryClient();
  const query = useQuery({ ...changesQuery(client, since ?? 0), enabled: since !== null });
  const { refetch } = query;
  const version = useOrdersFeed(client).data?.version;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // One that waits already asks for this one too: a board that never rests must not put it off for ever.
    if (since === null || version === undefined || waiting.current !== undefined) return;
    const wait = () => {
      waiting.current = setTimeout(() => {
        waiting.current = undefined;
        // What is being read was asked for before the board moved on: it is asked once more when that has ended.
        if (client.isFetching({ queryKey: ['changes', since], exact: true }) > 0) wait();
        // A page that nobody sees reads it when it is looked at again (by then it is stale).
        else if (!document.hidden) void refetch();
      }, PACE_MS / 2);
    };
    wait();
  }, [client, since, version, refetch]);
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      waiting.current = undefined;
    },
    [since],
  );
  return query;
}
