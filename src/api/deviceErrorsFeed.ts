/** The errors of bank terminals and fiscal recorders of the last 24 hours, asked by the proxy for all browsers. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import type { FeedState, ReadRecord } from '#src/api/feedPull.ts';
import { pullFeed, reading } from '#src/api/feedPull.ts';
import { deviceErrorSchema } from '#src/contracts/ireca/deviceError.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { deviceErrorOf } from '#src/domain/deviceErrors.ts';

export type DeviceErrorsFeed = FeedState<DeviceError>;

/** Hints say when to pull; the interval only catches what a lost hint or a network without SSE would miss. */
const PACE_MS = 60_000;

const readError: ReadRecord<DeviceError> = ({ key, body }) =>
  reading(deviceErrorSchema, (error) => deviceErrorOf(key, error))(body);

const deviceErrorsQuery = (client: QueryClient) =>
  queryOptions({
    queryKey: DEVICE_ERRORS_FEED,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
    refetchInterval: PACE_MS,
    queryFn: ({ signal }) =>
      pullFeed(
        '/api/feeds/deviceErrors',
        client.getQueryData<DeviceErrorsFeed>(DEVICE_ERRORS_FEED),
        readError,
        {
          signal,
          onPartial: (partial) => client.setQueryData<DeviceErrorsFeed>(DEVICE_ERRORS_FEED, partial),
        },
      ),
  });

/** Key → error. `data.records` stays the same map until something changes. */
export const useDeviceErrorsFeed = () => useQuery(deviceErrorsQuery(useQueryClient()));
