/** The map with all that lies on it; the same parts beside the table and on the map's own page. */
import type L from 'leaflet';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { AccuracyCircle } from './AccuracyCircle.tsx';
import { AreaButtons } from './AreaButtons.tsx';
import { AreaSelect } from './AreaSelect.tsx';
import { BoardPins } from './BoardPins.tsx';
import { CourierLines } from './CourierLines.tsx';
import { CourierMarkers } from './CourierMarkers.tsx';
import { FullscreenButton } from './FullscreenButton.tsx';
import { usePlacedOrders } from './handPoints.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapLayersButton } from './MapLayersButton.tsx';
import { useMapLayers } from './mapLayersStore.ts';
import { PinMenu } from './PinMenu.tsx';
import { PlacePoint } from './PlacePoint.tsx';
import { PositionsCaption } from './PositionsCaption.tsx';
import type { CourierBoard } from './useCourierBoard.ts';

type Props = {
  /** Name under which this map's view is kept. */
  name: string;
  /** Open orders, as they are filtered. */
  orders: readonly DispatchOrder[];
  board: CourierBoard;
  chosen: string | null;
  /** Chooses the courier, or lets go of who is chosen. */
  onChoose: (courierId: string) => void;
  mayAssign: boolean;
  onDropOrders: (keys: OrderKey[], courierId: string) => void;
  onMap?: (map: L.Map | null) => void;
  /** The map's own page: Tab walks the couriers, and there is a button for the whole screen. */
  whole?: boolean;
  /** Stands above the other buttons. */
  buttons?: ReactNode;
  /** More layers. */
  children?: ReactNode;
};

export function WorkMap(props: Props) {
  const { name, orders, board, chosen, onChoose, mayAssign, onDropOrders, onMap, whole, buttons } = props;
  const { couriers, directory, ready, shiftsKnown } = board;
  const layers = useMapLayers();
  const { placed } = usePlacedOrders(orders);
  const pins = layers.orders ? placed : none;

  const shown = useMemo(() => {
    if (!layers.couriers) return nobody;
    if (layers.offShift || !shiftsKnown) return couriers;
    return new Map([...couriers].filter(([id, one]) => one.onShift || one.open > 0 || id === chosen));
  }, [couriers, layers.couriers, layers.offShift, shiftsKnown, chosen]);
  const points = useCallback(
    () => [
      ...placed.flatMap(({ point }) => point ?? []),
      ...[...couriers.values()].flatMap(({ position }) => position?.point ?? []),
    ],
    [placed, couriers],
  );
  const position = chosen === null ? null : (couriers.get(chosen)?.position ?? null);

  return (
    <MapCanvas
      name={name}
      ready={ready}
      points={points}
      onMap={onMap}
      caption={<PositionsCaption />}
      buttons={
        <>
          {buttons}
          {whole && <FullscreenButton />}
          <MapLayersButton couriers={couriers} shiftsKnown={shiftsKnown} orders={placed} />
          <AreaButtons />
        </>
      }
    >
      {position && layers.couriers && <AccuracyCircle position={position} />}
      {layers.lines && chosen !== null && directory && (
        <CourierLines courierId={chosen} directory={directory} position={position} />
      )}
      <BoardPins
        orders={pins}
        directory={directory}
        chosen={chosen}
        mayAssign={mayAssign}
        onDropOrders={onDropOrders}
      />
      <CourierMarkers
        couriers={shown}
        shiftsKnown={shiftsKnown}
        chosen={chosen}
        onChoose={onChoose}
        mayAssign={mayAssign}
        onDropOrders={onDropOrders}
        walkable={whole ?? false}
      />
      {props.children}
      <PinMenu orders={pins} />
      <PlacePoint />
      <AreaSelect orders={pins} />
    </MapCanvas>
  );
}

const none: readonly DispatchOrder[] = [];
const nobody = new Map<string, never>();
