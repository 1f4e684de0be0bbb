/** The box of one row. It alone is drawn anew when its order is selected. */
import { useBoardStore } from '#src/components/board/boardStore.ts';
import classes from '#src/components/orders/rowBox.module.css';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useRowContext } from './rowContext.ts';

/** Clicks are handled by the table (Shift, Ctrl): the box only shows. */
export function RowCheckbox({ order }: { order: DispatchOrder }) {
  const { t } = useRowContext();
  const checked = useBoardStore((state) => state.selected.has(order.key));
  return (
    <span className={classes.area} data-box>
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
