/** The orders of the map as a list: selected both ways, those without a point on top with a way to give them one. */
import { VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useMemo, useRef } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useMay, useSession } from '#src/api/session.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { isHandPoint, useHandPointStore } from '#src/components/map/handPoints.ts';
import { useChangeLayers } from '#src/components/map/mapLayersStore.ts';
import { usePinMenu } from '#src/components/map/pinMenuStore.ts';
import { usePlacing } from '#src/components/map/placePointStore.ts';
import { rowPointer } from '#src/components/orders/rowPointer.ts';
import { useRowDrag } from '#src/components/orders/useRowDrag.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import { useMapSide } from './mapSideStore.ts';
import classes from './OrderSide.module.css';
import { OrderSideHead } from './OrderSideHead.tsx';
import { OrderSideRow, sideRowId } from './OrderSideRow.tsx';
import type { SidePart } from './orderSideEntries.ts';
import { listedOrdersOf, sideEntries } from './orderSideEntries.ts';
import { OrderSideLookProvider, useOrderSideLook } from './orderSideLook.ts';
import { useOrderSideKeys } from './useOrderSideKeys.ts';
import { useOrderSideScroll } from './useOrderSideScroll.ts';
import { usePlacingWords } from './usePlacingWords.ts';

type Props = {
  /** With a point, in the order of urgency. */
  placed: readonly DispatchOrder[];
  without: readonly DispatchOrder[];
  /** Name of who has the order; null = nobody. */
  courierName: (order: DispatchOrder) => string | null;
  /** Brings the order's pin into view. */
  onShow: (order: DispatchOrder) => void;
};

const NO_RECORDS: ReadonlyMap<string, DispatchOrder> = new Map();
const fold = (open: boolean) => useMapSide.setState({ withoutOpen: open });

export function OrderSide({ placed, without, courierName, onShow }: Props) {
  const look = useOrderSideLook(courierName);
  const { t } = look;
  const dragging = useText().orders.table.dragging;
  const { data: feed } = useOrdersFeed(useQueryClient());
  const records = feed?.records ?? NO_RECORDS;
  const mayCommand = useMay('dispatcher');
  const login = useSession().data?.login ?? '';
  const chosen = useMapSide((state) => state.withoutOpen);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);

  // Folded until somebody wants them, unless there is nothing else to show: Kassa's orders are all without a point.
  const withoutOpen = chosen ?? placed.length === 0;
  const entries = useMemo(() => {
    const parts: Record<SidePart, DispatchOrder[]> = { without: [...without], hand: [], placed: [] };
    for (const order of placed) parts[isHandPoint(order) ? 'hand' : 'placed'].push(order);
    return sideEntries(parts, (part) => part !== 'without' || withoutOpen);
  }, [placed, without, withoutOpen]);
  const rows = useMemo(() => listedOrdersOf(entries), [entries]);
  const { virtualizer, stuck, sight, reveal } = useOrderSideScroll({ entries, scroller });

  // A menu stands at its pin, and a point that was set wants to be seen: the pins must be there.
  const changeLayers = useChangeLayers();
  const openMenu = (order: DispatchOrder, beside: Element | null) => {
    if (order.point) {
      changeLayers({ orders: true });
      onShow(order);
    }
    usePinMenu.getState().open([order.key], beside);
  };
  const { said, sayTaken } = usePlacingWords({ without, records, grid, t });

  const pointer = () => rowPointer(rows, grid, (order) => openMenu(order, rowElement(order.key)));
  const onClick = (event: MouseEvent) => {
    pointer().onClick(event);
    const order = orderAt(event, rows);
    if (!order || !(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-deed]');
    if (button?.dataset.deed === 'menu') openMenu(order, button);
    else if (button?.dataset.deed === 'put') {
      changeLayers({ orders: true });
      togglePlacing(order.key);
    } else if (button?.dataset.deed === 'take') {
      useHandPointStore.getState().forget(login, [order.key]);
      sayTaken(order);
    } else if (isPlain(event) && !event.target.closest('[data-box]')) onShow(order);
  };

  const onKeyDown = useOrderSideKeys({
    grid,
    rows,
    records,
    sight,
    reveal,
    onMenu: openMenu,
  });
  useRowDrag(body, dragging, mayCommand);

  const items = virtualizer.getVirtualItems();
  const focused = useBoardStore((state) => state.focused);
  const active =
    focused !== null && items.some(({ key }) => key === focused) ? sideRowId(focused) : undefined;
  const reading = !feed || feed.loading !== null;
  return (
    <OrderSideLookProvider value={look}>
      <div ref={scroller} className={classes.scroller} data-testid="order-side">
        {entries.length === 0 ? (
          <p className={classes.nothing}>
            {reading ? t.reading : anyOpen(feed.records) ? t.emptyHere : t.empty}
          </p>
        ) : (
          <div
            ref={grid}
            role="grid"
            tabIndex={0}
            className={classes.grid}
            aria-label={t.title}
            aria-rowcount={entries.length}
            aria-multiselectable
            aria-activedescendant={active}
            onKeyDown={onKeyDown}
          >
            <div
              ref={body}
              role="rowgroup"
              className={classes.body}
              style={{ height: virtualizer.getTotalSize() }}
              onMouseDown={(event) => pointer().onMouseDown(event)}
              onClick={onClick}
              onDoubleClick={(event) => pointer().onDoubleClick(event)}
              onMouseOver={(event) => pointer().onMouseOver(event)}
              onMouseLeave={() => pointer().onMouseLeave()}
            >
              {items.map(({ index }) => {
                const entry = entries[index];
                if (!entry) return null;
                return entry.kind === 'head' ? (
                  <OrderSideHead
                    key={entry.key}
                    head={entry}
                    index={index}
                    stuck={index === stuck}
                    onFold={fold}
                  />
                ) : (
                  <OrderSideRow
                    key={entry.key}
                    order={entry.order}
                    part={entry.part}
                    index={index}
                    top={entry.top}
                    height={entry.height}
                  />
                );
              })}
            </div>
          </div>
        )}
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </OrderSideLookProvider>
  );
}

const rowElement = (key: OrderKey) => document.getElementById(sideRowId(key));

const isPlain = (event: MouseEvent) =>
  event.detail === 1 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

function orderAt(event: MouseEvent, rows: readonly DispatchOrder[]): DispatchOrder | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
  return key === undefined ? undefined : rows.find((row) => row.key === key);
}

/** The same button a second time gives up. */
function togglePlacing(key: OrderKey): void {
  const { key: now, start, end } = usePlacing.getState();
  if (now === key) end(false);
  else start(key);
}

function anyOpen(records: ReadonlyMap<string, DispatchOrder>): boolean {
  for (const order of records.values()) if (order.open) return true;
  return false;
}
