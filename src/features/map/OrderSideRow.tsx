/** One order in the list beside the map. Plain elements only: a screenful is drawn while the list is scrolled. */
import { IconDots, IconMapPin, IconMapPinOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { usePlacing } from '#src/components/map/placePointStore.ts';
import edge from '#src/components/orders/lateEdge.module.css';
import row from '#src/components/orders/orderRow.module.css';
import box from '#src/components/orders/rowBox.module.css';
import { SlackText } from '#src/components/orders/SlackChip.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { formatPhone } from '#src/lib/phone.ts';
import type { SidePart } from './orderSideEntries.ts';
import { useLook } from './orderSideLook.ts';
import classes from './OrderSideRow.module.css';
import { whyWithout } from './whyWithout.ts';

/** The element's id, for `aria-activedescendant`. */
export const sideRowId = (key: OrderKey) => `side-${key}`;

const ROW = `${row.row} ${edge.edge} ${classes.row}`;

const SELECTED = 1;
const FOCUSED = 2;
const HOVERED = 4;

type Props = {
  order: DispatchOrder;
  part: SidePart;
  /** Place among all entries of the list, from 0. */
  index: number;
  /** px from the top of the list. */
  top: number;
  height: number;
};

export const OrderSideRow = memo(function OrderSideRow({ order, part, index, top, height }: Props) {
  const look = useLook();
  const { t } = look;
  const marks = useBoardStore(
    ({ selected, focused, hoveredOrder }) =>
      (selected.has(order.key) ? SELECTED : 0) +
      (focused === order.key ? FOCUSED : 0) +
      (hoveredOrder === order.key ? HOVERED : 0),
  );
  const placing = usePlacing((state) => state.key === order.key);
  const lateness = look.latenessOf(order);
  const selected = (marks & SELECTED) !== 0;
  const window = look.windowOf(order);
  return (
    <div
      role="row"
      id={sideRowId(order.key)}
      className={ROW}
      data-key={order.key}
      data-part={part}
      data-band={lateness.band}
      data-focused={(marks & FOCUSED) !== 0 || undefined}
      data-hovered={(marks & HOVERED) !== 0 || undefined}
      data-placing={placing || undefined}
      aria-rowindex={index + 1}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <span role="gridcell" className={box.area} data-box>
        <input
          type="checkbox"
          className={box.box}
          checked={selected}
          readOnly
          tabIndex={-1}
          aria-label={t.select(order.number)}
        />
      </span>
      <div role="gridcell" className={classes.main}>
        <div className={classes.line}>
          <span className={classes.number} title={order.number}>
            {order.number}
          </span>
          <SystemBadge system={order.system} />
          <span className={classes.window}>{window === '' ? t.noWindow : window}</span>
          <SlackText lateness={lateness} slack={look.slack} words={look.slackWords} />
        </div>
        <div className={classes.line}>
          <span className={classes.address} title={order.address}>
            {order.address === '' ? t.noAddress : order.address}
          </span>
          <Courier order={order} />
        </div>
        {part === 'without' && <Without order={order} placing={placing} />}
        {part === 'hand' && <ByHand order={order} />}
      </div>
      <span role="gridcell" className={classes.more}>
        <button
          type="button"
          className={classes.menu}
          data-deed="menu"
          tabIndex={-1}
          aria-label={t.menu(order.number)}
          aria-haspopup="dialog"
          title={t.menu(order.number)}
        >
          <IconDots size={16} stroke={1.9} aria-hidden />
        </button>
      </span>
    </div>
  );
});

/** «Иван Быстров» → «И. Быстров»; other shapes as they are. */
function shortName(name: string): string {
  const [first, last, ...more] = name.split(' ');
  return first && last && more.length === 0 && /^\p{L}/u.test(first) ? `${first.charAt(0)}. ${last}` : name;
}

/** Nobody has it: a hollow dot, as the hollow pin on the map. */
function Courier({ order }: { order: DispatchOrder }) {
  const { t, courierName } = useLook();
  const given = order.courierId !== null || order.courierLogin !== null;
  if (!given)
    return (
      <span className={classes.courier} data-free={!order.selfPickUp || undefined}>
        {order.selfPickUp ? t.notNeeded : t.noCourier}
      </span>
    );
  const name =
    courierName(order) ?? (order.courierLogin === null ? t.unknownCourier : formatPhone(order.courierLogin));
  return (
    <span className={classes.courier} title={name}>
      {shortName(name)}
    </span>
  );
}

function Without({ order, placing }: { order: DispatchOrder; placing: boolean }) {
  const { t } = useLook();
  const why = t.why[whyWithout(order)];
  return (
    <div className={classes.point}>
      <IconMapPinOff size={14} stroke={1.7} aria-hidden />
      <span className={classes.why} title={why}>
        {why}
      </span>
      <Deed is="put" label={t.putOne(order.number)} pressed={placing}>
        <span className={classes.long}>{t.put}</span>
        <span className={classes.short}>{t.putShort}</span>
      </Deed>
    </div>
  );
}

function ByHand({ order }: { order: DispatchOrder }) {
  const { t } = useLook();
  return (
    <div className={classes.point}>
      <IconMapPin size={14} stroke={1.7} aria-hidden />
      <span className={classes.why} title={t.byHand}>
        {t.byHand}
      </span>
      <Deed is="put" label={t.moveOne(order.number)}>
        {t.move}
      </Deed>
      <Deed is="take" label={t.takeOne(order.number)}>
        {t.take}
      </Deed>
    </div>
  );
}

type DeedProps = { is: 'put' | 'take'; label: string; pressed?: boolean; children: ReactNode };

/** The list hears the press: it asks which deed it was. */
function Deed({ is, label, pressed, children }: DeedProps) {
  return (
    <button
      type="button"
      className={classes.deed}
      data-deed={is}
      tabIndex={-1}
      aria-label={label}
      aria-pressed={pressed}
    >
      {children}
    </button>
  );
}
