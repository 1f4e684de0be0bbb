/** How the pane's height is divided between map and couriers: kept on this computer. */

const KEY = 'pult.paneSplit';
/** Percent of the height for the map. */
const USUAL = 58;

/** The map's share in percent, between 25 and 82. */
export function keptSplit(storage: Pick<Storage, 'getItem'>): number {
  const kept = Number(storage.getItem(KEY) ?? NaN);
  return kept >= 25 && kept <= 82 ? kept : USUAL;
}

/** @param size what the splitter says: a number or «58%». */
export function keepSplit(storage: Pick<Storage, 'setItem'>, size: number | string | undefined): void {
  const share = parseFloat(String(size));
  if (Number.isFinite(share)) storage.setItem(KEY, share.toFixed(1));
}
