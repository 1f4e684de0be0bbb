/** Couriers under the map: on shift first, by load, late orders or age of the position; rows take dropped orders. */
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { heldOrder, silenceOf, sortedCouriers } from '#src/components/map/courierSummary.ts';
import { draggedOrders } from '#src/components/map/orderDrop.ts';
import { usePinDrag } from '#src/components/map/pinDragStore.ts';
import type { CourierBoard } from '#src/components/map/useCourierBoard.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './CourierList.module.css';
import { CourierListHead } from './CourierListHead.tsx';
import type { RowActions } from './CourierListRow.tsx';
import { CourierListRow } from './CourierListRow.tsx';
import { CourierListSilence } from './CourierListSilence.tsx';
import { useCourierListState } from './courierListState.ts';
import { useEdgeScroll } from './useEdgeScroll.ts';
import { useNow } from './useNow.ts';

const MINUTE = 60_000;
const ROW_PX = 44;
const KEY_STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};

/** How many orders are being dragged anywhere on the page; 0 = none. */
function useDraggedCount(): number {
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      monitorForElements({
        onDragStart: ({ source }) => setCount(draggedOrders(source.data)?.length ?? 0),
        onDrop: () => setCount(0),
      }),
    [],
  );
  const carried = usePinDrag(({ keys }) => keys.length);
  return count || carried;
}

type Props = {
  board: CourierBoard;
  chosen: string | null;
  mayAssign: boolean;
  onChoose: (courierId: string) => void;
  onDropOrders: (keys: OrderKey[], courierId: string) => void;
  onAssignSelected: (courierId: string) => void;
};

/** All callbacks must keep their identity: rows are drawn again only when their own courier changes. */
export function CourierList({ board, chosen, mayAssign, onChoose, onDropOrders, onAssignSelected }: Props) {
  const t = useText().map.couriers;
  const { couriers, directory, shiftsKnown, error, refetch } = board;
  const known = directory !== undefined;
  const words = useWords(courierCardWords).list;
  const now = useNow(MINUTE);
  const { sort, query, only, active, change } = useCourierListState();
  const [frozen, freeze] = useState<readonly string[] | null>(null);
  const selected = useBoardStore((state) => state.selected.size);
  const hovered = useBoardStore((state) => state.hoveredCourierId);
  const dragged = useDraggedCount();
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(useCourierListState.getState().returning);

  const sorted = useMemo(() => {
    const found = sortedCouriers(couriers.values(), sort, query);
    return only === null ? found : found.filter((one) => silenceOf(one, shiftsKnown, now) === only);
  }, [couriers, sort, query, only, shiftsKnown, now]);
  const rows = useMemo(() => (frozen ? heldOrder(sorted, frozen) : sorted), [sorted, frozen]);
  const activeIndex = Math.max(
    0,
    rows.findIndex((one) => one.courierId === active),
  );
  const onShift = useMemo(() => {
    let count = 0;
    for (const one of couriers.values()) if (one.onShift || !shiftsKnown) count += 1;
    return count;
  }, [couriers, shiftsKnown]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.courierId ?? index,
    overscan: 6,
    // The row that Tab reaches is always there, wherever the list is scrolled to.
    rangeExtractor: (range) =>
      rows.length === 0
        ? []
        : [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
  });
  useEdgeScroll(scroller);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`);
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });

  // Back from a courier's card: the list is as it was left, and the keyboard stands where it stood.
  const comeBack = useEffectEvent(() => {
    const { returning } = useCourierListState.getState();
    if (active !== null && rows.length > 0) virtual.scrollToIndex(activeIndex, { align: 'center' });
    if (returning) change({ returning: false });
  });
  useEffect(() => comeBack(), []);

  // Somebody chosen on the map comes into view here; somebody in view moves nothing, nor does a new order of the list.
  const reveal = useEffectEvent((courierId: string) => {
    const index = rows.findIndex((one) => one.courierId === courierId);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => {
    if (chosen !== null) reveal(chosen);
  }, [chosen]);

  const actions = useMemo<RowActions>(
    () => ({
      choose: (courierId) => {
        change({ active: courierId });
        onChoose(courierId);
      },
      hover: useBoardStore.getState().hoverCourier,
      drop: onDropOrders,
      assignSelected: onAssignSelected,
    }),
    [change, onChoose, onDropOrders, onAssignSelected],
  );

  const step = (event: KeyboardEvent) => {
    const by = KEY_STEPS[event.key];
    if (by === undefined || rows.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const to = Math.max(0, Math.min(rows.length - 1, activeIndex + by));
    change({ active: rows[to]?.courierId ?? null });
    wantsFocus.current = true;
    virtual.scrollToIndex(to, { align: 'auto' });
  };

  /** Nothing changes places under the hand: while the pointer, the keyboard or a drag is in the list, its order stays. */
  const hold = () => freeze((ids) => ids ?? rows.map((one) => one.courierId));
  const letGo = (event: { currentTarget: EventTarget & Element; relatedTarget?: EventTarget | null }) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) freeze(null);
  };
  const reorder = (change: () => void) => {
    freeze(null);
    change();
  };

  return (
    <section className={classes.list} aria-label={t.list}>
      <CourierListHead
        count={known ? onShift : null}
        shiftsKnown={shiftsKnown}
        query={query}
        onQuery={(next) => reorder(() => change({ query: next }))}
        sort={sort}
        onSort={(next) => reorder(() => change({ sort: next }))}
      />
      <CourierListSilence
        couriers={couriers}
        shiftsKnown={shiftsKnown}
        now={now}
        only={only}
        onOnly={(next) => reorder(() => change({ only: next }))}
      />
      {dragged > 0 && mayAssign && <p className={classes.hint}>{t.dropHint(dragged)}</p>}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} compact />}
      <div
        ref={scroller}
        className={classes.scroller}
        data-dragging={(dragged > 0 && mayAssign) || undefined}
        onPointerEnter={hold}
        onPointerLeave={letGo}
        onFocus={hold}
        onBlur={letGo}
        onDragEnter={hold}
        onDragLeave={letGo}
        onKeyDown={step}
      >
        {rows.length === 0 ? (
          !error && (
            <p className={classes.nothing}>
              {!known
                ? t.loading
                : couriers.size === 0
                  ? t.empty
                  : only !== null && query === ''
                    ? words.nobody
                    : t.nothing}
            </p>
          )
        ) : (
          <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const courier = rows[item.index];
              return (
                courier && (
                  <CourierListRow
                    key={item.key}
                    courier={courier}
                    index={item.index}
                    of={rows.length}
                    top={item.start}
                    shiftsKnown={shiftsKnown}
                    chosen={courier.courierId === chosen}
                    hovered={courier.courierId === hovered}
                    reachable={item.index === activeIndex}
                    mayAssign={mayAssign}
                    selected={mayAssign ? selected : 0}
                    actions={actions}
                  />
                )
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
