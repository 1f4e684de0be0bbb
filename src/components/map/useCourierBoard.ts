/** Couriers with their load and last position, kept current from the feeds; who did not change keeps their object. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory, usePositionsFeed } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { courierLoads } from '#src/domain/courierState.ts';
import type { CourierSummary } from './courierSummary.ts';
import { courierSummaries } from './courierSummary.ts';

const MINUTE = 60_000;
const nobody: ReadonlyMap<string, CourierSummary> = new Map();
const noPositions = new Map<string, never>();
const noOrders: never[] = [];

/** Remembers whom it gave last, so that a batch of positions makes new objects for those who moved, and nobody draws twice. */
function keeper() {
  let held = nobody;
  return (...[directory, loads, positions, now]: Parameters<typeof courierSummaries>) =>
    (held = courierSummaries(directory, loads, positions, now, held));
}

/**
 * Everyone in iRECA's list, by id. `ready` turns true when orders and positions were either read or found unreachable:
 * before that the map does not know what "everything" is.
 */
export function useCourierBoard() {
  const client = useQueryClient();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(MINUTE);
  const orders = useOrdersFeed(client);
  const positions = usePositionsFeed(client);
  const { directory, shiftsKnown, error, refetch } = useCourierDirectory();
  const records = orders.data?.records;

  // Loads count every open order, whatever the table filters out.
  const loads = useMemo(
    () => (directory ? courierLoads(records?.values() ?? noOrders, directory, now, atRiskMinutes) : null),
    [records, directory, now, atRiskMinutes],
  );
  const [summaries] = useState(keeper);
  const couriers = useMemo(
    () =>
      directory && loads
        ? summaries(directory, loads, positions.data?.records ?? noPositions, positions.dataUpdatedAt)
        : nobody,
    [summaries, directory, loads, positions.data?.records, positions.dataUpdatedAt],
  );

  return {
    couriers,
    /** Undefined until iRECA's list was read. */
    directory,
    shiftsKnown,
    error,
    refetch,
    ready: (orders.isFetched || records !== undefined) && positions.isFetched,
  };
}

export type CourierBoard = ReturnType<typeof useCourierBoard>;
