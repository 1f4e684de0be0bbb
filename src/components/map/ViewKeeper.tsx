/** Gives the map its view: the user's kept one, else all that is there, once. Afterwards only the user moves it. */
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import { fitExtent } from './mapMoves.ts';
import { extentOf, keepView, readView } from './mapView.ts';

/** Shown only while there is nothing to show: European Russia. */
const NOWHERE = { latitude: 57.5, longitude: 39, zoom: 5 } as const;

type Props = {
  /** Name of this map among the user's. */
  name: string;
  login: string;
  /** False while what should be shown is still being read. */
  ready: boolean;
  points: () => readonly LatLon[];
  onPlaced: () => void;
};

/** Renders nothing. `onPlaced` is called when the map has a view for the first time. */
export function ViewKeeper({ name, login, ready, points, onPlaced }: Props) {
  const map = useMap();
  const state = useRef<'none' | 'nowhere' | 'users'>('none');

  useEffect(() => {
    const kept = readView(sessionStorage, name, login);
    if (kept) {
      map.setView([kept.latitude, kept.longitude], kept.zoom, { animate: false });
      state.current = 'users';
      onPlaced();
    }
    const keep = () => {
      if (state.current !== 'users') return;
      const { lat: latitude, lng: longitude } = map.getCenter();
      keepView(sessionStorage, name, login, { latitude, longitude, zoom: map.getZoom() });
    };
    const taken = () => {
      if (state.current === 'nowhere') state.current = 'users';
    };
    map.on('moveend', keep);
    map.on('dragstart boxzoomend', taken);
    const container = map.getContainer();
    container.addEventListener('wheel', taken, { passive: true });
    container.addEventListener('keydown', taken);
    return () => {
      map.off('moveend', keep);
      map.off('dragstart boxzoomend', taken);
      container.removeEventListener('wheel', taken);
      container.removeEventListener('keydown', taken);
    };
  }, [map, name, login, onPlaced]);

  useEffect(() => {
    if (!ready || state.current === 'users') return;
    const extent = extentOf(points());
    if (extent) {
      state.current = 'users';
      fitExtent(map, extent, false);
    } else if (state.current === 'none') {
      state.current = 'nowhere';
      map.setView([NOWHERE.latitude, NOWHERE.longitude], NOWHERE.zoom, { animate: false });
    }
    onPlaced();
  }, [map, ready, points, onPlaced]);

  return null;
}
