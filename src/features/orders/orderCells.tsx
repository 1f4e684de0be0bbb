/** What stands in the cells of an order's row. Plain elements only: a screenful of these is drawn on every keystroke. */
import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import { SlackText } from '#src/components/orders/SlackChip.tsx';
import { problemWords } from '#src/components/orders/problemWords.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { paymentKindOf } from '#src/domain/paymentKind.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { useRowContext, useRowLateness } from './rowContext.ts';
import classes from './orderCells.module.css';

type CellProps = { order: DispatchOrder };

/** The number people call the order by, and a mark when something is wrong with its record. */
export function NumberCell({ order }: CellProps) {
  const { t, directory } = useRowContext();
  const problems = problemWords(order, directory, t.problems);
  return (
    <span className={classes.number}>
      {/* A plain link: a click is the table's to handle, a new tab the browser's. */}
      <a
        className={classes.numberText}
        href={orderAddress(order.system, order.id)}
        title={order.number}
        tabIndex={-1}
        draggable={false}
        data-open
        data-text
      >
        {order.number}
      </a>
      {order.isRefund && <span className={classes.tag}>{t.table.refund}</span>}
      {problems.length > 0 && (
        <span
          className={classes.problem}
          role="img"
          aria-label={`${t.problems.label}: ${problems.join('; ')}`}
          title={problems.join('\n')}
        >
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
        </span>
      )}
    </span>
  );
}

/** The window («14:00–15:00», «до 15:00»), how much of it is left, and its day when that is not today. */
export function WindowCell({ order }: CellProps) {
  const { t, format, today } = useRowContext();
  const { windowFrom, windowTo } = order;
  if (windowTo === null && windowFrom === null) return <span className={classes.muted}>—</span>;
  const time = (at: number | null) => (at === null ? '…' : format.time(at));
  // A window that ends at midnight belongs to the day before.
  const begins = windowFrom ?? (windowTo ?? 0) - 1;
  return (
    <span className={classes.window}>
      <span className={classes.windowText}>
        {windowFrom === null ? t.table.until(time(windowTo)) : `${time(windowFrom)}–${time(windowTo)}`}
      </span>
      <span className={classes.slackLine}>
        <LiveSlack order={order} />
        {(begins < today.from || begins >= today.to) && (
          <span className={classes.day}>{format.date(begins)}</span>
        )}
      </span>
    </span>
  );
}

/** The only part of a row that changes with the clock. */
function LiveSlack({ order }: CellProps) {
  const { t, format } = useRowContext();
  return <SlackText lateness={useRowLateness(order)} slack={format.slack} words={t.slack} />;
}

export function AddressCell({ order }: CellProps) {
  const { t } = useRowContext();
  const from = order.selfPickUp ? order.pickUps[0]?.title || order.address : '';
  const text = order.selfPickUp
    ? from === ''
      ? t.table.selfPickUp
      : t.table.selfPickUpFrom(from)
    : order.address;
  if (text === '') return <span className={classes.muted}>{t.table.noAddress}</span>;
  return (
    <span className={classes.address} title={text}>
      <span data-text>{text}</span>
    </span>
  );
}

/** Name above, phone below; the handset calls. */
export function ClientCell({ order }: CellProps) {
  const { t, format } = useRowContext();
  const link = phoneLink(order.phone);
  const phone = format.phone(order.phone);
  return (
    <span className={classes.client}>
      <span className={classes.two}>
        <span className={classes.cut} title={order.client}>
          {order.client || <span className={classes.muted}>{t.table.noClient}</span>}
        </span>
        {phone !== '' && (
          <span className={classes.second} data-text>
            {phone}
          </span>
        )}
      </span>
      {link && (
        <a
          className={classes.call}
          href={link}
          aria-label={t.table.call(phone)}
          tabIndex={-1}
          draggable={false}
        >
          <IconPhone size={16} stroke={1.7} aria-hidden />
        </a>
      )}
    </span>
  );
}

/** The sum, and below it how it comes. */
export function AmountCell({ order }: CellProps) {
  const { t, format, paymentKinds, paymentTitles } = useRowContext();
  const kind = paymentKindOf(order, paymentKinds);
  const title = order.paymentTypeId === null ? undefined : paymentTitles.get(order.paymentTypeId);
  return (
    <span className={classes.two} data-align="end">
      <span>{order.amount === null ? '—' : format.money(order.amount)}</span>
      <span className={classes.second}>
        {order.paid ? t.payment.paid : kind ? t.payment[kind] : (title ?? '—')}
      </span>
    </span>
  );
}
