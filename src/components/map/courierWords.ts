/** How a courier stands, in a few words: what needs a decision first. */
import type { Catalogue } from '#src/locales/ru.ts';
import type { CourierSummary } from './courierSummary.ts';

type Standing = Pick<CourierSummary, 'onShift' | 'open' | 'late' | 'atRisk'>;

/**
 * «опаздывает 1», «под риском 2», «в графике», «без заказов»; «не на смене» comes first, and alone when nothing is open.
 * @param shiftsKnown false: nothing is said about shifts.
 */
export function courierWords(
  { onShift, open, late, atRisk }: Standing,
  shiftsKnown: boolean,
  t: Catalogue['map']['couriers'],
): string {
  const off = shiftsKnown && !onShift;
  if (off && open === 0) return t.offShift;
  const state = late > 0 ? t.late(late) : atRisk > 0 ? t.atRisk(atRisk) : open > 0 ? t.inTime : t.free;
  return off ? `${t.offShift} · ${state}` : state;
}
