/** A delivery window as people type it, and as the systems keep it. */
import { zonedTime, zoneFormatter } from '#src/lib/dates.ts';

/** Day `2026-11-21`, times `14:00`, all in the configured zone; '' = not typed yet. */
export type TypedWindow = { day: string; from: string; to: string };

/** Epoch ms. */
export type DeliveryWindow = { from: number; to: number };

/** What is wrong with a typed window, by field. */
export type WindowErrors = {
  day?: 'required' | 'malformed';
  from?: 'required' | 'malformed';
  to?: 'required' | 'malformed' | 'notAfterFrom';
};

const DAY_MS = 24 * 60 * 60_000;

/**
 * The moments of a typed window. An end that is earlier on the clock than the beginning is on the next day («22:00–01:00»);
 * an end equal to the beginning is refused.
 * @returns the window, or what is wrong at which field.
 */
export function readWindow(
  typed: TypedWindow,
  timeZone: string,
): { ok: true; window: DeliveryWindow } | { ok: false; errors: WindowErrors } {
  const errors: WindowErrors = {};
  for (const field of ['day', 'from', 'to'] as const)
    if (typed[field].trim() === '') errors[field] = 'required';
  const midnight = zonedTime(timeZone, typed.day, '00:00');
  if (!errors.day && midnight === null) errors.day = 'malformed';
  const from = midnight === null ? null : zonedTime(timeZone, typed.day, typed.from);
  const to = midnight === null ? null : zonedTime(timeZone, typed.day, typed.to);
  if (!errors.day && !errors.from && from === null) errors.from = 'malformed';
  if (!errors.day && !errors.to && to === null) errors.to = 'malformed';
  if (Object.keys(errors).length > 0 || from === null || to === null) return { ok: false, errors };
  if (to === from) return { ok: false, errors: { to: 'notAfterFrom' } };
  if (to > from) return { ok: true, window: { from, to } };
  const { dayKey } = zoneFormatter(timeZone, 'en-GB');
  // Half a day over 24 hours is tomorrow whatever the clocks do in between.
  const tomorrow = dayKey((midnight ?? from) + 1.5 * DAY_MS);
  const end = zonedTime(timeZone, tomorrow, typed.to);
  return end === null ? { ok: false, errors: { to: 'malformed' } } : { ok: true, window: { from, to: end } };
}

/** How a window is typed; a moment that is not known leaves its fields empty. */
export function typeWindow(
  window: { from: number | null; to: number | null },
  timeZone: string,
): TypedWindow {
  const { dayKey, time } = zoneFormatter(timeZone, 'en-GB');
  const day = window.from ?? window.to;
  return {
    day: day === null ? '' : dayKey(day),
    from: window.from === null ? '' : time(window.from),
    to: window.to === null ? '' : time(window.to),
  };
}
