/** The few moves that the map makes for the user: each is asked for by a click, none by a refresh. */
import L from 'leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import type { Extent } from './mapView.ts';

const toBounds = ({ south, west, north, east }: Extent) => L.latLngBounds([south, west], [north, east]);

/** Nearer than this nobody sees where in the city they are. */
const NEAREST_FIT = 15;

/** Shows the whole extent, with room at the edges: for heads of pins above, buttons at the right, the caption below. */
export function fitExtent(map: L.Map, extent: Extent, animate: boolean): void {
  map.fitBounds(toBounds(extent), {
    paddingTopLeft: [22, 34],
    paddingBottomRight: [48, 44],
    maxZoom: NEAREST_FIT,
    animate,
  });
}

/** Brings the point into view if it is outside; a point in view moves nothing. */
export function bringIntoView(map: L.Map, { latitude, longitude }: LatLon): void {
  map.panInside([latitude, longitude], { padding: [48, 48] });
}
