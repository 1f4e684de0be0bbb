/** A small map with named points; with `onMove` one of them can be put elsewhere. Leaflet is fetched when it is first shown. */
import { Suspense } from 'react';
import type { LatLon } from '#src/lib/geo.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';

const PointMapCanvas = lazyPart(() => import('./PointMapCanvas.tsx'), 'PointMapCanvas');

export type MapPoint = {
  id: string;
  point: LatLon;
  label: string;
  kind: 'to' | 'from' | 'warehouse' | 'courier' | 'event';
};

export type PointMapProps = {
  points: readonly MapPoint[];
  /** Names the map for screen readers. */
  label: string;
  height?: number;
  /** A click, a drag of the point `movable`, or an arrow key with the point focused. */
  onMove?: (point: LatLon) => void;
  movable?: string;
};

const HEIGHT = 220;

export function PointMap(props: PointMapProps) {
  const t = useWords(formWords).address;
  const { height = HEIGHT } = props;
  return (
    <Suspense
      fallback={
        <div style={{ height, display: 'grid', placeItems: 'center', color: 'var(--pult-muted)' }}>
          {t.mapLoading}
        </div>
      }
    >
      <PointMapCanvas {...props} height={height} />
    </Suspense>
  );
}
