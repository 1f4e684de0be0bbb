// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRowDrag } from './useRowDrag.ts';

const asked = vi.fn();

vi.mock('@atlaskit/pragmatic-drag-and-drop/element/adapter', () => {
  asked();
  throw new TypeError('gone');
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a library that went with an update of Pult leaves the rows as they are, and is no error of the page', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const rows = document.createElement('div');
  renderHook(() => useRowDrag({ current: rows }, String, true));
  await vi.advanceTimersByTimeAsync(3_000);
  vi.useRealTimers();
  await expect.poll(() => asked.mock.calls.length).toBe(1);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  rows.dispatchEvent(new Event('pointerdown'));
  expect(rows.draggable).not.toBe(true);
});
