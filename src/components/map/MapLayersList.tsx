/** The switches of the map's layers, each with how many things it is about. */
import { useId } from 'react';
import { useWarehouses } from '#src/api/references.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import type { CourierSummary } from './courierSummary.ts';
import classes from './MapLayersButton.module.css';
import type { MapLayers } from './mapLayersStore.ts';
import { ALL_LAYERS, useChangeLayers, useMapLayers } from './mapLayersStore.ts';

export type LayerCounts = {
  /** Everyone in iRECA's list. */
  couriers: ReadonlyMap<string, CourierSummary>;
  /** False while nobody knows who is on shift: then nobody can be hidden for it. */
  shiftsKnown: boolean;
  /** Orders with a point, as they are filtered. */
  orders: readonly DispatchOrder[];
};

type Row = {
  layer: keyof MapLayers;
  words: string;
  note?: string;
  count?: number;
  under?: boolean;
  off?: boolean;
};

export function MapLayersList({ couriers, shiftsKnown, orders }: LayerCounts) {
  const t = useWords(mapToolsWords).layers;
  const { locale } = useText();
  const layers = useMapLayers();
  const change = useChangeLayers();
  const { data: warehouses } = useWarehouses();
  const id = useId();

  const seen = [...couriers.values()].filter(({ position }) => position !== null);
  const resting = seen.filter(({ onShift, open }) => !onShift && open === 0);
  const shops = warehouses?.records.filter(
    ({ isActive, latitude, longitude }) => isActive && knownPoint(latitude, longitude) !== null,
  );
  const rows: Row[] = [
    { layer: 'couriers', words: t.couriers, count: seen.length },
    {
      layer: 'offShift',
      words: t.offShift,
      note: shiftsKnown ? t.offShiftNote : t.shiftsUnknown,
      count: shiftsKnown ? resting.length : undefined,
      under: true,
      off: !layers.couriers || !shiftsKnown,
    },
    { layer: 'orders', words: t.orders, count: orders.length },
    { layer: 'lines', words: t.lines, note: t.linesNote },
    { layer: 'warehouses', words: t.warehouses, count: shops?.length },
  ];
  return (
    <>
      <ul className={classes.list}>
        {rows.map(({ layer, words, note, count, under = false, off = false }) => (
          <li key={layer}>
            <label className={classes.row} data-under={under || undefined}>
              <input
                type="checkbox"
                role="switch"
                className={classes.switch}
                checked={layers[layer]}
                disabled={off}
                aria-describedby={`${id}${layer}`}
                onChange={(event) => change({ [layer]: event.currentTarget.checked })}
              />
              <span className={classes.words}>
                {words}
                {note && <small>{note}</small>}
              </span>
              <span id={`${id}${layer}`} className={classes.count}>
                {count?.toLocaleString(locale)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={classes.restore}
        disabled={Object.values(layers).every(Boolean)}
        onClick={() => change(ALL_LAYERS)}
      >
        {t.restore}
      </button>
    </>
  );
}
