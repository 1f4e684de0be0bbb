/** The map's ground from a tile server, watched: when it cannot be had, the stand-in drawing takes its place and says so. */
import L from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import classes from './MapCanvas.module.css';
import type { TileEvent } from './tileHealth.ts';
import { tileHealth, untried } from './tileHealth.ts';
import type { TileHoles } from './tileHoles.ts';
import { watchTileHoles } from './tileHoles.ts';
import type { TileSource } from './tileSource.ts';
import { tileOptions } from './tileSource.ts';

const CHECK_MS = 1_000;
/** Tiles that are missing here and there are asked for again after so long. */
const HOLES_MS = 15_000;

type Props = {
  source: TileSource;
  /** Grows with each press of «Повторить»: missing tiles are asked for again. */
  asks: number;
  onGood: () => void;
  onFailed: () => void;
  /** How many tiles in view did not come. */
  onHoles: (count: number) => void;
};

/** Renders nothing. Mount it anew (by `key`) to try again. */
export function TileBackdrop({ source, asks, onGood, onFailed, onHoles }: Props) {
  const map = useMap();
  const { url, maxZoom, turnable } = source;
  const good = useEffectEvent(onGood);
  const failed = useEffectEvent(onFailed);
  const tellHoles = useEffectEvent(onHoles);
  const holes = useRef<TileHoles | null>(null);

  useEffect(() => {
    const layer = L.tileLayer(url, {
      ...tileOptions({ url, maxZoom }, window.devicePixelRatio, map.getMaxZoom()),
      className: `${classes.tiles} ${turnable ? classes.turnable : ''}`.trim(),
    });
    let health = untried;
    const hear = (event: TileEvent) => {
      const before = health.verdict;
      health = tileHealth(health, event, Date.now());
      if (health.verdict === before) return;
      if (health.verdict === 'good') good();
      if (health.verdict === 'failed') failed();
    };
    layer.on({
      tileloadstart: () => hear('asked'),
      tileload: () => hear('loaded'),
    });
    const watched = watchTileHoles(layer, {
      onMiss: () => hear('missed'),
      onCount: (count) => tellHoles(count),
    });
    holes.current = watched;
    layer.addTo(map);
    const again = () => watched.retry(false);
    const checks = setInterval(() => hear('checked'), CHECK_MS);
    const retries = setInterval(again, HOLES_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(checks);
      clearInterval(retries);
      window.removeEventListener('online', again);
      holes.current = null;
      watched.remove();
      tellHoles(0);
      layer.remove();
    };
  }, [map, url, maxZoom, turnable]);

  useEffect(() => {
    if (asks > 0) holes.current?.retry(true);
  }, [asks]);

  return null;
}
