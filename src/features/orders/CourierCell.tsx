/** Who has the order. Nobody: a button that assigns; somebody: a button that changes the courier in place. */
import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import { useCommands, usePending } from '#src/components/commands/commandStore.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { formatPhone } from '#src/lib/phone.ts';
import { useRowContext } from './rowContext.ts';
import classes from './CourierCell.module.css';

const CourierChange = lazyPart(() => import('./CourierChange.tsx'), 'CourierChange');

export function CourierCell({ order }: { order: DispatchOrder }) {
  const { t, directory, mayCommand } = useRowContext();
  const { openAssign } = useCommands();
  const pending = usePending(order.key);
  const assignable = mayCommand && legalMove(order.system, order.status, 'assign').legal;
  const given = order.courierId !== null || order.courierLogin !== null;
  if (pending) return <span className={classes.pending}>{t.table.pending}</span>;
  if (!given) {
    if (order.selfPickUp) return <span className={classes.nobody}>{t.table.courierNotNeeded}</span>;
    if (!assignable) return <span className={classes.nobody}>{order.open ? t.table.noCourier : '—'}</span>;
    return (
      <button
        type="button"
        className={classes.assign}
        tabIndex={-1}
        aria-label={t.table.assignOne(order.number)}
        onClick={() => openAssign([order])}
      >
        {t.table.assign}
      </button>
    );
  }
  const courier = directory ? courierOf(order, directory) : null;
  const name =
    courier?.title ||
    (order.courierLogin === null ? t.filters.gone(String(order.courierId)) : formatPhone(order.courierLogin));
  const words = (
    <>
      <CourierAvatar name={courier?.title ?? ''} off={!courier?.onShift} />
      <span className={classes.name} title={name}>
        {name}
      </span>
    </>
  );
  if (!assignable) return <span className={classes.courier}>{words}</span>;
  return (
    <CourierButton order={order} label={t.table.changeCourier(name, order.number)}>
      {words}
    </CourierButton>
  );
}

/** The popover exists only while it is open: a closed one in each row would cost more than the row. */
function CourierButton({
  order,
  label,
  children,
}: {
  order: DispatchOrder;
  label: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [returning, setReturning] = useState(false);
  const close = () => {
    setReturning(true);
    setOpen(false);
  };
  const button = (
    <button
      type="button"
      className={classes.courier}
      data-change
      tabIndex={-1}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={open}
      ref={(element) => {
        // The button is a new element after the popover: the focus belongs back on it.
        if (returning) element?.focus({ preventScroll: true });
      }}
      onBlur={() => setReturning(false)}
      onClick={() => (open ? close() : setOpen(true))}
    >
      {children}
    </button>
  );
  if (!open) return button;
  return (
    <Suspense fallback={button}>
      <CourierChange order={order} label={label} onClose={close}>
        {button}
      </CourierChange>
    </Suspense>
  );
}
