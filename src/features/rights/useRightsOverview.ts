/** How many rights a role has, and how the reading of the whole matrix stands. */
import type { QueryObserverResult } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import type { Allowed, RightCell } from '#src/api/rights.ts';
import { rightQuery } from '#src/api/rights.ts';

type Reading = QueryObserverResult<Allowed>;

const countAllowed = (readings: Reading[]) => ({
  allowed: readings.filter(({ data }) => data === true).length,
  /** False while some are still being read, or could not be. */
  known: readings.every(({ data }) => data !== undefined),
});

/** How many of these cells are allowed. */
export const useAllowedCount = (cells: readonly RightCell[]) =>
  useQueries({ queries: cells.map(rightQuery), combine: countAllowed });

const overview = (readings: Reading[]) => ({
  failed: readings.filter(({ isError }) => isError).length,
  reading: readings.some(({ isFetching }) => isFetching),
  /** Epoch ms of the oldest reading; null before the first. */
  asOf: readings.reduce<number | null>(
    (oldest, { dataUpdatedAt }) =>
      dataUpdatedAt === 0 ? oldest : Math.min(oldest ?? dataUpdatedAt, dataUpdatedAt),
    null,
  ),
});

/** The matrix as a whole. */
export const useRightsOverview = (cells: readonly RightCell[]) =>
  useQueries({ queries: cells.map(rightQuery), combine: overview });
