/** A tile that did not come is counted while it is in view, and asked for again a few times. */
// @vitest-environment jsdom
import L from 'leaflet';
import { expect, test, vi } from 'vitest';
import { watchTileHoles } from './tileHoles.ts';

function tileOf(name: string) {
  const tile = document.createElement('img');
  tile.src = `https://t.example/${name}.png`;
  const asked: string[] = [];
  Object.defineProperty(tile, 'src', {
    get: () => `https://t.example/${name}.png`,
    set: (src: string) => asked.push(src),
  });
  return { tile, asked };
}

function watched() {
  const layer = L.tileLayer('https://t.example/{z}/{x}/{y}.png');
  const onCount = vi.fn();
  const onMiss = vi.fn();
  const holes = watchTileHoles(layer, { onMiss, onCount });
  return { layer, onMiss, onCount, holes };
}

test('counts what is missing in view and forgets what came or left', () => {
  const { layer, onCount } = watched();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => tileOf(name).tile);
  for (const tile of [a, b, c]) layer.fire('tileerror', { tile });
  layer.fire('tileload', { tile: a });
  layer.fire('tileunload', { tile: b });
  layer.fire('tileabort', { tile: c });
  layer.fire('tileload', { tile: a });
  expect(onCount.mock.calls.flat()).toEqual([1, 2, 3, 2, 1, 0]);
});

test('asks again by itself twice, by hand always, and a tile that fails again is still one hole', () => {
  const { layer, onMiss, onCount, holes } = watched();
  const { tile, asked } = tileOf('a');
  layer.fire('tileerror', { tile });
  for (let n = 0; n < 4; n += 1) {
    holes.retry(false);
    layer.fire('tileerror', { tile });
  }
  expect(asked).toEqual(['https://t.example/a.png', 'https://t.example/a.png']);
  holes.retry(true);
  holes.retry(false);
  expect(asked).toHaveLength(4);
  expect(onCount.mock.calls.flat()).toEqual([1]);
  expect(onMiss).toHaveBeenCalledTimes(1);
});

test('after its end it hears nothing', () => {
  const { layer, onCount, holes } = watched();
  holes.remove();
  layer.fire('tileerror', { tile: tileOf('a').tile });
  expect(onCount).not.toHaveBeenCalled();
});
