import { describe, expect, it } from 'vitest';
import { paramsOfSpan, spanFromParams } from './shiftAddress.ts';

const current = { from: 800, until: null };
const read = (query: string) => spanFromParams(new URLSearchParams(query), current, 1000);

describe('spanFromParams', () => {
  it('reads a beginning and an end', () => {
    expect(read('since=500')).toEqual({ from: 500, until: null });
    expect(read('since=500&until=800')).toEqual({ from: 500, until: 800 });
  });

  it('is the shift at hand when there is no beginning that can be', () => {
    for (const query of [
      '',
      'since=',
      'since=abc',
      'since=-5',
      'since=1e3',
      'since=1001',
      `since=${'9'.repeat(16)}`,
    ])
      expect(read(query), query).toEqual(current);
  });

  it('takes no end that is not over, or before the beginning', () => {
    expect(read('since=500&until=400').until).toBeNull();
    expect(read('since=500&until=1000').until).toBeNull();
    expect(read('since=500&until=x').until).toBeNull();
  });
});

describe('paramsOfSpan', () => {
  it('stays the shift it was opened with when the next one begins', () => {
    const next = { from: 1500, until: null };
    expect(spanFromParams(paramsOfSpan(current), next, 2000)).toEqual(current);
  });

  it('comes back as it was written', () => {
    for (const span of [current, { from: 500, until: null }, { from: 500, until: 800 }])
      expect(spanFromParams(paramsOfSpan(span), current, 1000)).toEqual(span);
  });
});
