/** An order's state: a dot in the colour of its stage, and the system's own word. */
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { DispatchOrder, Stage } from '#src/domain/dispatchOrder.ts';
import classes from './badges.module.css';

/** For long lists, where the title is looked up once for all rows (`useStatusTitle`). */
export function StatusLabel({ stage, title }: { stage: Stage; title: string }) {
  return (
    <span className={classes.status} data-stage={stage}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.statusTitle} title={title}>
        {title}
      </span>
    </span>
  );
}

/** For single places: looks the title up by itself. */
export function StatusBadge({ order }: { order: Pick<DispatchOrder, 'system' | 'status' | 'stage'> }) {
  const titleOf = useStatusTitle();
  return <StatusLabel stage={order.stage} title={titleOf(order)} />;
}
