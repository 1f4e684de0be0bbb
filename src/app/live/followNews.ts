/** What the proxy tells of: a feed moved on, its data is this old, a list was written. Hints lead to reading, never to data. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { POSITIONS_FEED } from '#src/api/couriers.ts';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import type { FeedState } from '#src/api/feedPull.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { Health, Hint } from '#src/contracts/feed.ts';
import { healthSchema, hintSchema, listHintSchema } from '#src/contracts/feed.ts';
import type { StreamEvent } from './eventStream.ts';
import { followErrorLogs } from './errorLogs.ts';
import { createListNews } from './listNews.ts';
import type { Readings } from './readings.ts';

export const FEEDS = {
  orders: ORDERS_FEED,
  positions: POSITIONS_FEED,
  deviceErrors: DEVICE_ERRORS_FEED,
} as const satisfies Record<Hint['feed'], QueryKey>;

/** Renews the age and the troubles of what is held, without a pull. Before the first pull there is nothing to renew. */
export function followHealth(client: QueryClient, { feed, asOf, nextAt, problems }: Health): void {
  // What a failed pull left behind is not as new as the proxy's: that would hide the failure and put off the next pull.
  if (client.getQueryState(FEEDS[feed])?.status === 'error') return;
  client.setQueryData<FeedState<unknown>>(FEEDS[feed], (held) => {
    // A feed on its first way in is left alone: the pull that fills it brings its own age.
    if (!held || held.loading !== null) return held;
    const older = (['ireca', 'kassa'] as const).some(
      (system) => (asOf[system] ?? Infinity) < (held.asOf[system] ?? 0),
    );
    // Said by a tab that was frozen since.
    return older ? held : { ...held, asOf, nextAt, problems };
  });
}

/** Takes in what the proxy says, by this tab's stream or another's. `stop` ends what is still waiting. */
export function followNews(client: QueryClient, readings: Readings) {
  /** The version last heard of, per feed; feeds that are being pulled for it. */
  const wanted = new Map<Hint['feed'], string>();
  const pulling = new Set<Hint['feed']>();
  const lists = createListNews(client, readings);
  const stopErrorLogs = followErrorLogs(client, readings);

  /**
   * Pulls a feed until it is where it is said to be. A pull under way is never cancelled (it may be a long first one):
   * when it ends behind the hint, one more follows, however many hints came meanwhile.
   */
  async function followHint({ feed, version }: Hint): Promise<void> {
    wanted.set(feed, version);
    if (pulling.has(feed)) return;
    pulling.add(feed);
    const queryKey = FEEDS[feed];
    const held = () => client.getQueryData<FeedState<unknown>>(queryKey)?.version;
    try {
      let asked: string | undefined;
      let wasBusy = true;
      while (held() !== wanted.get(feed) && (wasBusy || asked !== wanted.get(feed))) {
        asked = wanted.get(feed);
        wasBusy = client.isFetching({ queryKey, exact: true }) > 0;
        await client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
      }
    } finally {
      pulling.delete(feed);
    }
  }

  return {
    followHint,
    take(event: StreamEvent, data: string): void {
      const body = json(data);
      if (event === 'hint') {
        const hint = hintSchema.safeParse(body);
        if (hint.success) void followHint(hint.data);
      } else if (event === 'health') {
        const health = healthSchema.safeParse(body);
        if (health.success) followHealth(client, health.data);
      } else if (event === 'list') {
        const told = listHintSchema.safeParse(body);
        if (told.success) lists.follow(told.data.list);
      }
    },
    stop(): void {
      lists.stop();
      stopErrorLogs();
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
