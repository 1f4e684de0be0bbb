/** When each query was last begun to be read: what was begun before something happened cannot know of it. */
import type { Query, QueryClient } from '@tanstack/react-query';

export type Readings = {
  /** Epoch ms; of what was read before anybody noted it, when it arrived. 0: before the clock was set back. */
  begunAt(query: Query): number;
  stop(): void;
};

export function noteReadings(client: QueryClient): Readings {
  const begun = new WeakMap<Query, number>();
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'fetch') begun.set(event.query, Date.now());
  });
  const begunAt = (query: Query): number => {
    const at = begun.get(query) ?? query.state.dataUpdatedAt;
    return at <= Date.now() ? at : 0;
  };
  return { begunAt, stop };
}
