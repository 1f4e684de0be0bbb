/** The view is kept per map and user, and the first fit is not spoiled by a stray point. */
import { describe, expect, test } from 'vitest';
import { extentOf, keepView, lastView, readView } from './mapView.ts';

function memory(start: Record<string, string> = {}) {
  const held = new Map(Object.entries(start));
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

describe('the kept view', () => {
  test('comes back for the same map and user only', () => {
    const storage = memory();
    const view = { latitude: 59.93, longitude: 30.31, zoom: 13 };
    keepView(storage, 'board', 'dima', view);
    expect(readView(storage, 'board', 'dima')).toEqual(view);
    expect(readView(storage, 'board', 'olga')).toBeNull();
    expect(readView(storage, 'page', 'dima')).toBeNull();
  });

  test.each([
    'not json',
    'null',
    '{"latitude":"59","longitude":30,"zoom":3}',
    '{"latitude":1}',
    '[]',
    '{"latitude":95,"longitude":30,"zoom":3}',
  ])('is none when %s is kept', (kept) => {
    expect(readView(memory({ 'pult.mapView.board.dima': kept }), 'board', 'dima')).toBeNull();
  });

  test('is this tab’s own, else the last one on this computer', () => {
    const [tab, computer] = [memory(), memory()];
    const [here, before] = [
      { latitude: 59.93, longitude: 30.31, zoom: 13 },
      { latitude: 55.75, longitude: 37.62, zoom: 10 },
    ];
    expect(lastView(tab, computer, 'map', 'dima')).toBeNull();
    keepView(computer, 'map', 'dima', before);
    expect(lastView(tab, computer, 'map', 'dima')).toEqual(before);
    keepView(tab, 'map', 'dima', here);
    expect(lastView(tab, computer, 'map', 'dima')).toEqual(here);
    expect(lastView(tab, computer, 'map', 'olga')).toBeNull();
  });

  test('a full storage disturbs nobody', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => keepView(full, 'board', 'dima', { latitude: 1, longitude: 1, zoom: 1 })).not.toThrow();
  });
});

describe('the first fit', () => {
  const city = Array.from({ length: 100 }, (_, i) => ({
    latitude: 59.9 + (i % 10) * 0.01,
    longitude: 30.2 + Math.floor(i / 10) * 0.02,
  }));

  test('holds every point of a crowd', () => {
    expect(extentOf(city)).toEqual({ south: 59.9, west: 30.2, north: 59.99, east: expect.closeTo(30.38, 6) });
  });

  test('leaves out the one that lies in another country', () => {
    const extent = extentOf([...city, { latitude: 12, longitude: 100 }]);
    expect(extent?.south).toBeGreaterThan(59.5);
    expect(extent?.east).toBeLessThan(31);
  });

  test('leaves out nobody among a few', () => {
    const extent = extentOf([
      { latitude: 59, longitude: 30 },
      { latitude: 55, longitude: 37 },
    ]);
    expect(extent).toEqual({ south: 55, west: 30, north: 59, east: 37 });
  });

  test('is none without points', () => {
    expect(extentOf([])).toBeNull();
  });
});
