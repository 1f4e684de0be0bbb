/** «3 новых заказа ↑»: what came above the rows in sight. The list itself does not move. */
import { IconArrowUp } from '@tabler/icons-react';
import type { UnseenAbove } from '#src/components/orders/useScrollAnchor.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './OrdersTable.module.css';

type NewAboveProps = {
  above: UnseenAbove;
  rows: readonly DispatchOrder[];
  /** Brings this row into sight and puts the keyboard on it. */
  onGo: (index: number) => void;
};

/** Goes to the nearest of them; the count falls as they come into sight. */
export function NewAbove({ above, rows, onGo }: NewAboveProps) {
  const t = useText().orders.table;
  const came = [...above.values()].filter(Boolean).length;
  return (
    <div className={classes.newAbove} role="status">
      {above.size > 0 && (
        <button
          type="button"
          className={classes.newAboveButton}
          onClick={() => onGo(rows.findLastIndex((row) => above.has(row.key)))}
        >
          {came > 0 ? t.arrivedAbove(came) : t.movedAbove(above.size)}
          <IconArrowUp size={14} stroke={2} aria-hidden />
        </button>
      )}
    </div>
  );
}
