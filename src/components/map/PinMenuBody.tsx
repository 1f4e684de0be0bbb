/** What the menu says of one order: what it is, who could take it, what else can be done. Fits any popover. */
import { IconArrowLeft, IconPhone, IconX } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useMay } from '#src/api/session.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { CourierPicker } from '#src/components/commands/CourierPicker.tsx';
import { useCommands, usePending } from '#src/components/commands/commandStore.ts';
import link from '#src/components/format/phoneLink.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { pinMenuWords } from '#src/locales/pinMenuWords.ts';
import menu from './PinMenu.module.css';
import classes from './PinMenuBody.module.css';
import { PinMenuDeeds } from './PinMenuDeeds.tsx';
import { useOrderLink } from './useOrderLink.ts';
import type { MenuStanding } from './usePinMenuOrders.ts';

/** So many couriers are proposed at once; the others are one press away. */
const NEAREST = 5;

type Props = {
  /** With a point given by hand, if it has one: distances count from there. */
  order: DispatchOrder;
  standing?: MenuStanding;
  /** Back to the orders that lie under the same pin. */
  back?: { count: number; go: () => void } | null;
  /** A deed is on its way, or the user is done: close the menu, give the focus back. */
  onClose: () => void;
};

export function PinMenuBody({ order, standing = 'shown', back = null, onClose }: Props) {
  const t = useWords(pinMenuWords);
  const { locale } = useText();
  const mayCommand = useMay('dispatcher');
  const pending = usePending(order.key);
  const { openAssign } = useCommands();
  const { directory } = useCourierDirectory();
  const link = useOrderLink(order);
  const assignable = legalMove(order.system, order.status, 'assign').legal && standing !== 'gone';
  useLitCourier();

  return (
    <>
      <div className={menu.top}>
        {back && (
          <button
            type="button"
            className={menu.icon}
            aria-label={t.back(back.count)}
            title={t.back(back.count)}
            onClick={back.go}
          >
            <IconArrowLeft size={16} stroke={1.8} aria-hidden />
          </button>
        )}
        <Link {...link} className={menu.number} onClick={onClose}>
          {order.number}
        </Link>
        <SystemBadge system={order.system} />
        <span className={classes.status}>
          <StatusBadge order={order} />
        </span>
        <button type="button" className={menu.icon} aria-label={t.close} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
      <div className={classes.scroll}>
        {standing !== 'shown' && (
          <p className={menu.note} role="status">
            {t.standing[standing]}
          </p>
        )}
        <Facts order={order} />
        {mayCommand && pending && (
          <p className={menu.note} role="status">
            {t.pending}
          </p>
        )}
        {mayCommand && !pending && assignable && (
          <div className={classes.couriers} onPointerOver={lightCourier} onPointerLeave={dimCourier}>
            <CourierPicker
              order={order}
              onClose={onClose}
              best={NEAREST}
              foot={
                <button type="button" className={classes.all} onClick={() => openAssign([order])}>
                  {t.all((directory?.all.length ?? 0).toLocaleString(locale))}
                </button>
              }
            />
          </div>
        )}
      </div>
      <div className={menu.foot}>
        {mayCommand && standing !== 'gone' && <PinMenuDeeds order={order} />}
        <Link {...link} className={menu.deed} onClick={onClose}>
          {t.open}
        </Link>
      </div>
    </>
  );
}

function Facts({ order }: { order: DispatchOrder }) {
  const t = useWords(pinMenuWords);
  const { time, phone: phoneWords } = useFormat();
  const { directory } = useCourierDirectory();
  const now = useNow(60_000);
  const { windowFrom, windowTo, phone, client, courierId, courierLogin } = order;
  const tel = phoneLink(phone);
  const courier = directory ? courierOf(order, directory) : null;
  const given = courierId !== null || courierLogin !== null;
  const gone = courierLogin === null ? t.courierGone(String(courierId)) : phoneWords(courierLogin);
  const window =
    windowTo === null
      ? t.noWindow
      : windowFrom === null
        ? t.until(time(windowTo))
        : `${time(windowFrom)}–${time(windowTo)}`;
  return (
    <div className={classes.facts}>
      <p className={classes.line}>
        <span>{window}</span>
        <SlackChip order={order} now={now} />
      </p>
      <p className={classes.address}>{order.address || t.noAddress}</p>
      <p className={classes.line}>
        <span className={classes.client}>{client || t.noClient}</span>
        {tel && (
          <a className={link.phone} href={tel} aria-label={t.call(phoneWords(phone))}>
            <IconPhone size={14} stroke={1.8} aria-hidden />
            {phoneWords(phone)}
          </a>
        )}
      </p>
      {given ? (
        <p className={classes.line} data-courier-of={courier?.courierId}>
          <CourierAvatar name={courier?.title ?? ''} off={!courier?.onShift} />
          <span>{courier?.title || gone}</span>
        </p>
      ) : (
        <p className={classes.quiet}>{order.selfPickUp ? t.selfPickUp : t.noCourier}</p>
      )}
    </div>
  );
}

/** The courier under the pointer is shown on the map: where they are says more than how far. */
function lightCourier({ target }: PointerEvent): void {
  const row = (target as Element).closest<HTMLElement>('[data-courier]');
  const { hoveredCourierId, hoverCourier } = useBoardStore.getState();
  const courierId = row?.dataset.courier ?? null;
  if (courierId !== hoveredCourierId) hoverCourier(courierId);
}

const dimCourier = () => useBoardStore.getState().hoverCourier(null);

/** What was lit by the menu goes out with it. */
function useLitCourier(): void {
  useEffect(() => dimCourier, []);
}
