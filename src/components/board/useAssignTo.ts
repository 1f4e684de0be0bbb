/** Gives orders to a courier by way of the assign dialog: for drops, the courier's own button, the pin's menu. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCommands } from '#src/components/commands/commandStore.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

/** Both functions keep their identity; orders are taken as the feed has them now. */
export function useAssignTo() {
  const client = useQueryClient();
  const { openAssign } = useCommands();
  const assign = useCallback(
    (keys: Iterable<OrderKey>, courierId: string) => {
      const held = client.getQueryData<OrdersFeed>(ORDERS_FEED)?.records;
      const found = [...keys].flatMap((key) => held?.get(key) ?? []);
      if (found.length > 0) openAssign(found, { courierId });
    },
    [client, openAssign],
  );
  const assignSelected = useCallback(
    (courierId: string) => assign(useBoardStore.getState().selected, courierId),
    [assign],
  );
  return { assign, assignSelected };
}
