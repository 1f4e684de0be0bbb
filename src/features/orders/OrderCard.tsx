/** An order on a narrow screen: the same cells, stacked. */
import { memo } from 'react';
import { StatusLabel } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { CourierCell } from './CourierCell.tsx';
import { AddressCell, AmountCell, ClientCell, NumberCell, WindowCell } from './orderCells.tsx';
import { RowCheckbox } from './RowCheckbox.tsx';
import { useRowContext } from './rowContext.ts';
import classes from './OrderCard.module.css';

export const OrderCard = memo(function OrderCard({ order }: { order: DispatchOrder }) {
  const { titleOf } = useRowContext();
  return (
    <td role="gridcell" className={classes.card}>
      <RowCheckbox order={order} />
      <div className={classes.cardBody}>
        <div className={classes.cardLine}>
          <NumberCell order={order} />
          <SystemBadge system={order.system} />
          <span className={classes.cardEnd}>
            <WindowCell order={order} />
          </span>
        </div>
        <div className={classes.cardLine}>
          <AddressCell order={order} />
        </div>
        <div className={classes.cardLine}>
          <span className={classes.cardClient}>
            <ClientCell order={order} />
          </span>
          <span className={classes.cardEnd}>
            <AmountCell order={order} />
          </span>
        </div>
        <div className={classes.cardLine}>
          <StatusLabel stage={order.stage} title={titleOf(order)} />
          <span className={classes.cardEnd}>
            <CourierCell order={order} />
          </span>
        </div>
      </div>
    </td>
  );
});
