/** What `PointMap` fetches: the map itself. Its view is fitted to the points once; afterwards it is the user's. */
import type L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowsMaximize, IconMapPinPlus, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { MapContainer } from 'react-leaflet';
import { useAppConfig } from '#src/api/appConfig.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Backdrop, useGround } from './Backdrop.tsx';
import { GroundNote } from './GroundNote.tsx';
import { MapButton } from './MapButtons.tsx';
import canvas from './MapCanvas.module.css';
import type { PointMapProps } from './PointMap.tsx';
import classes from './PointMap.module.css';
import { PointMarkers } from './PointMarkers.tsx';
import { fitExtent } from './mapMoves.ts';
import { extentOf } from './mapView.ts';
import { useFirstView } from './useFirstView.ts';
import { usePolitePointer } from './usePolitePointer.ts';

const MIN_ZOOM = 3;
const MAX_ZOOM = 19;
const STAND_IN_SNAP = 0.25;

export function PointMapCanvas({ points, label, height, onMove, movable }: PointMapProps) {
  const t = useWords(formWords).map;
  const { tiles } = useAppConfig();
  const reduced = useReducedMotion();
  const ground = useGround();
  const [map, setMap] = useState<L.Map | null>(null);
  const { placed, take } = useFirstView(map, points);
  usePolitePointer(map, onMove);

  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    container.setAttribute('role', 'application');
    container.setAttribute('aria-label', label);
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    observer.observe(container);
    return () => observer.disconnect();
  }, [map, label]);

  const fit = () => {
    const extent = extentOf(points.map(({ point }) => point));
    if (map && extent) fitExtent(map, extent, true);
  };
  const putInMiddle = () => {
    if (!map || !onMove) return;
    const { lat, lng } = map.getCenter();
    onMove({ latitude: lat, longitude: lng });
  };

  return (
    <div className={`${canvas.frame} ${classes.frame}`} style={{ height }} data-put={onMove ? '' : undefined}>
      <MapContainer
        ref={setMap}
        className={canvas.map}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        zoomSnap={tiles ? 1 : STAND_IN_SNAP}
        zoomDelta={1}
        zoomControl={false}
        attributionControl={false}
        scrollWheelZoom={false}
        // A double click is two clicks of somebody who puts the point.
        doubleClickZoom={!onMove}
        zoomAnimation={!reduced}
        fadeAnimation={!reduced}
        markerZoomAnimation={!reduced}
        inertia={!reduced}
      >
        {placed && (
          <>
            <Backdrop {...ground} />
            <PointMarkers points={points} movable={onMove && movable} onMove={onMove} />
          </>
        )}
      </MapContainer>
      {map && (
        <div className={canvas.tools} onClickCapture={take}>
          <div className={canvas.group}>
            <MapButton label={t.zoomIn} onClick={() => map.zoomIn()}>
              <IconPlus size={16} stroke={1.7} aria-hidden />
            </MapButton>
            <MapButton label={t.zoomOut} onClick={() => map.zoomOut()}>
              <IconMinus size={16} stroke={1.7} aria-hidden />
            </MapButton>
            {points.length > 0 && (
              <MapButton label={t.fit} onClick={fit}>
                <IconArrowsMaximize size={15} stroke={1.7} aria-hidden />
              </MapButton>
            )}
            {onMove && (
              <MapButton label={t.setHere} onClick={putInMiddle}>
                <IconMapPinPlus size={16} stroke={1.7} aria-hidden />
              </MapButton>
            )}
          </div>
        </div>
      )}
      <div className={canvas.corner}>
        <GroundNote {...ground} />
      </div>
    </div>
  );
}
