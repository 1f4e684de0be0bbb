/** The head of the orders table: sort buttons, the box for all shown rows, handles for widths. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Table } from '@tanstack/react-table';
import { memo } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import box from '#src/components/orders/rowBox.module.css';
import { toggleAll } from '#src/components/orders/selection.ts';
import frame from '#src/components/records/TableFrame.module.css';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import type { ColumnId, features } from './orderColumns.tsx';
import cells from './orderCells.module.css';
import classes from './OrdersTable.module.css';

type OrderTable = Table<typeof features, DispatchOrder>;

type TableHeadProps = {
  table: OrderTable;
  rows: readonly DispatchOrder[];
  /** Changes with everything of the table that the head shows. */
  headKey: string;
};

export function TableHead({ table, rows, headKey }: TableHeadProps) {
  return (
    <thead role="rowgroup" className={frame.head}>
      <tr role="row" aria-rowindex={1} className={frame.headRow}>
        <SelectAll rows={rows} />
        <HeadCells table={table} headKey={headKey} />
      </tr>
    </thead>
  );
}

const HeadCells = memo(
  function HeadCells({ table }: { table: OrderTable; headKey: string }) {
    return table
      .getFlatHeaders()
      .filter((header) => header.column.id !== 'select' && header.column.getIsVisible())
      .map((header) => <HeadCell key={header.id} header={header} />);
  },
  (before, after) => before.headKey === after.headKey,
);

type OrderHeader = ReturnType<OrderTable['getHeaderGroups']>[number]['headers'][number];

function HeadCell({ header }: { header: OrderHeader }) {
  const t = useText().orders;
  const { column } = header;
  const title = t.columns[column.id as ColumnId];
  const sorted = column.getIsSorted();
  const direction = { asc: t.sort.ascending, desc: t.sort.descending };
  return (
    <th
      role="columnheader"
      scope="col"
      className={`${frame.headCell} ${classes.headCell}`}
      data-column={column.id}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
    >
      <button
        type="button"
        className={frame.sort}
        data-sorted={sorted || undefined}
        title={sorted ? `${title}: ${direction[sorted]}` : t.sort.by(title)}
        onClick={column.getToggleSortingHandler()}
      >
        <span className={cells.cut}>{title}</span>
        {sorted === 'asc' && <IconArrowUp size={13} stroke={2} aria-hidden />}
        {sorted === 'desc' && <IconArrowDown size={13} stroke={2} aria-hidden />}
      </button>
      {column.getCanResize() && (
        <span
          className={classes.resize}
          data-active={column.getIsResizing() || undefined}
          title={t.table.resize(title)}
          onPointerDown={(event) => startResize(header, event.currentTarget)}
          onMouseDown={header.getResizeHandler()}
          onTouchStart={header.getResizeHandler()}
          onDoubleClick={() => column.resetSize()}
        />
      )}
    </th>
  );
}

/** A column without a width of its own is as wide as the grid made it: resizing begins from what is seen. */
function startResize({ column }: OrderHeader, handle: HTMLElement): void {
  const width = handle.parentElement?.getBoundingClientRect().width;
  if (width !== undefined)
    column.table.setColumnSizing((sizing) => ({ ...sizing, [column.id]: Math.round(width) }));
}

/** Ticked when all shown rows are selected, dashed when some are. */
function SelectAll({ rows }: { rows: readonly DispatchOrder[] }) {
  const t = useText().orders;
  const state = useBoardStore(({ selected }) => {
    if (selected.size === 0 || rows.length === 0) return 'none';
    let some = false;
    let all = true;
    for (const row of rows) {
      if (selected.has(row.key)) some = true;
      else all = false;
      if (some && !all) return 'some';
    }
    return all ? 'all' : 'none';
  });
  return (
    <th
      role="columnheader"
      scope="col"
      className={`${frame.headCell} ${classes.headCell}`}
      data-column="select"
    >
      <label className={box.area}>
        <input
          type="checkbox"
          className={box.box}
          aria-label={t.table.selectAll}
          checked={state === 'all'}
          ref={(input) => {
            if (input) input.indeterminate = state === 'some';
          }}
          onChange={() => {
            const held = useBoardStore.getState();
            useBoardStore.setState(
              toggleAll(
                held,
                rows.map((row) => row.key),
              ),
            );
          }}
        />
      </label>
    </th>
  );
}
