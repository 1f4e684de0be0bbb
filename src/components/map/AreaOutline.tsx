/** The area as it is being drawn. It lies on the ground, so it goes along when the map is zoomed or moved under it. */
import type L from 'leaflet';
import { useReducer } from 'react';
import { useMapEvents } from 'react-leaflet';
import type { AreaMode } from './areaMode.ts';
import type { AreaShape } from './areaShape.ts';
import { outline } from './areaShape.ts';
import classes from './AreaSelect.module.css';
import type { WorldPoint } from './mercator.ts';
import { worldPixels } from './mercator.ts';

function onScreen(map: L.Map, { x, y }: WorldPoint): { x: number; y: number } {
  const world = worldPixels(map.getZoom());
  const origin = map.getPixelOrigin();
  return map.layerPointToContainerPoint([x * world - origin.x, y * world - origin.y]);
}

type Props = { shape: AreaShape; mode: AreaMode; count: string };

/** @param props.count words beside the pointer: how many orders it would be. */
export function AreaOutline({ shape, mode, count }: Props) {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const map = useMapEvents({ move: again, zoomend: again, viewreset: again, resize: again });
  const points = outline(shape).map((corner) => onScreen(map, corner));
  const last = shape.kind === 'rectangle' ? onScreen(map, shape.to) : points.at(-1);
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const size = map.getSize();
  return (
    <>
      <svg className={`${classes.outline} leaflet-zoom-hide`} data-mode={mode} aria-hidden>
        <polygon points={line} />
        {shape.kind === 'polygon' &&
          shape.corners.map((corner, index) => {
            const { x, y } = onScreen(map, corner);
            return (
              <circle
                key={index}
                cx={x}
                cy={y}
                r={index === 0 ? 6 : 3.5}
                data-first={index === 0 || undefined}
              />
            );
          })}
      </svg>
      {last && (
        <span
          className={classes.count}
          data-area-count
          data-mode={mode}
          aria-hidden
          style={{ left: Math.min(last.x + 12, size.x - 110), top: Math.min(last.y + 14, size.y - 30) }}
        >
          {count}
        </span>
      )}
    </>
  );
}
