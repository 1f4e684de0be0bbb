// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { placeOf, useWarehouseNote } from './useWarehouseNote.ts';

const at = (kind: string, id: string | null = null) => ({ place: placeOf(kind, id) });
const noteAt = (first: { place: string }) =>
  renderHook(({ place }) => useWarehouseNote(place), { initialProps: first });

it('says at the card that it was saved, and marks its row once the list is back', () => {
  const { result, rerender } = noteAt(at('form', '7'));
  act(() => result.current.saySaved('7', 'saved'));
  rerender(at('record', '7'));
  expect(result.current).toMatchObject({ said: 'saved', savedId: '7' });
  rerender(at('list'));
  expect(result.current).toMatchObject({ said: null, savedId: '7' });
  rerender(at('record', '7'));
  expect(result.current).toMatchObject({ said: null, savedId: null });
});

it('marks nothing any more when another one was looked at', () => {
  const { result, rerender } = noteAt(at('form', '7'));
  act(() => result.current.saySaved('7', 'saved'));
  rerender(at('record', '7'));
  rerender(at('record', '8'));
  expect(result.current).toMatchObject({ said: null, savedId: null });
});

it('says over the list what was deleted, wherever it was deleted from, until the next step', () => {
  for (const from of [at('list'), at('record', '7')]) {
    const { result, rerender } = noteAt(from);
    act(() => result.current.sayRemoved('removed'));
    rerender(at('list'));
    expect(result.current.said).toBe('removed');
    rerender(at('record', '8'));
    expect(result.current.said).toBeNull();
  }
});
