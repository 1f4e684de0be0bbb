/** Listens for hints that a feed moved on, and pulls it. A lost hint costs seconds: the feeds also renew themselves by interval. */
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { POSITIONS_FEED } from '#src/api/couriers.ts';
import type { FeedState } from '#src/api/feedPull.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { Health, Hint } from '#src/contracts/feed.ts';
import { healthSchema, hintSchema } from '#src/contracts/feed.ts';

/** `connecting` until the first try has ended; `polling` when this network lets no event stream through. */
export const useLiveState = create<{ state: 'connecting' | 'live' | 'polling' }>(() => ({
  state: 'connecting',
}));

const KEYS = { orders: ORDERS_FEED, positions: POSITIONS_FEED } as const;
const RECONNECT_MS = 5000;

/**
 * Pulls the hinted feed unless it is already there. A pull under way is never cancelled (it may be a long first one):
 * when it ends behind the hint, one more pull follows.
 */
export async function followHint(client: QueryClient, { feed, version }: Hint): Promise<void> {
  const queryKey = KEYS[feed];
  const held = () => client.getQueryData<FeedState<unknown>>(queryKey)?.version;
  if (held() === version) return;
  const wasBusy = client.isFetching({ queryKey, exact: true }) > 0;
  await client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
  if (wasBusy && held() !== version) await client.refetchQueries({ queryKey, exact: true });
}

/** Renews the age and the troubles of what is held, without a pull. Before the first pull there is nothing to renew. */
export function followHealth(client: QueryClient, { feed, asOf, nextAt, problems }: Health): void {
  client.setQueryData<FeedState<unknown>>(KEYS[feed], (held) =>
    // A feed on its first way in is left alone: the pull that fills it brings its own age.
    held && held.loading === null ? { ...held, asOf, nextAt, problems } : held,
  );
}

/** Keeps the event stream open while `enabled` (somebody is signed in). */
export function useLiveUpdates(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource('/api/events');
      source.addEventListener('open', () => {
        useLiveState.setState({ state: 'live' });
        // Whatever happened while the stream was down is fetched now.
        for (const queryKey of Object.values(KEYS)) {
          void client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
        }
      });
      source.addEventListener('hint', (event: MessageEvent<string>) => {
        const hint = hintSchema.safeParse(JSON.parse(event.data));
        if (hint.success) void followHint(client, hint.data);
      });
      source.addEventListener('health', (event: MessageEvent<string>) => {
        const health = healthSchema.safeParse(JSON.parse(event.data));
        if (health.success) followHealth(client, health.data);
      });
      source.addEventListener('error', () => {
        useLiveState.setState({ state: 'polling' });
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, RECONNECT_MS);
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client, enabled]);
}
