/** Which warehouses stand in the list and on the map, in which order, and how many of each kind there are. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { WarehouseSquare } from '#src/components/map/warehouseSquare.ts';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import { NO_LOAD } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { filterWarehouses, sortWarehouses } from '#src/domain/warehouseRow.ts';
import type { WarehousesView } from './warehousesView.ts';

type Options = {
  rows: readonly WarehouseRow[] | undefined;
  view: WarehousesView;
  loads: ReadonlyMap<string, WarehouseLoad>;
  /** Whose card is open: it is on the map, whatever is filtered. */
  openId: string | null;
  /** Its point is being put: the pin stands for it. */
  hiddenId: string | null;
  /** A row under the hand: while there is one, orders that come and go move no row. */
  hovered: string | null;
};

const NONE: readonly WarehouseRow[] = [];

export function useShownWarehouses({ rows = NONE, view, loads, openId, hiddenId, hovered }: Options) {
  const query = useDeferredValue(view.query);
  const { deleted, pointless, sort } = view;
  const steady = useSteadyLoads(loads, hovered !== null, sort);
  const sorted = useMemo(() => sortWarehouses(rows, sort, steady), [rows, sort, steady]);
  const shown = useMemo(
    () => filterWarehouses(sorted, { query, deleted, pointless }),
    [sorted, query, deleted, pointless],
  );

  const squares = useMemo(() => {
    const found = new Set(filterWarehouses(rows, { query, deleted, pointless: false }));
    const made: WarehouseSquare[] = [];
    for (const row of rows) {
      const { id, title, point } = row;
      if (point === null || id === hiddenId || !(found.has(row) || id === openId)) continue;
      const { waiting, late } = loads.get(id) ?? NO_LOAD;
      made.push({ id, title, point, waiting: waiting.length, late, deleted: row.deleted });
    }
    return made;
  }, [rows, query, deleted, loads, openId, hiddenId]);

  const counts = useMemo(() => {
    if (rows === NONE) return null;
    const kept = rows.filter((row) => !row.deleted);
    const listed = deleted ? rows.length : kept.length;
    return {
      kept: kept.length,
      /** Of those that are listed. */
      pointless: (deleted ? rows : kept).filter(({ point }) => point === null).length,
      placed: rows.filter(({ point }) => point !== null).length,
      deleted: rows.length - kept.length,
      hidden: listed - shown.length,
    };
  }, [rows, deleted, shown]);

  return { shown, squares, counts };
}

/** The counts by which rows are sorted: those of before, as long as a hand is on the list and nothing else is asked for. */
function useSteadyLoads(
  loads: ReadonlyMap<string, WarehouseLoad>,
  held: boolean,
  sort: string,
): ReadonlyMap<string, WarehouseLoad> {
  const [kept, keep] = useState({ loads, sort });
  const free = !held || kept.sort !== sort || kept.loads.size === 0;
  if (free && (kept.loads !== loads || kept.sort !== sort)) keep({ loads, sort });
  return kept.loads;
}
