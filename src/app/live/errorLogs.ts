/** Journals of terminals and recorders that are on screen: read anew when the feed of errors moved on, however that came. */
import type { QueryClient } from '@tanstack/react-query';
import { hashKey } from '@tanstack/react-query';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import type { FeedState } from '#src/api/feedPull.ts';
import type { Readings } from './readings.ts';

/** Errors of terminals and recorders as single orders and couriers show them: their keys name the log. */
const ERROR_LOGS = ['bankTerminalLogs', 'fiscalRegistratorLogs'];

/**
 * The feed moves on after a hint, and by polling where no hint gets through. What was begun to be read no earlier than
 * the feed itself (a catch-up reads both) has the change already.
 * @returns how to stop.
 */
export function followErrorLogs(client: QueryClient, readings: Readings): () => void {
  const feed = hashKey(DEVICE_ERRORS_FEED);
  const held = () => {
    const state = client.getQueryData<FeedState<unknown>>(DEVICE_ERRORS_FEED);
    // A feed on its first way in has moved nowhere yet.
    return state && !state.loading ? state.version : undefined;
  };
  let version = held();
  return client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryHash !== feed) return;
    const before = version;
    version = held() ?? before;
    if (before === undefined || version === before) return;
    const begun = readings.begunAt(query);
    void client.invalidateQueries({
      predicate: (log) =>
        log.queryKey.some((part) => ERROR_LOGS.includes(String(part))) && readings.begunAt(log) < begun,
    });
  });
}
