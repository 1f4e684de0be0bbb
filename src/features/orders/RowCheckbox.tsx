/** The box of one row. It alone is drawn anew when its order is selected. */
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useRowContext } from './rowContext.ts';
import classes from './OrderRow.module.css';

/** Clicks are handled by the table (Shift, Ctrl): the box only shows. */
export function RowCheckbox({ order }: { order: DispatchOrder }) {
  const { t } = useRowContext();
  const checked = useBoardStore((state) => state.selected.has(order.key));
  return (
    <span className={classes.boxArea} data-box>
      <input
        type="checkbox"
        className={classes.box}
        checked={checked}
        readOnly
        tabIndex={-1}
        aria-label={t.table.selectOne(order.number)}
      />
    </span>
  );
}
