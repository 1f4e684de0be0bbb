/** What the page of one courier stands on: the record, how they stand, and their orders of the day. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { couriers } from '#src/api/resources.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useCourierBoard } from '#src/components/map/useCourierBoard.ts';
import { courierDay } from '#src/domain/courierDay.ts';

const MINUTE = 60_000;

/** @param courierId as the address names it: nobody may have this id. */
export function useCourierPage(courierId: string) {
  const client = useQueryClient();
  const board = useCourierBoard();
  const feed = useOrdersFeed(client);
  // Somebody else may have changed the list since: it is read anew whenever a page of it is opened.
  const list = useQuery({ ...couriers.list(client), structuralSharing: true, refetchOnMount: 'always' });
  const { dayKey } = useFormat();
  const today = dayKey(useNow(MINUTE));
  const records = feed.data?.records;
  const { directory } = board;
  const day = useMemo(
    () =>
      directory && records
        ? courierDay(records.values(), courierId, directory, (ms) => dayKey(ms) === today)
        : null,
    [directory, records, courierId, dayKey, today],
  );
  return {
    board,
    feed,
    courier: directory?.byId.get(courierId) ?? null,
    /** Null: not read yet, or nobody has this id. */
    record: list.data?.records.find((one) => one.courierId === courierId) ?? null,
    summary: board.couriers.get(courierId) ?? null,
    /** The list has not been read since the page was opened: who is not in it may still come. */
    reading: !list.isFetchedAfterMount,
    isSetAside: list.data?.setAside.some(({ id }) => id === courierId) ?? false,
    /** Null until orders and couriers are known. While orders are still coming (`whole` false) more may come. */
    day,
    whole: feed.data !== undefined && feed.data.loading === null,
  };
}

export type CourierPageData = ReturnType<typeof useCourierPage>;
