/** Reads anew what may have changed while nothing was heard; what lies under the hand is left where it is. */
import type { Query, QueryClient } from '@tanstack/react-query';
import { PACE } from './livePace.ts';
import { FEEDS } from './followNews.ts';
import type { Readings } from './readings.ts';

/** Kinds of queries that have a rhythm of their own, or cannot change. */
const APART = new Set<unknown>(['session', 'appConfig', 'feeds', 'demoCity']);

/** After a restart of the proxy fifty browsers come at once: lists can wait a moment. */
const SPREAD_MS = 1_500;

/** A form that was begun with a reading does not want another (`refetchOnWindowFocus: false`); titles of ids never change. */
const readsAgain = (query: Query): boolean =>
  !APART.has(query.queryKey[0]) &&
  !(query.queryKey[0] === 'ireca' && query.queryKey[1] === 'dictionary') &&
  query.isActive() &&
  !query.observers.some(({ options }) => options.refetchOnWindowFocus === false);

export function createCatchUp(client: QueryClient, readings: Readings) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const feeds = () =>
    Object.values(FEEDS).flatMap((queryKey) => client.getQueryCache().find({ queryKey, exact: true }) ?? []);

  /** Begins a reading anew that hangs: its answer will not come any more. Resolves when it has been begun. */
  async function restart(query: Query): Promise<void> {
    const exactly = { queryKey: query.queryKey, exact: true };
    // A reading that replaces another one needs something to show meanwhile; a first one is called off.
    if (query.state.data === undefined) await client.cancelQueries(exactly);
    void client.refetchQueries(exactly);
  }

  /** Of these, those that were begun before `at` and did not end. */
  async function giveUp(queries: readonly Query[], at: number): Promise<void> {
    const hung = queries.filter(
      (query) => query.state.fetchStatus !== 'idle' && readings.begunAt(query) < at,
    );
    await Promise.all(hung.map(restart));
  }

  /** Pulls all feeds that have not been since `at`; one that is being pulled is waited for. */
  function pull(at = Infinity): void {
    for (const query of feeds()) {
      if (readings.begunAt(query) >= at) continue;
      void client.refetchQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });
    }
  }

  function readAnew(at: number): void {
    void client.invalidateQueries({
      predicate: (query) => readsAgain(query) && readings.begunAt(query) < at,
    });
  }

  return {
    pull: () => pull(),
    /** Feeds that have been pulled for too long are asked for anew. */
    giveUpHung: (now: number) => void giveUp(feeds(), now - PACE.hung),
    /** @param asleep nothing ran until now: what was asked for before will not be answered. */
    async catchUp(asleep: boolean): Promise<void> {
      const at = Date.now();
      clearTimeout(timer);
      if (asleep) await giveUp(client.getQueryCache().findAll({ fetchStatus: 'fetching' }), at);
      pull(at);
      if (asleep) readAnew(at);
      else timer = setTimeout(() => readAnew(at), Math.random() * SPREAD_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
