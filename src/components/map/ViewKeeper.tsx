/** Gives the map its view: the user's kept one, else all that is there, once. Afterwards only the user moves it. */
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import { fitExtent } from './mapMoves.ts';
import { extentOf, keepView, lastView } from './mapView.ts';

/** Shown only while there is nothing to show: European Russia. */
const NOWHERE = { latitude: 57.5, longitude: 39, zoom: 5 } as const;

/** Any of these inside the map's frame, its buttons included: from now on the view is the user's choice. */
const HANDS = ['pointerdown', 'wheel', 'keydown'] as const;

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
  // A fit that nobody has touched is right for today's orders; tomorrow shall begin with a fit to tomorrow's.
  const touched = useRef(false);

  useEffect(() => {
    const kept = lastView(sessionStorage, localStorage, name, login);
    if (kept) {
      map.setView([kept.latitude, kept.longitude], kept.zoom, { animate: false });
      state.current = 'users';
      onPlaced();
    }
    const keep = () => {
      if (state.current !== 'users') return;
      const { lat: latitude, lng: longitude } = map.getCenter();
      const view = { latitude, longitude, zoom: map.getZoom() };
      keepView(sessionStorage, name, login, view);
      if (touched.current) keepView(localStorage, name, login, view);
    };
    const taken = () => {
      if (state.current === 'nowhere') state.current = 'users';
    };
    const touch = () => {
      touched.current = true;
    };
    map.on('moveend', keep);
    map.on('dragstart boxzoomend', taken);
    const container = map.getContainer();
    const frame = container.parentElement ?? container;
    container.addEventListener('wheel', taken, { passive: true });
    container.addEventListener('keydown', taken);
    for (const hand of HANDS) frame.addEventListener(hand, touch, { passive: true, capture: true });
    return () => {
      map.off('moveend', keep);
      map.off('dragstart boxzoomend', taken);
      container.removeEventListener('wheel', taken);
      container.removeEventListener('keydown', taken);
      for (const hand of HANDS) frame.removeEventListener(hand, touch, { capture: true });
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
