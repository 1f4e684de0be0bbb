/** One courier in the list: who, how they stand, what they carry, how old their position is; a place to drop orders on. */
import { memo, useEffect, useEffectEvent, useRef } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { CourierErrorMark } from '#src/components/deviceErrors/CourierErrorMark.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { CourierSummary } from '#src/components/map/courierSummary.ts';
import { courierWords } from '#src/components/map/courierWords.ts';
import { loadSegments } from '#src/components/map/loadSegments.ts';
import { orderDropTarget } from '#src/components/map/orderDrop.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import { positionBand } from '#src/domain/courierState.ts';
import type { Position } from '#src/domain/courierState.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './CourierListRow.module.css';

const AGE_PACE_MS = 10_000;

function LoadBar({ open, late }: { open: number; late: number }) {
  const t = useText().map.couriers;
  const segments = loadSegments(open, late);
  const words = late > 0 ? t.loadLate(open, late) : t.load(open);
  return (
    <span className={classes.load} title={words}>
      <span className={classes.hiddenWords}>{words}</span>
      {segments === null ? (
        <span className={classes.loadNumber} data-late={late > 0 || undefined} aria-hidden>
          {open}
        </span>
      ) : (
        segments.map((kind, index) => (
          <span key={index} className={classes.segment} data-kind={kind} aria-hidden />
        ))
      )}
    </span>
  );
}

function Age({ position }: { position: Position | null }) {
  const t = useText().map.couriers;
  const { ago } = useFormat();
  const now = useNow(AGE_PACE_MS);
  const words = position ? ago(now - position.at) : '—';
  return (
    <span className={classes.age} data-band={positionBand(position, now)} title={t.age}>
      <span className={classes.hiddenWords}>{position ? t.seen(words) : t.neverSeen}</span>
      <span aria-hidden>{words}</span>
    </span>
  );
}

export type RowActions = {
  choose: (courierId: string) => void;
  hover: (courierId: string | null) => void;
  drop: (keys: OrderKey[], courierId: string) => void;
  assignSelected: (courierId: string) => void;
};

type Props = {
  courier: CourierSummary;
  index: number;
  of: number;
  /** Where the row stands in the list, px. */
  top: number;
  shiftsKnown: boolean;
  chosen: boolean;
  hovered: boolean;
  /** The one row that Tab reaches; arrows go on from there. */
  reachable: boolean;
  mayAssign: boolean;
  /** How many orders are selected in the table. */
  selected: number;
  /** Must keep its identity: rows are drawn again only when their own courier changes. */
  actions: RowActions;
};

export const CourierListRow = memo(function CourierListRow(props: Props) {
  const { courier, index, of, top, shiftsKnown, chosen, hovered, reachable, mayAssign, selected, actions } =
    props;
  const { courierId, name, open, late, onShift, position } = courier;
  const t = useText().map.couriers;
  const row = useRef<HTMLLIElement>(null);
  const drop = useEffectEvent((keys: OrderKey[]) => actions.drop(keys, courierId));
  const off = shiftsKnown && !onShift;
  const tabIndex = reachable ? 0 : -1;

  useEffect(() => {
    if (!row.current || !mayAssign) return;
    return orderDropTarget(
      row.current,
      () => true,
      (keys) => drop(keys),
    );
  }, [mayAssign]);

  return (
    <li
      ref={row}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      data-courier={courierId}
      data-chosen={chosen || undefined}
      data-hovered={hovered || undefined}
      data-off={off || undefined}
      aria-posinset={index + 1}
      aria-setsize={of}
      onPointerEnter={() => actions.hover(courierId)}
      onPointerLeave={() => actions.hover(null)}
    >
      <button
        type="button"
        className={classes.main}
        data-index={index}
        tabIndex={tabIndex}
        aria-pressed={chosen}
        onClick={() => actions.choose(courierId)}
      >
        <CourierAvatar name={name} off={off} size={28} />
        <span className={classes.who}>
          <span className={classes.name}>{name}</span>
          <span className={classes.standing} data-late={late > 0 || undefined}>
            {courierWords(courier, shiftsKnown, t)}
          </span>
        </span>
        <LoadBar open={open} late={late} />
        <Age position={position} />
      </button>
      <span className={classes.errors}>
        <CourierErrorMark courierId={courierId} name={name} look="corner" tabIndex={tabIndex} />
      </span>
      {mayAssign && selected > 0 && (
        <button
          type="button"
          className={classes.assign}
          tabIndex={tabIndex}
          aria-label={t.assignLabel(selected, name)}
          onClick={() => actions.assignSelected(courierId)}
        >
          {t.assign(selected)}
        </button>
      )}
    </li>
  );
});
