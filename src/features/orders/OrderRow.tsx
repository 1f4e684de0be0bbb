/** One row of the orders table. Its frame follows selection, focus and the clock; its cells only their order. */
import { memo } from 'react';
import { flexRender } from '@tanstack/react-table';
import type { Row } from '@tanstack/react-table';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { OrderCard } from './OrderCard.tsx';
import type { features } from './orderColumns.tsx';
import classes from './OrderRow.module.css';

export type OrderTableRow = Row<typeof features, DispatchOrder>;

/** The element's id, for `aria-activedescendant`. */
export const rowId = (key: OrderKey) => `order-${key}`;

type OrderRowProps = {
  row: OrderTableRow;
  /** Place in the whole list, from 0. */
  index: number;
  /** px from the top of the list. */
  top: number;
  /** The visible columns in one word: the cells are drawn anew when it changes. `null` = as a card. */
  columnsKey: string | null;
};

export function OrderRow({ row, index, top, columnsKey }: OrderRowProps) {
  const order = row.original;
  const { atRiskMinutes } = useAppConfig();
  const selected = useBoardStore((state) => state.selected.has(order.key));
  const focused = useBoardStore((state) => state.focused === order.key);
  const hovered = useBoardStore((state) => state.hoveredOrder === order.key);
  const { band } = latenessOf(order, useNow(60_000), atRiskMinutes);
  return (
    <tr
      role="row"
      id={rowId(order.key)}
      className={classes.row}
      data-key={order.key}
      data-band={band}
      data-focused={focused || undefined}
      data-hovered={hovered || undefined}
      data-card={columnsKey === null || undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columnsKey === null ? <OrderCard order={order} /> : <OrderCells row={row} columnsKey={columnsKey} />}
    </tr>
  );
}

const OrderCells = memo(
  function OrderCells({ row }: { row: OrderTableRow; columnsKey: string }) {
    return row.getVisibleCells().map((cell) => (
      <td key={cell.id} role="gridcell" className={classes.cell} data-column={cell.column.id}>
        {flexRender(cell.column.columnDef.cell, cell.getContext())}
      </td>
    ));
  },
  (before, after) => before.row.original === after.row.original && before.columnsKey === after.columnsKey,
);
