/** What the card of an order, a courier or a warehouse on the map says. */
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import { courierWords } from './courierWords.ts';
import type { CourierSummary } from './courierSummary.ts';
import { isHandPoint } from './handPoints.ts';
import classes from './MapTip.module.css';

const MINUTE = 60_000;

/** @param props.courier name of who has it; null = nobody. @param props.more how many other orders lie under it. */
export function OrderTip({
  order,
  courier,
  more,
}: {
  order: DispatchOrder;
  courier: string | null;
  more: number;
}) {
  const t = useText().map.pin;
  const { byHand } = useWords(mapToolsWords).legend;
  const { time } = useFormat();
  const now = useNow(MINUTE);
  const { windowFrom, windowTo } = order;
  const window = [windowFrom, windowTo].filter((at) => at !== null).map(time);
  return (
    <div className={classes.body}>
      <div className={classes.head}>
        <span className={classes.number}>{order.number}</span>
        <SystemBadge system={order.system} />
        <StatusBadge order={order} />
      </div>
      <div className={classes.line}>
        <span>{window.length > 0 ? window.join('–') : t.noWindow}</span>
        <SlackChip order={order} now={now} />
      </div>
      <div className={classes.address}>{order.address || t.noAddress}</div>
      <div className={classes.quiet}>{courier ?? t.noCourier}</div>
      {isHandPoint(order) && <div className={classes.quiet}>{byHand}</div>}
      {more > 0 && <div className={classes.quiet}>{t.more(more)}</div>}
    </div>
  );
}

/** Who it is, how they stand, and how old their position is. */
export function CourierTip({ courier, shiftsKnown }: { courier: CourierSummary; shiftsKnown: boolean }) {
  const t = useText().map.couriers;
  const { ago } = useFormat();
  const now = useNow(10_000);
  const { open, late, position } = courier;
  return (
    <div className={classes.body}>
      <div className={classes.number}>{courier.name}</div>
      <div>{courierWords(courier, shiftsKnown, t)}</div>
      {open > 0 && <div className={classes.quiet}>{late > 0 ? t.loadLate(open, late) : t.load(open)}</div>}
      <div className={classes.quiet}>{position ? t.seen(ago(now - position.at)) : t.neverSeen}</div>
    </div>
  );
}

/** A warehouse by its name. */
export function WarehouseTip({ title }: { title: string }) {
  const t = useText().map;
  return (
    <div className={classes.body}>
      <div className={classes.quiet}>{t.warehouse}</div>
      <div className={classes.number}>{title}</div>
    </div>
  );
}
