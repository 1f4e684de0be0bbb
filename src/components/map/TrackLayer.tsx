/** A courier's track on the map: the line with its direction, time marks, stops, and where the slider stands. Goes inside the map. */
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { fixAt } from '#src/domain/courierTrack.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import type { CanvasFrame, CanvasOverlay } from './canvasOverlay.ts';
import { addCanvasOverlay } from './canvasOverlay.ts';
import { bringIntoView, fitExtent } from './mapMoves.ts';
import { useMapPalette } from './mapPalette.ts';
import { shelf } from './mapPanes.ts';
import { extentOf } from './mapView.ts';
import { MapTip } from './MapTip.tsx';
import { drawTrack } from './trackDrawing.ts';
import { TrackHead } from './TrackHead.tsx';
import { addTrackPointer } from './trackPointer.ts';
import type { TrackSpot } from './trackShape.ts';
import { STOP_REACH, trackShape } from './trackShape.ts';
import { TrackTip } from './TrackTip.tsx';

/** What somebody asked to see: one point is brought into view, several are shown whole. A new object is a new wish. */
export type TrackSight = { points: readonly LatLon[] };

type Props = {
  track: Track;
  /** The beginning of the track's day in the configured zone, epoch ms: marks are round there. */
  midnight: number;
  /** Where the slider stands, epoch ms; null = nowhere. */
  at: number | null;
  sight?: TrackSight | null;
  /** While the track is played the head stays in view, until the user moves the map. */
  playing?: boolean;
};

export function TrackLayer({ track, midnight, at, sight = null, playing = false }: Props) {
  const map = useMap();
  const t = useWords(trackWords);
  const { time, ago } = useFormat();
  const { palette } = useMapPalette();
  const shape = useMemo(() => trackShape(track, midnight), [track, midnight]);
  const overlay = useRef<CanvasOverlay | null>(null);
  const draw = useRef<(frame: CanvasFrame) => void>(() => {});
  const [under, setUnder] = useState<TrackSpot | null>(null);
  const currentShape = useEffectEvent(() => shape);
  const reduced = useReducedMotion();
  const glide = useEffectEvent(() => !reduced);

  useEffect(() => {
    const font = getComputedStyle(map.getContainer()).fontFamily;
    const words = { time, stop: ago, gap: (ms: number) => t.silent(ago(ms)) };
    draw.current = (frame) => drawTrack(frame, shape, { palette, font, words });
    overlay.current?.redraw();
  }, [map, shape, palette, time, ago, t]);

  useEffect(() => {
    const added = addCanvasOverlay(map, {
      pane: shelf(map, 'pultTrack'),
      padding: 0.25,
      draw: (frame) => draw.current(frame),
    });
    added.canvas.dataset['track'] = '';
    overlay.current = added;
    const pointer = addTrackPointer(map, () => currentShape(), setUnder);
    return () => {
      overlay.current = null;
      pointer.remove();
      added.remove();
    };
  }, [map]);

  useEffect(() => {
    const [first] = sight?.points ?? [];
    const extent = extentOf(sight?.points ?? []);
    if (!first || !extent) return;
    if (sight?.points.length === 1) bringIntoView(map, first);
    else fitExtent(map, extent, glide());
  }, [map, sight]);

  const fix = at === null ? null : fixAt(track, at);
  useHeadInView(playing && fix ? fix.point : null);
  const point = under && (under.kind === 'stop' ? under.stops[0]?.point : under.fix.point);
  return (
    <>
      {fix && at !== null && <TrackHead fix={fix} at={at} />}
      {under && point && (
        <MapTip point={point} lift={under.kind === 'stop' ? STOP_REACH + 3 : 10}>
          <TrackTip spot={under} />
        </MapTip>
      )}
    </>
  );
}

/** Keeps the point in view until the user takes the map in hand; null = nothing is played. */
function useHeadInView(point: LatLon | null): void {
  const map = useMap();
  const free = useRef(false);
  const { latitude, longitude } = point ?? {};
  useEffect(() => {
    if (latitude === undefined || longitude === undefined || free.current) return;
    bringIntoView(map, { latitude, longitude });
  }, [map, latitude, longitude]);

  const playing = point !== null;
  useEffect(() => {
    if (!playing) return;
    free.current = false;
    const leave = () => {
      free.current = true;
    };
    const container = map.getContainer();
    map.on('dragstart', leave);
    container.addEventListener('wheel', leave, { passive: true });
    container.addEventListener('keydown', leave);
    return () => {
      map.off('dragstart', leave);
      container.removeEventListener('wheel', leave);
      container.removeEventListener('keydown', leave);
    };
  }, [map, playing]);
}
