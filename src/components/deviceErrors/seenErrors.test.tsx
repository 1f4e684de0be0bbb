// @vitest-environment jsdom
/** What somebody has looked at: per login, over a reload, in every tab, and no longer than the error itself. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testQueryClient } from '#src/testing/formScreen.tsx';
import { forgetSeen, markSeen, unmarkSeen, useSeenErrors } from './seenErrors.ts';

const DAY = 24 * 60 * 60_000;
const PLACE = 'pult.seenErrors.dima';

function seenBy(login = 'dima') {
  const client = testQueryClient(login);
  const { result } = renderHook(() => useSeenErrors(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  return () => [...result.current.keys()];
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('seenErrors', () => {
  it('marks, takes back, and keeps what it marked', () => {
    const seen = seenBy();
    act(() => markSeen('dima', ['a', 'b'], 5));
    expect(seen()).toEqual(['a', 'b']);
    act(() => unmarkSeen('dima', ['a']));
    expect(seen()).toEqual(['b']);
    expect(JSON.parse(localStorage.getItem(PLACE) ?? '')).toEqual({ b: 5 });
  });

  it('is each login’s own', () => {
    const seen = seenBy('vera');
    act(() => markSeen('dima', ['a'], 5));
    expect(seen()).toEqual([]);
  });

  it('follows another tab, and adds to what that one marked', () => {
    const seen = seenBy();
    localStorage.setItem(PLACE, JSON.stringify({ other: 4 }));
    act(() => void dispatchEvent(new StorageEvent('storage', { key: PLACE })));
    expect(seen()).toEqual(['other']);
    localStorage.setItem(PLACE, JSON.stringify({ other: 4, third: 4 }));
    act(() => markSeen('dima', ['a'], 5));
    expect(seen()).toEqual(['other', 'third', 'a']);
  });

  it('forgets a mark with its error, a day after it was made', () => {
    const seen = seenBy();
    act(() => markSeen('dima', ['listed', 'gone'], 0));
    const listed = new Map([['listed', {}]]);
    act(() => forgetSeen('dima', listed, DAY - 1));
    expect(seen()).toEqual(['listed', 'gone']);
    act(() => forgetSeen('dima', listed, DAY));
    expect(seen()).toEqual(['listed']);
  });

  it('takes what it cannot read for nothing', () => {
    localStorage.setItem(PLACE, '{"a": "yesterday", "b": 3}');
    expect(seenBy()()).toEqual(['b']);
  });

  it('knows it in this tab where nothing can be kept', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const seen = seenBy();
    act(() => markSeen('dima', ['a'], 5));
    expect(seen()).toEqual(['a']);
    act(() => markSeen('dima', ['b'], 6));
    expect(seen()).toEqual(['a', 'b']);
    vi.restoreAllMocks();
    act(() => unmarkSeen('dima', ['a']));
    expect(JSON.parse(localStorage.getItem(PLACE) ?? '')).toEqual({ b: 6 });
  });
});
