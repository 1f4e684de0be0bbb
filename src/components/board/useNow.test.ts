/** The ticker beats with the clock, tells everyone, and rests while nobody looks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTicker } from '#src/components/board/useNow.ts';

const START = Date.UTC(2026, 10, 21, 11, 2, 31);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('makeTicker', () => {
  it('beats at whole minutes', () => {
    const ticker = makeTicker(60_000);
    const heard = vi.fn();
    ticker.subscribe(heard);
    vi.advanceTimersByTime(28_999);
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(heard).toHaveBeenCalledOnce();
    expect(ticker.now()).toBe(Date.UTC(2026, 10, 21, 11, 3, 0));
  });

  it('gives the same moment to all until the next beat, however often it is asked and joined', () => {
    const ticker = makeTicker(60_000);
    const before = ticker.now();
    vi.advanceTimersByTime(10);
    ticker.subscribe(() => {})();
    ticker.subscribe(() => {});
    expect(ticker.now()).toBe(before);
  });

  it('rests while nobody looks, and wakes with the true time', () => {
    const ticker = makeTicker(1000);
    ticker.subscribe(() => {})();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(50_000);
    ticker.subscribe(() => {});
    expect(ticker.now()).toBe(START + 50_000);
  });
});
