/** After which failures of a write nobody knows whether it was done. */
import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#src/api/http.ts';
import { ApiError } from '#src/api/http.ts';
import { creationMayBeDone, mayBeDone } from './mayBeDone.ts';

const failure = (code: FailureCode, status = 0) => new ApiError(code, { status });

describe('mayBeDone', () => {
  it.each([
    'offline',
    'badAnswer',
    'upstreamFailed',
    'upstreamTimeout',
    'upstreamUnreachable',
    'internal',
  ] as const)('is open after %s', (code) => {
    expect(mayBeDone(failure(code))).toBe(true);
    expect(creationMayBeDone(failure(code))).toBe(true);
  });

  it.each(['upstreamRefused', 'invalid', 'forbidden', 'stale', 'unauthenticated'] as const)(
    'is settled after %s',
    (code) => {
      expect(mayBeDone(failure(code, 422))).toBe(false);
      expect(creationMayBeDone(failure(code, 422))).toBe(false);
    },
  );

  it('is settled when the proxy knows that nothing was sent', () => {
    const error = new ApiError('upstreamTimeout', { status: 504, unsent: true });
    expect(mayBeDone(error)).toBe(false);
    expect(creationMayBeDone(error)).toBe(false);
  });

  it('says nothing of what is no failure of a call', () => {
    expect(mayBeDone(new Error('x'))).toBe(false);
  });
});

describe('creationMayBeDone', () => {
  it('takes what is no failure of a call for open too', () => {
    expect(creationMayBeDone(new Error('x'))).toBe(true);
  });
});
