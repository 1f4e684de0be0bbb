/** The layers are the user's own, and nothing odd in the storage hides anything. */
import { expect, test } from 'vitest';
import { ALL_LAYERS, keepLayers, readLayers } from './mapLayersStore.ts';

function memory(start: Record<string, string> = {}) {
  const held = new Map(Object.entries(start));
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

test('what one user hides comes back for that user only', () => {
  const storage = memory();
  const layers = { ...ALL_LAYERS, offShift: false, warehouses: false };
  keepLayers(storage, 'dina', layers);
  expect(readLayers(storage, 'dina')).toEqual(layers);
  expect(readLayers(storage, 'denis')).toEqual(ALL_LAYERS);
});

test.each(['not json', 'null', '[]', '7', '{"orders":"no","couriers":0}', '{"gone":false}'])(
  'with %s kept, everything is shown',
  (kept) => {
    expect(readLayers(memory({ 'pult.mapLayers.dina': kept }), 'dina')).toEqual(ALL_LAYERS);
  },
);

test('a layer that is newer than what was kept is shown', () => {
  expect(readLayers(memory({ 'pult.mapLayers.dina': '{"orders":false}' }), 'dina')).toEqual({
    ...ALL_LAYERS,
    orders: false,
  });
});

test('a full storage disturbs nobody', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => keepLayers(full, 'dina', ALL_LAYERS)).not.toThrow();
});
