/** The pins of the pane; looks after the courier in hand by itself, so that passing over couriers draws nothing else again. */
import { useMemo } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { OrderPins } from './OrderPins.tsx';

type Props = {
  orders: readonly DispatchOrder[];
  /** Undefined while couriers are not known. */
  directory: CourierDirectory | undefined;
  chosen: string | null;
  mayAssign: boolean;
  onDropOrders: (keys: OrderKey[], courierId: string) => void;
};

/** @param props.chosen the courier whose orders are looked at; without one, those of the hovered courier are marked. */
export function BoardPins({ orders, directory, chosen, mayAssign, onDropOrders }: Props) {
  const hovered = useBoardStore((board) => board.hoveredCourierId);
  const inHand = chosen ?? hovered;
  const theirs = useMemo(() => {
    if (inHand === null || !directory) return null;
    const carried = orders.filter((order) => courierOf(order, directory)?.courierId === inHand);
    return new Set(carried.map(({ key }) => key));
  }, [inHand, orders, directory]);

  return (
    <OrderPins
      orders={orders}
      theirs={theirs}
      dimOthers={chosen !== null}
      mayAssign={mayAssign}
      onDropOrders={onDropOrders}
      courierName={(order) => (directory && courierOf(order, directory)?.title) ?? null}
    />
  );
}
