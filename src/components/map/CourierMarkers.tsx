/** Couriers on the map, tied to the list and the table: who is hovered or chosen there is marked here, and back. */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { CourierMarker, Described } from './courierMarker.ts';
import { markersAt, sameMarker } from './courierMarker.ts';
import type { CourierMarkersLayer } from './courierMarkersLayer.ts';
import { addCourierMarkers } from './courierMarkersLayer.ts';
import type { CourierSummary } from './courierSummary.ts';
import { courierWords } from './courierWords.ts';
import { bringIntoView } from './mapMoves.ts';
import { MapTip } from './MapTip.tsx';
import { keepIdentity } from './markerDiff.ts';
import { orderDropTarget } from './orderDrop.ts';
import { CourierTip } from './PinTip.tsx';

/** Ages are told in minutes: four looks a minute keep the bands honest. */
const PACE_MS = 15_000;
const noMarkers: ReadonlyMap<string, CourierMarker> = new Map();

type Props = {
  couriers: ReadonlyMap<string, CourierSummary>;
  shiftsKnown: boolean;
  chosen: string | null;
  onChoose: (courierId: string) => void;
  /** False for viewers: nothing can be dropped. */
  mayAssign: boolean;
  onDropOrders: (keys: OrderKey[], courierId: string) => void;
  /** Tab goes from courier to courier, Enter chooses. */
  walkable: boolean;
};

/** One effect builds the layer, the others only tell it what changed. */
export function CourierMarkers(props: Props) {
  const { couriers, shiftsKnown, chosen, onChoose, mayAssign, onDropOrders, walkable } = props;
  const map = useMap();
  const t = useText().map.couriers;
  const words = useWords(courierCardWords).marker;
  const { ago } = useFormat();
  const now = useNow(PACE_MS);
  const hovered = useBoardStore((board) => board.hoveredCourierId);
  const [pointed, point] = useState<string | null>(null);
  const layer = useRef<CourierMarkersLayer | null>(null);
  const drawn = useRef(noMarkers);
  const choose = useEffectEvent(onChoose);
  const drop = useEffectEvent(onDropOrders);
  const allowed = useEffectEvent(() => mayAssign);
  const groupTitle = useEffectEvent((count: number) => t.group(count));

  useEffect(() => {
    const added = addCourierMarkers(map, {
      onHover: (courierId) => {
        point(courierId);
        useBoardStore.getState().hoverCourier(courierId);
      },
      onPick: (courierId) => choose(courierId),
      makeDropTarget: (icon, courierId) =>
        orderDropTarget(
          icon,
          () => allowed(),
          (keys) => drop(keys, courierId),
        ),
      groupTitle: (count) => groupTitle(count),
    });
    layer.current = added;
    drawn.current = noMarkers;
    return () => {
      layer.current = null;
      added.remove();
    };
  }, [map]);

  useEffect(() => layer.current?.setWalkable(walkable), [map, walkable]);

  const markerOf = useMemo(() => {
    const label = (summary: CourierSummary, { band, age }: Described) =>
      words.label(summary.name, courierWords(summary, shiftsKnown, t), band === 'fresh' ? null : age);
    return markersAt(now, ago, walkable ? label : undefined);
  }, [now, ago, walkable, shiftsKnown, t, words]);

  useEffect(() => {
    const markers = new Map<string, CourierMarker>();
    for (const summary of couriers.values()) {
      const marker = markerOf(summary);
      if (marker) markers.set(summary.courierId, marker);
    }
    drawn.current = keepIdentity(drawn.current, markers, sameMarker);
    layer.current?.setCouriers(drawn.current);
  }, [map, couriers, markerOf]);

  useEffect(() => layer.current?.setMarks({ hovered, chosen }), [map, hovered, chosen]);

  // Whoever is chosen, in the list, by a link or by going back, is brought into view once; who is in view moves nothing.
  const pointOf = useEffectEvent((courierId: string) => couriers.get(courierId)?.position?.point);
  useEffect(() => {
    const point = chosen === null ? undefined : pointOf(chosen);
    if (point) bringIntoView(map, point);
  }, [map, chosen]);

  const courier = pointed === null ? undefined : couriers.get(pointed);
  return (
    courier?.position && (
      <MapTip point={courier.position.point} lift={20}>
        <CourierTip courier={courier} shiftsKnown={shiftsKnown} />
      </MapTip>
    )
  );
}
