/** The map: ground, orders, warehouses, couriers. Its view is the user's; refreshes change what lies on it, never where it looks. */
import type L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { MapContainer } from 'react-leaflet';
import { useReducedMotion } from '@mantine/hooks';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useSession } from '#src/api/session.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useText } from '#src/locales/language.tsx';
import { Backdrop, useGround } from './Backdrop.tsx';
import { GroundNote } from './GroundNote.tsx';
import { MapButtons } from './MapButtons.tsx';
import classes from './MapCanvas.module.css';
import { MapLegendButton } from './MapLegendButton.tsx';
import { MapScale } from './MapScale.tsx';
import { ViewKeeper } from './ViewKeeper.tsx';

const MIN_ZOOM = 3;
const MAX_ZOOM = 19;
/** Tiles are drawn for whole zooms; a drawing of our own fits the window better in quarters. */
const STAND_IN_SNAP = 0.25;

type Props = {
  /** Name under which this map's view is kept. */
  name: string;
  /** False while what should be shown is still being read: until then the map takes no view. */
  ready: boolean;
  /** Everything that "show all" should show; asked when needed. */
  points: () => readonly LatLon[];
  /** Layers: rendered inside the map once it has a view. */
  children: ReactNode;
  /** Lies over the bottom left corner. */
  caption?: ReactNode;
  /** Stands above the zoom buttons. */
  buttons?: ReactNode;
  /** Names the map for screen readers, and says its keys; without it as the map of couriers and orders. */
  label?: string;
  /** Stands below the zoom buttons; without it the legend of couriers and orders. */
  legend?: ReactNode;
  onMap?: (map: L.Map | null) => void;
};

/** The frame of every map in Pult; layers come as children (`OrderPins`, `CourierMarkers`). */
export function MapCanvas(props: Props) {
  const {
    name,
    ready,
    points,
    children,
    caption,
    buttons,
    label,
    legend = <MapLegendButton />,
    onMap,
  } = props;
  const t = useText().map;
  const { tiles } = useAppConfig();
  const { data: session } = useSession();
  const reduced = useReducedMotion();
  const ground = useGround();
  const [map, setMap] = useState<L.Map | null>(null);
  const [placed, setPlaced] = useState(false);
  const onPlaced = useCallback(() => setPlaced(true), []);

  useEffect(() => {
    onMap?.(map);
    return () => onMap?.(null);
  }, [map, onMap]);

  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    container.setAttribute('role', 'application');
    container.setAttribute('aria-label', label ?? t.canvas);
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    observer.observe(container);
    return () => observer.disconnect();
  }, [map, t, label]);

  return (
    <div className={classes.frame} role="region" aria-label={t.region}>
      <MapContainer
        ref={setMap}
        className={classes.map}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        zoomSnap={tiles ? 1 : STAND_IN_SNAP}
        zoomDelta={1}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!reduced}
        fadeAnimation={!reduced}
        markerZoomAnimation={!reduced}
        inertia={!reduced}
      >
        <ViewKeeper
          name={name}
          login={session?.login ?? ''}
          ready={ready}
          points={points}
          onPlaced={onPlaced}
        />
        {placed && (
          <>
            <Backdrop {...ground} />
            {children}
          </>
        )}
      </MapContainer>
      <div className={classes.tools}>
        {buttons}
        {map && placed && <MapButtons map={map} points={points} />}
        {legend}
      </div>
      <div className={classes.corner}>
        {map && placed && <MapScale map={map} />}
        <GroundNote {...ground} />
        {caption}
      </div>
    </div>
  );
}
