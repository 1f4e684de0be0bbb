/** Legs and numbered drops on the map: a refresh changes only those lines and signs that differ. */
import L from 'leaflet';
import classes from './CourierLines.module.css';
import type { CourierWay, WayLeg, WayStop } from './courierWay.ts';
import { stopLabel } from './courierWay.ts';
import { shelf } from './mapPanes.ts';

export type CourierLinesLayer = { show: (way: CourierWay) => void; remove: () => void };

/** Height of the sign; it hangs just below its point, so that a pin's tip stands on it. CSS pixels. */
const SIGN_PX = 16;

type Leg = { ground: L.Polyline; line: L.Polyline; shown: string };
type Stop = { marker: L.Marker; shown: string };

/** Adds the layer to a map whose view is set. */
export function addCourierLines(map: L.Map): CourierLinesLayer {
  const pane = shelf(map, 'pultWay');
  const renderer = L.svg({ pane, padding: 0.4 });
  const signs = shelf(map, 'pultWayNumbers');
  // The numbered list of the card says the same.
  for (const name of [pane, signs]) map.getPane(name)?.setAttribute('aria-hidden', 'true');
  const legs: Leg[] = [];
  const stops: Stop[] = [];

  function makeLeg(): Leg {
    const common = { renderer, pane, interactive: false };
    return {
      ground: L.polyline([], { ...common, className: classes.ground }),
      line: L.polyline([], { ...common, className: classes.leg }),
      shown: '',
    };
  }

  function showLeg(leg: Leg, { from, to, tone }: WayLeg): void {
    const shown = [from.latitude, from.longitude, to.latitude, to.longitude, tone].join();
    if (leg.shown === shown) return;
    leg.shown = shown;
    for (const line of [leg.ground, leg.line]) {
      line.setLatLngs([
        [from.latitude, from.longitude],
        [to.latitude, to.longitude],
      ]);
      if (!map.hasLayer(line)) line.addTo(map);
    }
    leg.line.getElement()?.setAttribute('data-tone', tone);
  }

  function makeStop(): Stop {
    const icon = L.divIcon({ className: classes.stop ?? '', html: '<span></span>', iconSize: [0, SIGN_PX] });
    const marker = L.marker([0, 0], { pane: signs, icon, interactive: false, keyboard: false });
    return { marker, shown: '' };
  }

  function showStop(stop: Stop, { point, numbers, tone }: WayStop): void {
    const label = stopLabel(numbers);
    const shown = [point.latitude, point.longitude, tone, label].join();
    if (stop.shown === shown) return;
    stop.shown = shown;
    stop.marker.setLatLng([point.latitude, point.longitude]);
    if (!map.hasLayer(stop.marker)) stop.marker.addTo(map);
    const element = stop.marker.getElement();
    element?.setAttribute('data-tone', tone);
    element?.setAttribute('data-drop-number', label);
    const sign = element?.firstElementChild;
    if (sign) sign.textContent = label;
  }

  return {
    show(way) {
      for (const [index, leg] of way.legs.entries()) showLeg((legs[index] ??= makeLeg()), leg);
      for (const { ground, line } of legs.splice(way.legs.length)) {
        ground.remove();
        line.remove();
      }
      for (const [index, stop] of way.drops.entries()) showStop((stops[index] ??= makeStop()), stop);
      for (const { marker } of stops.splice(way.drops.length)) marker.remove();
    },
    remove() {
      this.show({ legs: [], drops: [], metres: 0 });
      renderer.remove();
    },
  };
}
