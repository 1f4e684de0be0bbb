/** The map of warehouses: their squares and nothing else of the day; a point of one may be put on it. */
import type L from 'leaflet';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import { MapCanvas } from './MapCanvas.tsx';
import type { WarehouseSquare } from './warehouseSquare.ts';
import { WarehouseSquares } from './WarehouseSquares.tsx';

type Props = {
  squares: readonly WarehouseSquare[];
  /** False while the list is still being read: until then the map takes no view. */
  ready: boolean;
  /** Where to look while no warehouse has a point. */
  otherwise: () => readonly LatLon[];
  chosen: string | null;
  hovered: string | null;
  /** Was written just now. */
  saved: string | null;
  onHover: (id: string | null) => void;
  onChoose: (id: string) => void;
  onMap: (map: L.Map | null) => void;
  /** More layers. */
  children?: ReactNode;
  /** Lies over the bottom left corner. */
  caption?: ReactNode;
};

export function WarehouseMap(props: Props) {
  const { squares, ready, otherwise, chosen, hovered, saved, onHover, onChoose } = props;
  const { onMap, children, caption } = props;
  const t = useWords(warehousesWords).map;
  const points = useCallback(
    () => (squares.length > 0 ? squares.map(({ point }) => point) : otherwise()),
    [squares, otherwise],
  );
  return (
    <MapCanvas
      name="warehouses"
      label={t.canvas}
      ready={ready}
      points={points}
      onMap={onMap}
      caption={caption}
      legend={null}
    >
      <WarehouseSquares
        squares={squares}
        chosen={chosen}
        hovered={hovered}
        saved={saved}
        onHover={onHover}
        onChoose={onChoose}
      />
      {children}
    </MapCanvas>
  );
}
