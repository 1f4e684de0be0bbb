/** Couriers with who is on shift, and where each was last seen. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FeedState } from '#src/api/feedPull.ts';
import { pullFeed, reading } from '#src/api/feedPull.ts';
import { request } from '#src/api/http.ts';
import { licencesQuery } from '#src/api/licences.ts';
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import { lastPositionSchema } from '#src/contracts/ireca/location.ts';
import { couriers as courierList } from '#src/api/resources.ts';
import { positionsRefreshSchema } from '#src/contracts/positionsRefresh.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';

/** People and shifts change rarely; a minute is the pace at which a dispatcher would notice. */
const PACE_MS = 60_000;

/**
 * The couriers of iRECA, by id and by phone, with who is on shift. `directory` is undefined until couriers are known;
 * when only the licences fail, couriers are shown and `shiftsKnown` is false.
 */
export function useCourierDirectory() {
  const couriers = useQuery({
    ...courierList.list(useQueryClient()),
    staleTime: PACE_MS,
    refetchInterval: PACE_MS,
    structuralSharing: true,
    placeholderData: keepPreviousData,
  });
  const licences = useQuery(licencesQuery);
  const directory = useMemo(
    () => (couriers.data ? courierDirectory(couriers.data.records, licences.data ?? null) : undefined),
    [couriers.data, licences.data],
  );
  return {
    directory,
    setAside: couriers.data?.setAside ?? [],
    shiftsKnown: licences.data !== undefined,
    error: couriers.error ?? licences.error,
    refetch: () => Promise.all([couriers.refetch(), licences.refetch()]),
  };
}

export type PositionsFeed = FeedState<LastPosition>;

export const POSITIONS_FEED = ['feeds', 'positions'] as const;

const readPosition = reading(lastPositionSchema, (position) => position);

/** One last position per courier (key `ireca:<courierId>`), asked by the proxy once a minute for all browsers. */
export function usePositionsFeed(client: QueryClient) {
  return useQuery({
    queryKey: POSITIONS_FEED,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
    refetchInterval: PACE_MS,
    queryFn: ({ signal }) =>
      pullFeed(
        '/api/feeds/positions',
        client.getQueryData<PositionsFeed>(POSITIONS_FEED),
        ({ body }) => readPosition(body),
        {
          signal,
          onPartial: (partial) => client.setQueryData<PositionsFeed>(POSITIONS_FEED, partial),
        },
      ),
  });
}

/**
 * «Обновить»: has the proxy ask iRECA about the couriers whose own minute is over, and says when the next positions come.
 * What was asked about arrives through the feed.
 */
export function usePositionsRefresh() {
  return useMutation({
    mutationFn: () => request('/api/feeds/positions/refresh', positionsRefreshSchema, { method: 'POST' }),
  });
}
