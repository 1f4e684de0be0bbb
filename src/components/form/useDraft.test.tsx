/** What is typed survives; what is old, of another shape or somebody else's does not come back. */
// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { useDraft } from './useDraft.ts';

type Values = { name: string; count: number };
const isValues = (kept: unknown): kept is Values =>
  typeof kept === 'object' && kept !== null && 'name' in kept && 'count' in kept;
const BEGIN: Values = { name: '', count: 1 };
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const KEY = 'pult.draft.dima.order.new';

const draft = (login = 'dima', name = 'order.new') => {
  const client = testQueryClient(login);
  return renderHook(() => useDraft(name, BEGIN, isValues), {
    wrapper: ({ children }: { children: ReactNode }) => <FormScreen client={client}>{children}</FormScreen>,
  });
};
const keep = (key: string, at: number, values: unknown) =>
  localStorage.setItem(key, JSON.stringify({ at, values }));
const kept = (key = KEY) => JSON.parse(localStorage.getItem(key) ?? 'null') as { values: Values } | null;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(NOW);
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('useDraft', () => {
  test('writes after a pause, once', () => {
    const write = vi.spyOn(Storage.prototype, 'setItem');
    const { result } = draft();
    expect(result.current).toMatchObject({ values: BEGIN, restoredAt: null });
    act(() => result.current.setValues({ name: 'И', count: 1 }));
    act(() => result.current.setValues((held) => ({ ...held, name: `${held.name}ван` })));
    expect(kept()).toBeNull();
    act(() => void vi.advanceTimersByTime(500));
    expect(kept()).toEqual({ at: NOW + 400, values: { name: 'Иван', count: 1 } });
    expect(write.mock.calls.filter(([key]) => key === KEY)).toHaveLength(1);
  });

  test('a form in which nothing was typed keeps nothing', () => {
    const { unmount } = draft();
    act(() => void vi.advanceTimersByTime(5000));
    unmount();
    expect(kept()).toBeNull();
  });

  test.each([
    ['pagehide', () => window.dispatchEvent(new Event('pagehide'))],
    ['a hidden tab', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('%s writes at once', (_, leave) => {
    const { result } = draft();
    act(() => result.current.setValues({ name: 'Иван', count: 2 }));
    leave();
    expect(kept()?.values).toEqual({ name: 'Иван', count: 2 });
  });

  test('leaving the screen writes at once, and the next visit finds it', () => {
    const first = draft();
    act(() => first.result.current.setValues({ name: 'Иван', count: 2 }));
    first.unmount();
    const again = draft();
    expect(again.result.current).toMatchObject({ values: { name: 'Иван', count: 2 }, restoredAt: NOW });
  });

  test('reset forgets, also what was about to be written', () => {
    const { result, unmount } = draft();
    act(() => result.current.setValues({ name: 'Иван', count: 2 }));
    act(() => result.current.reset(BEGIN));
    expect(result.current).toMatchObject({ values: BEGIN, restoredAt: null });
    act(() => void vi.advanceTimersByTime(5000));
    unmount();
    expect(kept()).toBeNull();
  });

  test('another user and another form have their own', () => {
    keep(KEY, NOW - DAY, { name: 'Иван', count: 2 });
    expect(draft('olga').result.current.values).toEqual(BEGIN);
    expect(draft('dima', 'order.edit.5').result.current.values).toEqual(BEGIN);
    expect(draft().result.current).toMatchObject({ values: { name: 'Иван' }, restoredAt: NOW - DAY });
  });

  test.each([
    ['fifteen days old', JSON.stringify({ at: NOW - 15 * DAY, values: { name: 'Иван', count: 2 } })],
    ['of an older shape', JSON.stringify({ at: NOW, values: { title: 'Иван' } })],
    ['cut short', '{"at":17'],
    ['not a draft at all', '[1,2]'],
  ])('one that is %s is dropped', (_, text) => {
    localStorage.setItem(KEY, text);
    expect(draft().result.current).toMatchObject({ values: BEGIN, restoredAt: null });
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test('old drafts of others are swept away, fresh ones and other things stay', () => {
    keep('pult.draft.olga.order.new', NOW - 15 * DAY, {});
    keep('pult.draft.olga.order.edit.7', NOW - DAY, {});
    localStorage.setItem('pult.language', 'ru');
    draft();
    expect(localStorage.getItem('pult.draft.olga.order.new')).toBeNull();
    expect(localStorage.getItem('pult.draft.olga.order.edit.7')).not.toBeNull();
    expect(localStorage.getItem('pult.language')).toBe('ru');
  });

  test('a storage that is full disturbs nobody', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { result } = draft();
    act(() => result.current.setValues({ name: 'Иван', count: 2 }));
    act(() => void vi.advanceTimersByTime(500));
    expect(result.current.values.name).toBe('Иван');
  });

  test('a storage that is forbidden disturbs nobody', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation((key) => {
      if (key.startsWith('pult.draft.')) throw new DOMException('no', 'SecurityError');
      return null;
    });
    expect(draft().result.current.values).toEqual(BEGIN);
  });
});
