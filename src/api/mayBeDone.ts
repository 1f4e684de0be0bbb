/** Failures after which what was asked for may have been done all the same. */
import type { FailureCode } from '#src/api/http.ts';
import { ApiError } from '#src/api/http.ts';

const CODES: ReadonlySet<FailureCode> = new Set([
  'offline',
  'badAnswer',
  'upstreamFailed',
  'upstreamTimeout',
  'upstreamUnreachable',
  'internal',
]);

/** True when no answer came, or none that says whether it was done. @param error what a write threw. */
export const mayBeDone = (error: unknown): boolean =>
  error instanceof ApiError && !error.unsent && CODES.has(error.code);

/** The same of an order that was to be made: what is no failure of a call at all says nothing either. */
export const creationMayBeDone = (error: unknown): boolean =>
  !(error instanceof ApiError) || mayBeDone(error);
