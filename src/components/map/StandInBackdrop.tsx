/** The ground without a tile server: in the demo a drawing of the city, elsewhere a quiet grid of known size. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { CanvasFrame, CanvasOverlay } from './canvasOverlay.ts';
import { addCanvasOverlay } from './canvasOverlay.ts';
import { drawCity } from './cityDrawing.ts';
import { demoCityQuery } from './demoCity.ts';
import { drawGrid } from './gridDrawing.ts';
import { shelf } from './mapPanes.ts';
import { useMapPalette } from './mapPalette.ts';

/** Renders nothing into the page; draws on the lowest shelf of the map. */
export function StandInBackdrop() {
  const map = useMap();
  const { demo } = useAppConfig();
  const { palette } = useMapPalette();
  const { data: city } = useQuery({ ...demoCityQuery, enabled: demo });
  const overlay = useRef<CanvasOverlay | null>(null);
  const draw = useRef<(frame: CanvasFrame) => void>(() => {});

  useEffect(() => {
    const font = getComputedStyle(map.getContainer()).fontFamily;
    draw.current = (frame) => (city ? drawCity(frame, city, palette, font) : drawGrid(frame, palette));
    overlay.current?.redraw();
  }, [map, city, palette]);

  useEffect(() => {
    const added = addCanvasOverlay(map, {
      pane: shelf(map, 'pultGround'),
      padding: 0.35,
      draw: (frame) => draw.current(frame),
    });
    overlay.current = added;
    return () => {
      overlay.current = null;
      added.remove();
    };
  }, [map]);

  return null;
}
