/** The rows in sight, and only they: a virtualised grid under one head. */
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useListedOrders } from '#src/components/orders/listedOrders.ts';
import { rowPointer } from '#src/components/orders/rowPointer.ts';
import { useRowDrag } from '#src/components/orders/useRowDrag.ts';
import { useScrollAnchor } from '#src/components/orders/useScrollAnchor.ts';
import frame from '#src/components/records/TableFrame.module.css';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { useText } from '#src/locales/language.tsx';
import { NewAbove } from './NewAbove.tsx';
import type { ColumnId } from './orderColumns.tsx';
import { columnTemplate, columns, features, leastWidth } from './orderColumns.tsx';
import { OrderRow, rowId } from './OrderRow.tsx';
import { useRowContext } from './rowContext.ts';
import { TableHead } from './TableHead.tsx';
import { useTableLook } from './tableLook.ts';
import { useGridKeyboard } from './useGridKeyboard.ts';
import { sortFromTable, sortingOf } from './tableSorting.ts';
import classes from './OrdersTable.module.css';

const HEAD_HEIGHT = 34;
const ROW_HEIGHT = { usual: 44, dense: 36, card: 156 };
/** Room below the last row for the bar of selected orders. */
const BAR_ROOM = 76;

export type OrdersGridProps = {
  rows: DispatchOrder[];
  records: ReadonlyMap<string, DispatchOrder>;
  sort: OrderSort;
  onSort: (sort: OrderSort) => void;
  /** Changes when the dispatcher asks for something else. */
  view: object;
  /** False while the first load is pouring in. */
  settled: boolean;
  /** Narrow screen: rows as cards. */
  cards: boolean;
  onHelp: () => void;
  /** Opens an order's card. */
  onOpen: (order: DispatchOrder) => void;
};

export function OrdersGrid({ rows, records, sort, onSort, ...props }: OrdersGridProps) {
  const { view, settled, cards, onHelp, onOpen } = props;
  const t = useText().orders.table;
  const { mayCommand } = useRowContext();
  const { visibility, sizing, dense, set } = useTableLook();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const anySelected = useBoardStore((state) => state.selected.size > 0);
  const focused = useBoardStore((state) => state.focused);
  const headHeight = cards ? 0 : HEAD_HEIGHT;
  const rowHeight = cards ? ROW_HEIGHT.card : dense ? ROW_HEIGHT.dense : ROW_HEIGHT.usual;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: anySelected ? BAR_ROOM : 0,
    paddingEnd: anySelected ? BAR_ROOM : 0,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  const inSight = useMemo(() => rows.slice(from, to), [rows, from, to]);
  const sorting = useMemo(() => sortingOf(sort), [sort]);
  const table = useTable({
    features,
    columns,
    data: inSight,
    getRowId: (order) => order.key,
    manualSorting: true,
    columnResizeMode: 'onChange',
    state: { columnVisibility: visibility, columnSizing: sizing, sorting },
    onColumnVisibilityChange: (next) =>
      set({ visibility: typeof next === 'function' ? next(visibility) : next }),
    onColumnSizingChange: (next) =>
      set({ sizing: typeof next === 'function' ? next(useTableLook.getState().sizing) : next }),
    onSortingChange: (next) => onSort(sortFromTable(typeof next === 'function' ? next(sorting) : next)),
  });
  const shown = table.getVisibleFlatColumns().map((column) => column.id as ColumnId);
  const columnsKey = shown.join(' ');
  const resizing = table.state.columnResizing.isResizingColumn;

  const sight = useCallback(() => {
    const offset = virtualizer.scrollOffset ?? 0;
    const height = (scroller.current?.clientHeight ?? 0) - headHeight;
    return { first: Math.ceil(offset / rowHeight), count: Math.max(1, Math.floor(height / rowHeight)) };
  }, [virtualizer, rowHeight, headHeight]);
  const { above, onSight } = useScrollAnchor({
    rows,
    view,
    settled,
    rowHeight,
    scroller,
    offset: useCallback(() => virtualizer.scrollOffset ?? 0, [virtualizer]),
    handOn: useCallback(() => {
      const element = scroller.current;
      return element !== null && (element.matches(':hover') || element.contains(document.activeElement));
    }, []),
  });
  const scrollTo = (index: number) => {
    if (index >= 0) virtualizer.scrollToIndex(index);
  };
  const goTo = (index: number) => {
    scrollTo(index);
    useBoardStore.getState().focus(rows[index]?.key ?? null);
    grid.current?.focus({ preventScroll: true });
  };
  useGridKeyboard({ grid, rows, records, sight, scrollTo, onHelp, onOpen });
  useEffect(() => {
    const reveal = (key: string) => {
      const index = rows.findIndex((row) => row.key === key);
      if (index >= 0) virtualizer.scrollToIndex(index);
    };
    useListedOrders.setState({ rows, reveal });
    return () => useListedOrders.setState({ rows: [], reveal: null });
  }, [rows, virtualizer]);
  useRowDrag(body, t.dragging, mayCommand);

  const tableRows = table.getRowModel().rows;
  const active = focused !== null && tableRows.some((row) => row.id === focused) ? rowId(focused) : undefined;
  return (
    <div className={frame.area} data-dense={(dense && !cards) || undefined}>
      <NewAbove above={above} rows={rows} onGo={goTo} />
      <div
        ref={scroller}
        className={frame.scroller}
        onScroll={() => {
          const { first, count } = sight();
          onSight(first, count);
        }}
      >
        <table
          ref={grid}
          role="grid"
          className={`${frame.table} ${classes.table}`}
          tabIndex={0}
          aria-label={t.label}
          aria-rowcount={rows.length + 1}
          aria-multiselectable
          aria-activedescendant={active}
          style={
            {
              '--columns': columnTemplate(shown, sizing),
              '--row-height': `${rowHeight}px`,
              minWidth: cards ? undefined : leastWidth(shown, sizing),
            } as CSSProperties
          }
        >
          {!cards && (
            <TableHead
              table={table}
              rows={rows}
              headKey={`${columnsKey} ${JSON.stringify(sorting)} ${String(resizing)}`}
            />
          )}
          <tbody
            ref={body}
            role="rowgroup"
            className={`${frame.body} ${classes.body}`}
            style={{ height: virtualizer.getTotalSize() }}
            {...rowPointer(rows, grid, onOpen)}
          >
            {tableRows.map((row, place) => {
              const item = items[place];
              return (
                item && (
                  <OrderRow
                    key={row.id}
                    row={row}
                    index={item.index}
                    top={item.start - headHeight}
                    columnsKey={cards ? null : columnsKey}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
