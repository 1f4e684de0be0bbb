/** The map's ground from a tile server, watched: when it cannot be had, the stand-in drawing takes its place and says so. */
import L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useMap } from 'react-leaflet';
import type { TileEvent } from './tileHealth.ts';
import { tileHealth, untried } from './tileHealth.ts';

const CHECK_MS = 1_000;

/** Renders nothing. Mount it anew (by `key`) to try again. */
export function TileBackdrop({
  url,
  onGood,
  onFailed,
}: {
  url: string;
  onGood: () => void;
  onFailed: () => void;
}) {
  const map = useMap();
  const good = useEffectEvent(onGood);
  const failed = useEffectEvent(onFailed);

  useEffect(() => {
    const layer = L.tileLayer(url, { maxZoom: map.getMaxZoom(), maxNativeZoom: 19 });
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
      tileerror: () => hear('missed'),
    });
    layer.addTo(map);
    const timer = setInterval(() => hear('checked'), CHECK_MS);
    return () => {
      clearInterval(timer);
      layer.remove();
    };
  }, [map, url]);

  return null;
}
