/** Tells which stop or fix of a track the pointer is on; pins and couriers lie above it and come first. */
import type L from 'leaflet';
import { worldPixels } from './mercator.ts';
import { useAreaTool } from './areaTool.ts';
import type { TrackShape, TrackSpot } from './trackShape.ts';
import { trackSpotAt } from './trackShape.ts';

const onMarker = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('.leaflet-marker-icon') !== null;

const keyOf = (spot: TrackSpot | null) =>
  spot === null ? '' : spot.kind === 'stop' ? `stop ${spot.stops[0]?.from}` : `fix ${spot.fix.at}`;

/**
 * Follows the pointer over a map whose view is set; by touch a tap asks.
 * @param onHover is told only when it is on something else than before; null = on nothing.
 */
export function addTrackPointer(
  map: L.Map,
  shape: () => TrackShape,
  onHover: (spot: TrackSpot | null) => void,
): { remove: () => void } {
  let under = '';

  function come(spot: TrackSpot | null): void {
    const key = keyOf(spot);
    if (key === under) return;
    under = key;
    onHover(spot);
  }

  function look(event: L.LeafletMouseEvent): void {
    const covered = onMarker(event.originalEvent) || map.getContainer().hasAttribute('data-over-pin');
    const busy = useAreaTool.getState().tool !== null;
    const at = event.layerPoint.add(map.getPixelOrigin());
    come(covered || busy ? null : trackSpotAt(shape(), at, worldPixels(map.getZoom())));
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    mousemove: look,
    click: look,
    mouseout: () => come(null),
    movestart: () => come(null),
  };
  map.on(handlers);
  return { remove: () => void map.off(handlers) };
}
