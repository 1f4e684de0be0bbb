/** How a call to an upstream can end, in words that feeds, commands and the pass-through share. */
import type { FeedProblem } from '#src/contracts/feed.ts';

export type UpstreamFailure = {
  code: FeedProblem['code'];
  /** HTTP status, when there was an answer. */
  status: number | null;
  /** The upstream's own words, when it sent any. */
  message: string | null;
  /** False when the request surely never reached the upstream: nothing can have been written. */
  sent: boolean;
};

export type UpstreamResult<T> = { ok: true; value: T } | { ok: false; failure: UpstreamFailure };

export function succeeded<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failed(
  code: UpstreamFailure['code'],
  details: Partial<Omit<UpstreamFailure, 'code'>> = {},
): { ok: false; failure: UpstreamFailure } {
  return { ok: false, failure: { code, status: null, message: null, sent: true, ...details } };
}

/**
 * True when the upstream says that there is no such record. Assumption: neither text lists codes; iRECA's only example
 * of an error is «Модель не существует».
 */
export function meansNotFound(failure: UpstreamFailure): boolean {
  if (failure.code !== 'refused') return false;
  return failure.status === 404 || /не существует|не найден|not found/i.test(failure.message ?? '');
}
