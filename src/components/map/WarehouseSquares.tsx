/** Warehouses on their map, tied to the list beside it: what is hovered or chosen there is marked here, and back. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import { bringIntoView } from './mapMoves.ts';
import type { WarehouseSquare } from './warehouseSquare.ts';
import type { WarehouseSquaresLayer } from './warehouseSquaresLayer.ts';
import { addWarehouseSquares } from './warehouseSquaresLayer.ts';

type Props = {
  squares: readonly WarehouseSquare[];
  chosen: string | null;
  hovered: string | null;
  /** Was written just now. */
  saved: string | null;
  onHover: (id: string | null) => void;
  onChoose: (id: string) => void;
};

/** Renders into the map only. One effect builds the layer, the others only tell it what changed. */
export function WarehouseSquares({ squares, chosen, hovered, saved, onHover, onChoose }: Props) {
  const t = useWords(warehousesWords).map;
  const map = useMap();
  const layer = useRef<WarehouseSquaresLayer | null>(null);
  const hover = useEffectEvent(onHover);
  const choose = useEffectEvent(onChoose);

  useEffect(() => {
    const added = addWarehouseSquares(map, { onHover: (id) => hover(id), onChoose: (id) => choose(id) });
    layer.current = added;
    return () => {
      layer.current = null;
      added.remove();
    };
  }, [map]);

  useEffect(() => {
    layer.current?.setSquares(squares, ({ title, waiting, late, deleted }) =>
      t.square(title, waiting, late, deleted),
    );
  }, [map, squares, t]);

  useEffect(() => layer.current?.setMarks({ chosen, hovered, saved }), [map, chosen, hovered, saved]);

  // Chosen in the list, by a link or by going back: brought into view once; what is in view moves nothing.
  const pointOf = useEffectEvent((id: string) => squares.find((square) => square.id === id)?.point);
  const known = chosen !== null && squares.some(({ id }) => id === chosen);
  useEffect(() => {
    const point = known && chosen !== null ? pointOf(chosen) : undefined;
    if (point) bringIntoView(map, point);
  }, [map, chosen, known]);

  return null;
}
