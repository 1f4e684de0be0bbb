/** The columns of the orders table: which there are, how wide, what stands in them. */
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { StatusLabel } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { SORT_COLUMNS } from '#src/domain/orderSort.ts';
import { CourierCell } from './CourierCell.tsx';
import { AddressCell, AmountCell, ClientCell, NumberCell, WindowCell } from './orderCells.tsx';
import { RowCheckbox } from './RowCheckbox.tsx';
import { useRowContext } from './rowContext.ts';

export const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
});

/** In the order on screen: the box, then the columns that can be sorted by. */
export const COLUMNS = ['select', ...SORT_COLUMNS] as const;
export type ColumnId = (typeof COLUMNS)[number];

/**
 * Widths: `[least px, what is wanted of the table's width, most px]`. The address has no wish: it gets all the room that
 * is left, which is most of what a wide screen has. Together the least widths fit beside the map at 1280.
 */
const WIDTHS: Record<ColumnId, [least: number, wish: string, most: number]> = {
  select: [38, '38px', 38],
  number: [84, '8.6%', 112],
  system: [66, '66px', 66],
  status: [120, '13% - 4px', 176],
  window: [112, '14% - 20px', 176],
  address: [148, '1fr', 148],
  client: [112, '14% - 14px', 220],
  courier: [106, '30% - 153px', 210],
  amount: [82, '8.8%', 112],
};

const helper = createColumnHelper<typeof features, DispatchOrder>();

function StatusCell({ order }: { order: DispatchOrder }) {
  return <StatusLabel stage={order.stage} title={useRowContext().titleOf(order)} />;
}

const CELLS: Record<ColumnId, (props: { order: DispatchOrder }) => React.ReactNode> = {
  select: RowCheckbox,
  number: NumberCell,
  system: ({ order }) => <SystemBadge system={order.system} />,
  status: StatusCell,
  window: WindowCell,
  address: AddressCell,
  client: ClientCell,
  courier: CourierCell,
  amount: AmountCell,
};

export const columns = COLUMNS.map((id) => {
  const Cell = CELLS[id];
  const [minSize, , size] = WIDTHS[id];
  // The domain sorts; a value is named only because the table offers no sorting of columns without one.
  return helper.accessor((order): unknown => order.key, {
    id,
    size,
    minSize,
    maxSize: 480,
    enableHiding: id !== 'select' && id !== 'number',
    enableSorting: id !== 'select',
    enableResizing: id !== 'select' && id !== 'address',
    sortDescFirst: id === 'amount',
    cell: ({ row }) => <Cell order={row.original} />,
  });
});

/**
 * `grid-template-columns` of these columns: what was sized by hand stays so, the rest follows the width of the table, the
 * address takes what is left.
 */
export function columnTemplate(visible: readonly ColumnId[], sizing: Record<string, number>): string {
  return visible
    .map((id) => {
      const [least, wish, most] = WIDTHS[id];
      const own = sizing[id];
      if (id === 'address') return `minmax(${least}px, ${wish})`;
      if (own !== undefined) return `${Math.round(own)}px`;
      return least === most ? wish : `clamp(${least}px, ${wish}, ${most}px)`;
    })
    .join(' ');
}

/** The least width of the table, px: below it the table scrolls sideways within itself. */
export function leastWidth(visible: readonly ColumnId[], sizing: Record<string, number>): number {
  return visible.reduce((sum, id) => sum + (sizing[id] ?? WIDTHS[id][0]), 0);
}
