/** Failures after which what was asked for may have been done all the same. */
import type { FailureCode } from '#src/api/http.ts';
import { ApiError } from '#src/api/http.ts';

const CODES: ReadonlySet<FailureCode> = new Set([
  'offline',
  'badAnswer',
  'upstreamTimeout',
  'upstreamUnreachable',
  'internal',
]);

/** True when no answer came, or none that says whether it was done. @param error what a write threw. */
export const mayBeDone = (error: unknown): boolean => error instanceof ApiError && CODES.has(error.code);
