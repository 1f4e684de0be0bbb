/** After which failures of a write nobody knows whether it was done. */
import { describe, expect, it } from 'vitest';
import type { UpstreamFailure } from './failure.ts';
import { failed, leavesOpen } from './failure.ts';

type Case = [string, UpstreamFailure['code'], Partial<UpstreamFailure>, boolean];

describe('leavesOpen', () => {
  it.each<Case>([
    ['silence', 'timeout', {}, true],
    ['a line that was cut', 'unreachable', {}, true],
    ['an answer that cannot be read', 'malformed', { status: 200 }, true],
    ['a crash in an unknown form', 'refused', { status: 500, message: 'Internal Server Error' }, true],
    ['too much load', 'refused', { status: 503 }, true],
    ['a gateway of a network', 'refused', { status: 524 }, true],
    ['a gateway, whatever stands in its answer', 'refused', { status: 502, saysNo: true }, true],
    ['a gateway that gave up waiting', 'refused', { status: 504, saysNo: true }, true],
    ['a crash in the documented form', 'refused', { status: 500, saysNo: true }, false],
    ['a refusal under a good status', 'refused', { status: 200, saysNo: true }, false],
    ['a refusal in any form', 'refused', { status: 422 }, false],
    ['what is not there', 'refused', { status: 404 }, false],
    ['no status at all', 'refused', {}, false],
    ['a door that stays shut', 'unauthorized', { status: 401 }, false],
    ['what never left', 'unreachable', { sent: false }, false],
    ['a reading before the write', 'refused', { status: 500, sent: false }, false],
  ])('after %s (%s): %j', (_name, code, details, open) => {
    expect(leavesOpen(failed(code, details).failure)).toBe(open);
  });
});
