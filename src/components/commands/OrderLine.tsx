/** One order in a dialog: what people call it, whose it is, by when, where to; and what is going to happen to it. */
import type { ReactNode } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import lines from './lineWords.module.css';
import classes from './OrderLine.module.css';

type OrderLineProps = {
  order: DispatchOrder;
  /** A second line in words. */
  note?: ReactNode;
  /** out: nothing will happen to it · warn: look twice. */
  tone?: 'out' | 'warn';
  /** At the end of the first line. */
  aside?: string;
  /** In front of it, e.g. an icon. */
  mark?: ReactNode;
};

export function OrderLine({ order, note, aside, tone, mark }: OrderLineProps) {
  const t = useText().orders.table;
  const format = useFormat();
  const now = useNow(60_000);
  const { windowFrom, windowTo } = order;
  const until = windowTo === null ? '' : format.time(windowTo);
  const window =
    windowFrom !== null && windowTo !== null
      ? `${format.time(windowFrom)}–${until}`
      : until && t.until(until);
  const where = order.selfPickUp ? t.selfPickUp : order.address;
  return (
    <li className={classes.line} data-tone={tone}>
      {mark && <span className={classes.mark}>{mark}</span>}
      <span className={lines.words}>
        <span className={`${lines.top} ${classes.top}`}>
          <strong className={classes.number}>{order.number}</strong>
          <SystemBadge system={order.system} />
          {window !== '' && <span className={classes.window}>{window}</span>}
          <SlackChip order={order} now={now} />
          {aside && <span className={classes.aside}>{aside}</span>}
        </span>
        {where !== '' && (
          <span className={classes.where} title={where}>
            {where}
          </span>
        )}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </li>
  );
}
