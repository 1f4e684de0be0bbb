/** After which failures of a write nobody knows whether it was done. */
import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#src/api/http.ts';
import { ApiError } from '#src/api/http.ts';
import { creationMayBeDone, mayBeDone } from './mayBeDone.ts';

const failure = (code: FailureCode, status = 0) => new ApiError(code, { status });

describe('mayBeDone', () => {
  it.each(['offline', 'badAnswer', 'upstreamTimeout', 'upstreamUnreachable', 'internal'] as const)(
    'is open after %s',
    (code) => {
      expect(mayBeDone(failure(code))).toBe(true);
      expect(creationMayBeDone(failure(code))).toBe(true);
    },
  );

  it.each(['upstreamRefused', 'invalid', 'forbidden', 'stale', 'unauthenticated'] as const)(
    'is settled after %s',
    (code) => {
      expect(mayBeDone(failure(code, 422))).toBe(false);
      expect(creationMayBeDone(failure(code, 422))).toBe(false);
    },
  );

  it('is open after an answer that could not be read, which is no refusal', () => {
    expect(mayBeDone(failure('upstreamRefused', 502))).toBe(true);
  });

  it('says nothing of what is no failure of a call', () => {
    expect(mayBeDone(new Error('x'))).toBe(false);
  });
});

describe('creationMayBeDone', () => {
  it('takes whatever is no failure of a call for open too', () => {
    expect(creationMayBeDone(failure('upstreamRefused', 502))).toBe(true);
    expect(creationMayBeDone(new Error('x'))).toBe(true);
  });
});
