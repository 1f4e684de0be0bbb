/** Orders and warehouses on the map, tied to the table: what is selected or hovered there is marked here, and back. */
import { useEffect, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useWarehouses } from '#src/api/references.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { Warehouse } from '#src/contracts/ireca/catalogue.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { useMapPalette } from './mapPalette.ts';
import { MapTip } from './MapTip.tsx';
import { worldPoint } from './mercator.ts';
import type { Pin } from './orderPin.ts';
import { orderPins, PIN, samePins } from './orderPin.ts';
import type { OrderPinsLayer, UnderPointer, WarehouseSpot } from './orderPinsLayer.ts';
import { addOrderPins } from './orderPinsLayer.ts';
import { pinSprites } from './pinSprites.ts';
import { OrderTip, WarehouseTip } from './PinTip.tsx';

const MINUTE = 60_000;
const nothing: UnderPointer = { pins: [], warehouse: null };

function warehouseSpots(records: readonly Warehouse[]): WarehouseSpot[] {
  return records.flatMap(({ warehouseId: id, title, latitude, longitude, isActive }) => {
    const point = knownPoint(latitude, longitude);
    return point && isActive ? [{ id, title, ...point, ...worldPoint(point) }] : [];
  });
}

/** A click takes the order alone, with Ctrl or ⌘ it joins or leaves the others; on open ground nothing is lost. */
function pick({ pins: [pin] }: UnderPointer, event: MouseEvent): void {
  if (!pin) return;
  const board = useBoardStore.getState();
  if (event.ctrlKey || event.metaKey) {
    board.toggle(pin.key);
    return;
  }
  board.select([pin.key], pin.key);
  board.focus(pin.key);
}

type Props = {
  orders: readonly DispatchOrder[];
  /** Orders of the courier in hand; null = nobody is. */
  theirs: ReadonlySet<OrderKey> | null;
  dimOthers: boolean;
  /** Name of who has the order; null = nobody. */
  courierName: (order: DispatchOrder) => string | null;
};

/** One effect builds the layer, the others only tell it what changed. */
export function OrderPins({ orders, theirs, dimOthers, courierName }: Props) {
  const map = useMap();
  const now = useNow(MINUTE);
  const { atRiskMinutes } = useAppConfig();
  const { data: warehouses } = useWarehouses();
  const { palette } = useMapPalette();
  const selected = useBoardStore((board) => board.selected);
  const hovered = useBoardStore((board) => board.hoveredOrder);
  const [under, setUnder] = useState(nothing);
  const layer = useRef<OrderPinsLayer | null>(null);
  const drawn = useRef<readonly Pin[]>([]);

  useEffect(() => {
    const added = addOrderPins(map, {
      onHover: (next) => {
        setUnder(next);
        useBoardStore.getState().hoverOrder(next.pins[0]?.key ?? null);
      },
      onPick: pick,
    });
    layer.current = added;
    drawn.current = [];
    return () => {
      layer.current = null;
      added.remove();
    };
  }, [map]);

  useEffect(() => layer.current?.setSprites(pinSprites(palette)), [palette, map]);

  useEffect(() => {
    const pins = orderPins(orders, now, atRiskMinutes);
    if (samePins(drawn.current, pins)) return;
    drawn.current = pins;
    layer.current?.setPins(pins);
  }, [map, orders, now, atRiskMinutes]);

  useEffect(() => layer.current?.setWarehouses(warehouseSpots(warehouses?.records ?? [])), [map, warehouses]);

  useEffect(
    () => layer.current?.setMarks({ selected, hovered, theirs, dimOthers }),
    [map, selected, hovered, theirs, dimOthers],
  );

  const { pins, warehouse } = under;
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
