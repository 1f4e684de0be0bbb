/** Orders and warehouses on the map, tied to the table: what is selected or hovered there is marked here, and back. */
import type L from 'leaflet';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useWarehouses } from '#src/api/references.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { Warehouse } from '#src/contracts/ireca/catalogue.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { goNearer } from './goNearer.ts';
import { isHandPoint } from './handPoints.ts';
import { HeapTip } from './HeapTip.tsx';
import { useMapLayers } from './mapLayersStore.ts';
import { useMapPalette } from './mapPalette.ts';
import { MapTip } from './MapTip.tsx';
import { latLonOf, worldPoint } from './mercator.ts';
import type { Pin } from './orderPin.ts';
import { orderPins, PIN, samePins } from './orderPin.ts';
import type { OrderPinsLayer, UnderPointer, WarehouseSpot } from './orderPinsLayer.ts';
import { addOrderPins } from './orderPinsLayer.ts';
import { heapTip } from './pinHeaps.ts';
import { addPinDrag } from './pinDrag.ts';
import { usePinMenu } from './pinMenuStore.ts';
import { pinSprites } from './pinSprites.ts';
import { OrderTip, WarehouseTip } from './PinTip.tsx';

const MINUTE = 60_000;
const nothing: UnderPointer = { pins: [], warehouse: null, heap: null };
const noSpots: WarehouseSpot[] = [];

function warehouseSpots(records: readonly Warehouse[]): WarehouseSpot[] {
  return records.flatMap(({ warehouseId: id, title, latitude, longitude, isActive }) => {
    const point = knownPoint(latitude, longitude);
    return point && isActive ? [{ id, title, ...point, ...worldPoint(point) }] : [];
  });
}

/**
 * A click takes the order alone and opens its menu, with Ctrl, ⌘ or Shift it joins or leaves the others; a click on a
 * count goes nearer; on open ground nothing is lost.
 */
function pick(map: L.Map, { pins, heap }: UnderPointer, event: MouseEvent): void {
  const [pin] = pins;
  const board = useBoardStore.getState();
  if (heap) {
    const keys = heap.pins.map(({ key }) => key);
    if (event.ctrlKey || event.metaKey || event.shiftKey) board.select([...board.selected, ...keys], keys[0]);
    else if (!goNearer(map, heap.pins)) usePinMenu.getState().open(keys);
  }
  if (!pin) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    board.toggle(pin.key);
    return;
  }
  board.select([pin.key], pin.key);
  board.focus(pin.key);
  usePinMenu.getState().open(pins.map(({ key }) => key));
}

type Props = {
  orders: readonly DispatchOrder[];
  /** Orders of the courier in hand; null = nobody is. */
  theirs: ReadonlySet<OrderKey> | null;
  dimOthers: boolean;
  /** Name of who has the order; null = nobody. */
  courierName: (order: DispatchOrder) => string | null;
  /** False for viewers: no pin can be dragged. */
  mayAssign: boolean;
  onDropOrders: (keys: OrderKey[], courierId: string) => void;
};

/** One effect builds the layer, the others only tell it what changed. */
export function OrderPins(props: Props) {
  const { orders, theirs, dimOthers, courierName, mayAssign, onDropOrders } = props;
  const map = useMap();
  const now = useNow(MINUTE);
  const { atRiskMinutes } = useAppConfig();
  const { data: warehouses } = useWarehouses();
  const { palette } = useMapPalette();
  const selected = useBoardStore((board) => board.selected);
  const hovered = useBoardStore((board) => board.hoveredOrder);
  const showWarehouses = useMapLayers().warehouses;
  const [under, setUnder] = useState(nothing);
  const layer = useRef<OrderPinsLayer | null>(null);
  const drawn = useRef<readonly Pin[]>([]);
  const drop = useEffectEvent(onDropOrders);
  const allowed = useEffectEvent(() => mayAssign);

  useEffect(() => {
    const added = addOrderPins(map, {
      onHover: (next) => {
        setUnder(next);
        useBoardStore.getState().hoverOrder(next.pins[0]?.key ?? null);
      },
      onPick: (found, event) => pick(map, found, event),
    });
    layer.current = added;
    drawn.current = [];
    const undrag = addPinDrag(map, {
      pinsAt: (client) => added.pinsAt(client).map(({ key }) => key),
      allowed: () => allowed(),
      onDrop: (keys, courierId) => drop(keys, courierId),
    });
    return () => {
      layer.current = null;
      undrag();
      added.remove();
    };
  }, [map]);

  useEffect(() => layer.current?.setSprites(pinSprites(palette)), [palette, map]);

  useEffect(() => {
    const pins = orderPins(orders, now, atRiskMinutes, isHandPoint);
    if (samePins(drawn.current, pins)) return;
    drawn.current = pins;
    layer.current?.setPins(pins);
  }, [map, orders, now, atRiskMinutes]);

  useEffect(
    () => layer.current?.setWarehouses(showWarehouses ? warehouseSpots(warehouses?.records ?? []) : noSpots),
    [map, warehouses, showWarehouses],
  );

  useEffect(
    () => layer.current?.setMarks({ selected, hovered, theirs, dimOthers }),
    [map, selected, hovered, theirs, dimOthers],
  );

  const { pins, warehouse, heap } = under;
  if (heap) {
    return (
      <MapTip point={latLonOf(heap)} lift={heap.radius + heapTip(heap.radius) + 2}>
        <HeapTip heap={heap} />
      </MapTip>
    );
  }
  const order = pins[0] && (orders.find(({ key }) => key === pins[0]?.key) ?? pins[0].order);
  if (order?.point) {
    return (
      <MapTip point={order.point} lift={PIN.height * 1.35}>
        <OrderTip order={order} courier={courierName(order)} more={pins.length - 1} />
      </MapTip>
    );
  }
  return (
    warehouse && (
      <MapTip point={warehouse} lift={12}>
        <WarehouseTip title={warehouse.title} />
      </MapTip>
    )
  );
}
