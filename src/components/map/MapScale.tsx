/** A bar of a round length in the map's corner: distances can be judged by eye. */
import type L from 'leaflet';
import { useSyncExternalStore } from 'react';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import { scaleBar } from './mapScale.ts';
import classes from './MapScale.module.css';

const ROOM_PX = 80;
const KILOMETRE = 1000;

/** Follows the zoom and the latitude; drawn again only when the bar changes. */
export function MapScale({ map }: { map: L.Map }) {
  const { locale } = useText();
  const t = useWords(mapToolsWords).scale;
  // As text, because only a changed text is a change.
  const bar = useSyncExternalStore(
    (changed) => {
      map.on('moveend', changed);
      return () => map.off('moveend', changed);
    },
    () => {
      const { metres, pixels } = scaleBar(map.getZoom(), map.getCenter().lat, ROOM_PX);
      return `${metres} ${pixels}`;
    },
  );
  const [metres = 0, pixels = 0] = bar.split(' ').map(Number);
  const length =
    metres < KILOMETRE
      ? t.metres(metres.toLocaleString(locale))
      : t.kilometres((metres / KILOMETRE).toLocaleString(locale));
  return (
    <div className={classes.scale} style={{ width: pixels }} role="img" aria-label={t.label(length)}>
      {length}
    </div>
  );
}
