/** Fixes of a courier over some hours, read by the proxy page by page. */
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import type { Query } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import { trackSchema } from '#src/contracts/track.ts';

/** Epoch ms, both ends included; at most 48 hours apart. */
export type TrackAsk = { courierId: string; from: number; to: number };

export type TrackFixes = {
  fixes: IrecaLocation[];
  /** Entries that could not be read at all. */
  setAside: number;
  /** When iRECA was asked, epoch ms. */
  asOf: number;
  /** False: there were more pages than are read; the earliest are here. */
  complete: boolean;
  /**
   * Null: these are the fixes. Else epoch ms: iRECA was asked about this courier less than a minute ago, so this range
   * is read only then. It is asked for again by itself; there are no fixes until then.
   */
  retryAt: number | null;
};

/** iRECA gives positions once a minute (iRECA API text); a second more, so that its turn has surely come. */
const PACE_MS = 61_000;
const SOON_MS = 1_000;

async function readTrack(ask: TrackAsk, signal: AbortSignal): Promise<TrackFixes> {
  const search = new URLSearchParams({
    courierId: ask.courierId,
    from: String(ask.from),
    to: String(ask.to),
  });
  const { fixes, ...rest } = await request(`/api/tracks?${search}`, trackSchema, { signal });
  return { ...rest, fixes: fixes.records, setAside: fixes.setAside.length };
}

/** Ms until the same is asked again; false = never: what lies in the past by more than its reading does not grow. */
function askAgainIn(ask: TrackAsk, data: TrackFixes | undefined): number | false {
  if (!data) return false;
  if (data.retryAt !== null) return Math.max(SOON_MS, data.retryAt - data.asOf + SOON_MS);
  return ask.to > data.asOf ? PACE_MS : false;
}

const trackQuery = (ask: TrackAsk | null) =>
  queryOptions({
    queryKey: ['track', ask?.courierId, ask?.from, ask?.to],
    queryFn: ask === null ? skipToken : ({ signal }): Promise<TrackFixes> => readTrack(ask, signal),
    refetchInterval: (query: Query<TrackFixes>) => (ask ? askAgainIn(ask, query.state.data) : false),
  });

/**
 * Fixes of a courier; null asks nothing. While the range reaches beyond now, it is read again once a minute. Unchanged
 * fixes keep their identity. Fails with an `ApiError`.
 */
export function useTrackFixes(ask: TrackAsk | null) {
  return useQuery(trackQuery(ask));
}
