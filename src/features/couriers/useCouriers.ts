/** All that the couriers page shows, kept current: rows, licences, and what of it cannot be trusted right now. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePositionsFeed } from '#src/api/couriers.ts';
import { licencesQuery } from '#src/api/licences.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { couriers as courierList } from '#src/api/resources.ts';
import { useRoles } from '#src/api/roles.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useCourierBoard } from '#src/components/map/useCourierBoard.ts';
import type { CourierRow } from './courierRows.ts';
import { courierRows } from './courierRows.ts';

const MINUTE = 60_000;
const nobody: CourierRow[] = [];
/** Somebody else may have changed the list since it was last looked at. */
const ANEW = { refetchOnMount: 'always', refetchOnWindowFocus: 'always' } as const;

export function useCouriers() {
  const client = useQueryClient();
  const now = useNow(MINUTE);
  const { couriers: summaries, directory } = useCourierBoard();
  const list = useQuery({ ...courierList.list(client), ...ANEW, structuralSharing: true });
  const licences = useQuery({ ...licencesQuery, ...ANEW });
  const roles = useRoles();
  const orders = useOrdersFeed(client);
  const feed = usePositionsFeed(client);

  const ordersKnown =
    orders.data !== undefined && orders.data.loading === null && orders.data.asOf.ireca !== null;
  const positionsProblem = feed.data?.problems.find(({ system }) => system === 'ireca') ?? null;
  const positions =
    feed.data === undefined || feed.data.asOf.ireca === null
      ? 'unknown'
      : positionsProblem !== null || feed.isError
        ? 'stale'
        : 'known';
  const licenses = licences.data?.licenses ?? null;
  const roleRecords = roles.data?.records;

  const rows = useMemo(() => {
    if (!directory) return nobody;
    const roleTitles = roleRecords ? new Map(roleRecords.map(({ roleId, title }) => [roleId, title])) : null;
    return courierRows({ directory, summaries, licenses, roleTitles, ordersKnown, positions, now });
  }, [directory, summaries, licenses, roleRecords, ordersKnown, positions, now]);

  return {
    rows,
    directory,
    /** By courier id; null while orders are not known. */
    loads: ordersKnown ? summaries : null,
    /** iRECA's list; `directory` is made of it. */
    list,
    licences,
    ordersKnown,
    orders,
    positions,
    /** Why positions do not come; null = they do, or nobody has tried yet. */
    positionsProblem,
    positionsFeed: feed,
  } as const;
}

export type Couriers = ReturnType<typeof useCouriers>;
