/** A delivery window in words: the hours, and the day they belong to. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { ZoneFormatter } from '#src/lib/dates.ts';

/**
 * `time`: «14:00–15:00», «до 15:00» when only the end is known, with the other day named when a window spans two; `day`
 * is that of the beginning (a window that ends at midnight belongs to the day before). Null when there is no window.
 */
export function windowWords(
  { windowFrom, windowTo }: Pick<DispatchOrder, 'windowFrom' | 'windowTo'>,
  format: ZoneFormatter,
  until: (time: string) => string,
): { time: string; day: string } | null {
  if (windowFrom === null && windowTo === null) return null;
  if (windowFrom === null || windowTo === null) {
    const at = windowTo ?? windowFrom ?? 0;
    return {
      time: windowFrom === null ? until(format.time(at)) : `${format.time(at)}–…`,
      day: format.date(windowFrom === null ? at - 1 : at),
    };
  }
  // The last moment of the window: midnight itself is of the next day.
  const sameDay = format.dayKey(windowFrom) === format.dayKey(Math.max(windowFrom, windowTo - 1));
  const end = sameDay || windowTo < windowFrom ? format.time(windowTo) : format.dateTime(windowTo);
  return { time: `${format.time(windowFrom)}–${end}`, day: format.date(windowFrom) };
}
