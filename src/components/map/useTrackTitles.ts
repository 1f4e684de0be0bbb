/** Numbers of orders and titles of statuses that a track names by ids. */
import { useQueryClient } from '@tanstack/react-query';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';

/** An order that the feed does not hold (any more) goes by its id. */
export function useTrackTitles() {
  const { data } = useOrdersFeed(useQueryClient());
  const statusTitle = useStatusTitle();
  const records = data?.records;
  return {
    orderNumber: (orderId: string) => records?.get(`ireca:${orderId}`)?.number ?? orderId,
    statusTitle: (status: string) => statusTitle({ system: 'ireca', status }),
  };
}
