/** One row of the orders table. Its frame follows selection, focus and the clock; its cells only their order. */
import { memo } from 'react';
import { flexRender } from '@tanstack/react-table';
import type { Row } from '@tanstack/react-table';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import edge from '#src/components/orders/lateEdge.module.css';
import look from '#src/components/orders/orderRow.module.css';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { OrderCard } from './OrderCard.tsx';
import type { features } from './orderColumns.tsx';
import { useRowLateness } from './rowContext.ts';
import classes from './OrderRow.module.css';

export type OrderTableRow = Row<typeof features, DispatchOrder>;

/** The element's id, for `aria-activedescendant`. */
export const rowId = (key: OrderKey) => `order-${key}`;

const ROW = `${look.row} ${edge.edge} ${classes.row}`;

const SELECTED = 1;
const FOCUSED = 2;
const HOVERED = 4;

type OrderRowProps = {
  row: OrderTableRow;
  /** Place in the whole list, from 0. */
  index: number;
  /** px from the top of the list. */
  top: number;
  /** The visible columns in one word: the cells are drawn anew when it changes. `null` = as a card. */
  columnsKey: string | null;
};

export const OrderRow = memo(function OrderRow({ row, index, top, columnsKey }: OrderRowProps) {
  const order = row.original;
  // One look at the store for all three: a screenful of rows is made anew on every keystroke of the search.
  const marks = useBoardStore(
    (state) =>
      (state.selected.has(order.key) ? SELECTED : 0) +
      (state.focused === order.key ? FOCUSED : 0) +
      (state.hoveredOrder === order.key ? HOVERED : 0),
  );
  const { band } = useRowLateness(order);
  return (
    <tr
      role="row"
      id={rowId(order.key)}
      className={ROW}
      data-key={order.key}
      data-band={band}
      data-focused={(marks & FOCUSED) !== 0 || undefined}
      data-hovered={(marks & HOVERED) !== 0 || undefined}
      data-card={columnsKey === null || undefined}
      aria-rowindex={index + 2}
      aria-selected={(marks & SELECTED) !== 0}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columnsKey === null ? <OrderCard order={order} /> : <OrderCells row={row} columnsKey={columnsKey} />}
    </tr>
  );
}, sameRow);

/** The table makes new row objects whenever other rows come into sight; what counts is the order. */
function sameRow(before: OrderRowProps, after: OrderRowProps): boolean {
  return (
    before.row.original === after.row.original &&
    before.index === after.index &&
    before.top === after.top &&
    before.columnsKey === after.columnsKey
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
