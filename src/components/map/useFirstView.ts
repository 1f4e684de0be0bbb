/** Where a small map looks first: at its points; without any, where the orders of the day are. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type L from 'leaflet';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { LatLon } from '#src/lib/geo.ts';
import type { MapPoint } from './PointMap.tsx';
import type { CityPlan } from './demoCity.ts';
import { demoCityQuery } from './demoCity.ts';
import { fitExtent } from './mapMoves.ts';
import { extentOf } from './mapView.ts';
import { latLonOf } from './mercator.ts';

/** Shown only while nothing at all is known: European Russia. */
const NOWHERE = { latitude: 57.5, longitude: 39, zoom: 5 } as const;

/** After any of these the view is the user's. */
const TAKING = ['pointerdown', 'keydown', 'wheel'] as const;

/** What the map shows: nothing yet, a stand-in until something is known, where the work is, or what it was asked for. */
type Look = 'none' | 'nowhere' | 'around' | 'users';

/**
 * Gives the map its view, once. Points that come to a map without any are fitted too, unless the user has moved it by
 * then; a single point that is put outside of the view (by its numbers) is brought into it.
 * @returns whether the map has a view, and `take`: from now on the view is the user's.
 */
export function useFirstView(
  map: L.Map | null,
  points: readonly MapPoint[],
): { placed: boolean; take: () => void } {
  const client = useQueryClient();
  const { demo } = useAppConfig();
  const { data: city } = useQuery({ ...demoCityQuery, enabled: demo });
  const [placed, setPlaced] = useState(false);
  const look = useRef<Look>('none');
  const take = useCallback(() => {
    if (look.current !== 'none') look.current = 'users';
  }, []);

  const place = useEffectEvent((leaflet: L.Map) => {
    // A map in a dialog that is still opening has no size to fit anything into.
    if (leaflet.getSize().x === 0 || look.current === 'users') return;
    const extent = extentOf(points.map(({ point }) => point));
    const work = extentOf(placesOf(client.getQueryData<OrdersFeed>(ORDERS_FEED)));
    const around = work ?? (city ? extentOf(middleOf(city)) : null);
    if (extent) {
      look.current = 'users';
      fitExtent(leaflet, extent, false);
    } else if (around && look.current !== 'around') {
      look.current = 'around';
      fitExtent(leaflet, around, false);
    } else if (look.current === 'none') {
      look.current = 'nowhere';
      leaflet.setView([NOWHERE.latitude, NOWHERE.longitude], NOWHERE.zoom, { animate: false });
    }
    setPlaced(true);
  });

  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    const resized = () => place(map);
    map.on('resize', resized);
    // Before the click itself: the point that it puts must not be run to.
    for (const event of TAKING) container.addEventListener(event, take, { passive: true });
    return () => {
      map.off('resize', resized);
      for (const event of TAKING) container.removeEventListener(event, take);
    };
  }, [map, take]);

  useEffect(() => {
    if (map) place(map);
  }, [map, points, city]);

  const only = points.length === 1 ? points[0]?.point : undefined;
  const latitude = only?.latitude;
  const longitude = only?.longitude;
  useEffect(() => {
    if (!map || !placed || latitude === undefined || longitude === undefined) return;
    if (!map.getBounds().contains([latitude, longitude]))
      map.panTo([latitude, longitude], { animate: false });
  }, [map, placed, latitude, longitude]);

  return { placed, take };
}

/** The middle of the plan: all of it would be a stamp on a small map. */
function middleOf({ northWest, southEast }: CityPlan): LatLon[] {
  const at = (share: number) =>
    latLonOf({
      x: northWest.x + (southEast.x - northWest.x) * share,
      y: northWest.y + (southEast.y - northWest.y) * share,
    });
  return [at(0.3), at(0.7)];
}

function placesOf(feed: OrdersFeed | undefined): LatLon[] {
  const places: LatLon[] = [];
  for (const { point } of feed?.records.values() ?? []) if (point) places.push(point);
  return places;
}
