/** How a call to an upstream can end, in words that feeds, commands and the pass-through share. */
import type { FeedProblem } from '#src/contracts/feed.ts';

export type UpstreamFailure = {
  code: FeedProblem['code'];
  /** HTTP status, when there was an answer. */
  status: number | null;
  /** The upstream's own words, when it sent any. */
  message: string | null;
  /** True when the upstream itself said no, in the form that its text documents. */
  saysNo: boolean;
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
  return { ok: false, failure: { code, status: null, message: null, saysNo: false, sent: true, ...details } };
}

/** Answers of gateways, whatever stands in them: what they stand before may have done it all the same. */
const GATEWAY_STATUSES: ReadonlySet<number | null> = new Set([502, 504]);

/**
 * True when a write that ended so may have been done all the same: nothing came back, or nothing that says whether. An
 * HTTP 500 is a refusal only in iRECA's documented form, which it uses with any status (iRECA API text); Kassa's text
 * has no form for errors at all.
 */
export function leavesOpen({ code, status, saysNo, sent }: UpstreamFailure): boolean {
  if (!sent || code === 'unauthorized') return false;
  if (code !== 'refused') return true;
  return GATEWAY_STATUSES.has(status) || (status !== null && status >= 500 && !saysNo);
}

/**
 * True when the upstream says that there is no such record. Assumption: neither text lists codes; iRECA's only example
 * of an error is «Модель не существует».
 */
export function meansNotFound(failure: UpstreamFailure): boolean {
  if (failure.code !== 'refused') return false;
  return failure.status === 404 || /не существует|не найден|not found/i.test(failure.message ?? '');
}
