/** Open orders of the chosen courier in the order of their windows, numbered as on the map; a press shows the order there. */
import type { MouseEvent } from 'react';
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { distanceWords } from '#src/components/commands/candidateWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { courierWay } from '#src/components/map/courierWay.ts';
import { useWithHandPoints } from '#src/components/map/handPoints.ts';
import { pinTone } from '#src/components/map/orderPin.ts';
import { usePinMenu } from '#src/components/map/pinMenuStore.ts';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { Position } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './CourierCardOrders.module.css';

const PACE_MS = 15_000;

type Props = {
  orders: readonly DispatchOrder[];
  position: Position | null;
  onShow: (at: { point: LatLon | null }) => void;
};

export function CourierCardOrders({ orders, position, onShow }: Props) {
  const t = useWords(courierCardWords);
  const text = useText();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(PACE_MS);
  const shown = useWithHandPoints(orders);
  const start = positionBand(position, now) === 'ghost' ? null : (position?.point ?? null);
  const { late, atRisk, metres } = useMemo(() => {
    const bands = shown.map((order) => latenessOf(order, now, atRiskMinutes).band);
    return {
      late: bands.filter((band) => band === 'late').length,
      atRisk: bands.filter((band) => band === 'atRisk').length,
      metres: courierWay(shown, start, (order) => pinTone(order, now, atRiskMinutes)).metres,
    };
  }, [shown, start, now, atRiskMinutes]);

  return (
    <section className={classes.orders} aria-label={t.counts}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t.orders.title}</h3>
        {metres > 0 && <span className={classes.way}>{t.orders.way(distanceWords(metres, text))}</span>}
      </div>
      {shown.length === 0 ? (
        <p className={classes.none}>{t.orders.none}</p>
      ) : (
        <>
          <p className={classes.counts}>
            <span>{t.open(shown.length)}</span>
            {late > 0 && <span data-band="late">{t.late(late)}</span>}
            {atRisk > 0 && <span data-band="atRisk">{t.atRisk(atRisk)}</span>}
          </p>
          <ol className={classes.rows}>
            {shown.map((order, index) => (
              <Row key={order.key} order={order} number={index + 1} now={now} onShow={onShow} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

type RowProps = { order: DispatchOrder; number: number; now: number; onShow: Props['onShow'] };

function Row({ order, number, now, onShow }: RowProps) {
  const t = useWords(courierCardWords).orders;
  const { time } = useFormat();
  const { atRiskMinutes } = useAppConfig();
  const hovered = useBoardStore((state) => state.hoveredOrder === order.key);
  const selected = useBoardStore((state) => state.selected.has(order.key));
  const { key, point, windowFrom, windowTo } = order;
  const window = [windowFrom, windowTo].filter((at) => at !== null).map(time);

  /** As a click on the pin: the order alone is taken and its menu opens; with Ctrl or ⌘ it joins or leaves the others. */
  const pick = (event: MouseEvent<HTMLButtonElement>) => {
    const board = useBoardStore.getState();
    if (event.ctrlKey || event.metaKey) {
      board.toggle(key);
      return;
    }
    board.select([key], key);
    board.focus(key);
    onShow(order);
    usePinMenu.getState().open([key], event.currentTarget);
  };

  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-order={key}
        data-hovered={hovered || undefined}
        data-selected={selected || undefined}
        aria-pressed={selected}
        onClick={pick}
        onPointerEnter={() => useBoardStore.getState().hoverOrder(key)}
        onPointerLeave={() => useBoardStore.getState().hoverOrder(null)}
      >
        <span className={classes.number} data-tone={pinTone(order, now, atRiskMinutes)}>
          {number}
        </span>
        <span className={classes.what}>
          <span className={classes.line}>
            <span className={classes.order}>{order.number}</span>
            <SystemBadge system={order.system} />
            <SlackChip order={order} now={now} />
            <span className={classes.window}>{window.length > 0 ? window.join('–') : t.noWindow}</span>
          </span>
          <span className={classes.address}>{order.address || t.noAddress}</span>
          <span className={classes.line}>
            <StatusBadge order={order} />
            {point === null && <span className={classes.noPoint}>{t.noPoint}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}
