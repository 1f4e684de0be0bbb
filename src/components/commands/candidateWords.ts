/** Why a courier stands where he stands in the list, in words. */
import type { Format } from '#src/components/format/useFormat.ts';
import type { Candidate } from '#src/domain/candidates.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Catalogue } from '#src/locales/ru.ts';

/** Where the way of these orders begins, as far as it can be told for all of them. */
export type Start = 'toWarehouse' | 'toAddress' | 'toStart';

/** Warehouses with a known point come before the drop (as in the ranking); a mixture is called neither. */
export function startOf(orders: readonly DispatchOrder[]): Start {
  let warehouses = 0;
  let drops = 0;
  for (const { pickUps, point } of orders) {
    if (pickUps.some((pickUp) => pickUp.point !== null)) warehouses += 1;
    else if (point !== null) drops += 1;
  }
  if (drops === 0) return 'toWarehouse';
  return warehouses === 0 ? 'toAddress' : 'toStart';
}

/** Metres → «650 м», «2,1 км», «14 км». */
export function distanceWords(metres: number, text: Catalogue): string {
  const t = text.commands.reason;
  const rounded = Math.round(metres / 10) * 10;
  if (rounded < 1000) return t.metres(String(rounded));
  const km = metres / 1000;
  const digits = km < 10 ? 1 : 0;
  return t.kilometres(
    km.toLocaleString(text.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

/** Nearer than a position is exact: there is no way left to name. */
const THERE_METRES = 50;

function distanceReason(metres: number, start: Start, text: Catalogue): string {
  const t = text.commands.reason;
  return metres < THERE_METRES ? t.there[start] : t[start](distanceWords(metres, text));
}

/** «на смене», «2,1 км до склада», «3 заказа», «40 с назад»: the same things in the same places for every courier. */
export function candidateReasons(
  candidate: Candidate,
  start: Start,
  format: Format,
  text: Catalogue,
): string[] {
  const t = text.commands.reason;
  const { onShift, distanceMetres, openOrders, positionAgeMs } = candidate;
  return [
    onShift ? t.onShift : t.offShift,
    distanceMetres === null ? null : distanceReason(distanceMetres, start, text),
    t.load(openOrders),
    positionAgeMs === null ? t.never : t.age(format.ago(positionAgeMs)),
  ].filter((part) => part !== null);
}
