// @vitest-environment jsdom
/** The selection is kept in the tab; hovering costs nothing. */
import { beforeEach, expect, it, vi } from 'vitest';
import { useBoardStore } from '#src/components/board/boardStore.ts';

const kept = () => JSON.parse(sessionStorage.getItem('pult.selection') ?? 'null') as unknown;

beforeEach(() => useBoardStore.getState().clear());

it('keeps the selection for a reload, in the order of selecting', async () => {
  useBoardStore.getState().toggle('ireca:2');
  useBoardStore.getState().toggle('kassa:1');
  expect(kept()).toEqual({ selected: ['ireca:2', 'kassa:1'], anchor: 'kassa:1' });
  useBoardStore.setState({ selected: new Set() });
  sessionStorage.setItem('pult.selection', JSON.stringify({ selected: ['ireca:2'], anchor: null }));
  await useBoardStore.persist.rehydrate();
  expect([...useBoardStore.getState().selected]).toEqual(['ireca:2']);
});

it('writes nothing while the hand only moves', () => {
  useBoardStore.getState().toggle('ireca:2');
  const write = vi.spyOn(Storage.prototype, 'setItem');
  useBoardStore.getState().hoverOrder('ireca:3');
  useBoardStore.getState().focus('ireca:3');
  useBoardStore.getState().hoverCourier('7');
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
