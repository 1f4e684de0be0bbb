/** The chosen courier's orders in the order of their windows: straight lines from pick-up to drop, numbered. Goes inside the map. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { Position } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import type { CourierLinesLayer } from './courierLinesLayer.ts';
import { addCourierLines } from './courierLinesLayer.ts';
import { useOrdersInHand } from './courierOrders.ts';
import { courierWay } from './courierWay.ts';
import { pinTone } from './orderPin.ts';

const PACE_MS = 15_000;

type Props = {
  courierId: string;
  directory: CourierDirectory;
  /** Where they were last seen; null = never. */
  position: Position | null;
};

/** Draws all that the courier has in hand, whatever the filters hide, so that the numbers are those of the card. */
export function CourierLines({ courierId, directory, position }: Props) {
  const map = useMap();
  const { atRiskMinutes } = useAppConfig();
  const { data } = useOrdersFeed(useQueryClient());
  const now = useNow(PACE_MS);
  const orders = useOrdersInHand(data?.records, courierId, directory);
  // Where a courier was long ago is no place to begin a line from.
  const start = positionBand(position, now) === 'ghost' ? null : (position?.point ?? null);
  const way = useMemo(
    () => courierWay(orders, start, (order) => pinTone(order, now, atRiskMinutes)),
    [orders, start, now, atRiskMinutes],
  );
  const layer = useRef<CourierLinesLayer | null>(null);

  useEffect(() => {
    const added = addCourierLines(map);
    layer.current = added;
    return () => {
      layer.current = null;
      added.remove();
    };
  }, [map]);

  useEffect(() => layer.current?.show(way), [map, way]);

  return null;
}
