// @vitest-environment jsdom
/** The note of a shift: everybody at this computer has the same one, every tab too, and old ones go. */
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { useShiftNote } from './useShiftNote.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;
const SHIFT = NOW - DAY / 4;

/** As this dispatcher, signed in at this computer. */
const noteOf = (login: string, from = SHIFT) => {
  const client = testQueryClient(login);
  const { result, unmount } = renderHook(() => useShiftNote(from), {
    wrapper: ({ children }) => <FormScreen client={client}>{children}</FormScreen>,
  });
  return {
    read: () => result.current[0],
    type: (text: string) => act(() => result.current[1](text)),
    unmount,
  };
};
const keys = () => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(NOW);
  localStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the note of a shift', () => {
  test('is there for the next dispatcher at this computer, and each shift has its own', () => {
    const dima = noteOf('dima');
    dima.type('Ключи у охраны');
    dima.unmount();
    expect(noteOf('olga').read()).toBe('Ключи у охраны');
    expect(noteOf('olga', SHIFT + DAY).read()).toBe('');
  });

  test('follows what another tab writes, and goes on from it', () => {
    const note = noteOf('dima');
    note.type('Ключи');
    const [key = ''] = keys();
    act(() => {
      localStorage.setItem(key ?? '', JSON.stringify({ at: NOW, values: 'Ключи у охраны' }));
      window.dispatchEvent(new StorageEvent('storage', { key }));
    });
    expect(note.read()).toBe('Ключи у охраны');
  });

  test('is written without a pause, so that no other tab writes over it', () => {
    noteOf('dima').type('Ключи');
    expect(JSON.parse(localStorage.getItem(keys()[0] ?? '') ?? '')).toEqual({ at: NOW, values: 'Ключи' });
  });

  test('leaves nothing behind when it is emptied, and goes after two weeks', () => {
    const first = noteOf('dima');
    first.type('Ключи');
    first.type('');
    expect(keys()).toEqual([]);
    first.type('Ключи');
    vi.setSystemTime(NOW + 15 * DAY);
    noteOf('dima', SHIFT + 15 * DAY);
    expect(keys()).toEqual([]);
  });

  test('stays in this tab when it cannot be kept', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const note = noteOf('dima', SHIFT - DAY);
    note.type('Ключи');
    expect(note.read()).toBe('Ключи');
    full.mockRestore();
    note.type('Ключи у охраны');
    expect(keys()).toHaveLength(1);
  });
});
