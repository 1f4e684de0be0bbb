/** The chosen courier, in place of the list: who, on shift since when, last position, the orders in window order, the track. */
import { IconArrowLeft, IconListDetails, IconPhone, IconPrinter } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Link } from 'react-router';
import { useRoleTitle } from '#src/api/roles.ts';
import { useMay } from '#src/api/session.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCourierListState } from '#src/components/board/courierListState.ts';
import { useAssignTo } from '#src/components/board/useAssignTo.ts';
import { CourierErrorMark } from '#src/components/deviceErrors/CourierErrorMark.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { orderDropTarget } from '#src/components/map/orderDrop.ts';
import type { CourierBoard } from '#src/components/map/useCourierBoard.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import type { Courier } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { ordersAddress, runSheetAddress } from '#src/lib/paths.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierCard.module.css';
import { CourierCardOrders } from './CourierCardOrders.tsx';
import { CourierCardPosition } from './CourierCardPosition.tsx';

const ICON = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

type Props = {
  courierId: string;
  board: CourierBoard;
  /** Open orders of this courier, those without a point too. */
  orders: readonly DispatchOrder[];
  onClose: () => void;
  /** Brings a point of the map into view. */
  onShow: (at: { point: LatLon | null }) => void;
  /** The track. */
  children: ReactNode;
};

export function CourierCard({ courierId, board, orders, onClose, onShow, children }: Props) {
  const t = useWords(courierCardWords);
  const { couriers, directory, shiftsKnown, error, refetch } = board;
  const courier = directory?.byId.get(courierId);
  const summary = couriers.get(courierId);
  const back = useRef<HTMLButtonElement>(null);

  // Chosen in the list by keyboard: the list is gone, the keyboard goes on here. On the map it stays on the marker.
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus({ preventScroll: true });
  }, []);

  const leave = () => {
    useCourierListState.getState().change({ active: courierId, returning: true });
    onClose();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    leave();
  };

  return (
    <section
      className={classes.card}
      aria-label={t.region(courier?.title ?? courierId)}
      data-courier-card={courierId}
      onKeyDown={key}
    >
      <div className={classes.bar}>
        <button ref={back} type="button" className={classes.back} aria-label={t.back} onClick={leave}>
          <IconArrowLeft {...ICON} />
          {t.backShort}
        </button>
        {courier && (
          <span className={classes.ways}>
            <Link to={ordersAddress({ courier: courierId })} title={t.table}>
              <IconListDetails {...ICON} />
              <span>{t.tableShort}</span>
            </Link>
            <Link to={runSheetAddress([courierId])} title={t.sheet}>
              <IconPrinter {...ICON} />
              <span>{t.sheet}</span>
            </Link>
          </span>
        )}
      </div>
      <div className={classes.body}>
        {courier ? (
          <Head courier={courier} shiftsKnown={shiftsKnown} late={summary?.late ?? 0} />
        ) : directory ? (
          <div className={classes.unknown} role="alert">
            <strong>{t.unknown}</strong>
            <span>{t.unknownWhy(courierId)}</span>
          </div>
        ) : error ? (
          <ErrorNote error={error} onRetry={() => void refetch()} compact />
        ) : (
          <p className={classes.quiet} role="status">
            {t.reading}
          </p>
        )}
        {summary && <CourierCardPosition courierId={courierId} position={summary.position} onShow={onShow} />}
        {directory && (courier || orders.length > 0) && (
          <CourierCardOrders orders={orders} position={summary?.position ?? null} onShow={onShow} />
        )}
        {courier && children}
      </div>
    </section>
  );
}

/** Orders can be dropped here as on the courier's row in the list. */
function Head({ courier, shiftsKnown, late }: { courier: Courier; shiftsKnown: boolean; late: number }) {
  const t = useWords(courierCardWords);
  const format = useFormat();
  const role = useRoleTitle(courier.roleId);
  const mayAssign = useMay('dispatcher');
  const selected = useBoardStore((state) => state.selected.size);
  const { assign, assignSelected } = useAssignTo();
  const { courierId, title, phone, onShift, onShiftSince, deviceTitle } = courier;
  const head = useRef<HTMLElement>(null);
  const drop = useEffectEvent((keys: OrderKey[]) => assign(keys, courierId));

  useEffect(() => {
    if (!head.current || !mayAssign) return;
    return orderDropTarget(
      head.current,
      () => true,
      (keys) => drop(keys),
    );
  }, [mayAssign, courierId]);

  const link = phoneLink(phone);
  const shift = !shiftsKnown
    ? t.shiftUnknown
    : !onShift
      ? t.offShift
      : onShiftSince === null
        ? t.onShiftNow
        : t.onShift(format.time(onShiftSince));
  const about = [role, shift, onShift ? deviceTitle : ''].filter((part) => part !== null && part !== '');

  return (
    <header ref={head} className={classes.head} data-courier={courierId}>
      <CourierAvatar name={title} off={shiftsKnown && !onShift} size={38} />
      <div className={classes.who}>
        <h2 className={classes.name} data-late={late > 0 || undefined}>
          {title}
        </h2>
        <p className={classes.about}>{about.join(' · ')}</p>
        <CourierErrorMark courierId={courierId} name={title} look="chip" />
      </div>
      {link ? (
        <a className={classes.call} href={link} aria-label={t.call(format.phone(phone))}>
          <IconPhone size={14} stroke={1.8} aria-hidden />
          {format.phone(phone)}
        </a>
      ) : (
        <span className={classes.quiet}>{phone || t.noPhone}</span>
      )}
      {mayAssign && selected > 0 && (
        <button
          type="button"
          className={classes.assign}
          aria-label={t.assignLabel(selected, title)}
          onClick={() => assignSelected(courierId)}
        >
          {t.assign(selected)}
        </button>
      )}
    </header>
  );
}
