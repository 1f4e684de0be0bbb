/** What the address bar holds of «Смена»: since when, and until when for a shift that is over. */
import type { Span } from '#src/domain/digestStep.ts';
import type { Shift } from '#src/domain/shiftTimes.ts';

function readMs(text: string | null): number | null {
  const ms = text !== null && /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(ms) ? ms : null;
}

/**
 * The span of an address; without one that can be read, the shift at hand.
 * @param now epoch ms.
 */
export function spanFromParams(params: URLSearchParams, current: Shift, now: number): Span {
  const from = readMs(params.get('since'));
  if (from === null || from > now) return current;
  const until = readMs(params.get('until'));
  return { from, until: until !== null && until > from && until < now ? until : null };
}

/** The shift at hand is named, too: who is about to print it must not find the next one when that begins. */
export function paramsOfSpan({ from, until }: Span): URLSearchParams {
  return new URLSearchParams({ since: String(from), ...(until !== null && { until: String(until) }) });
}
