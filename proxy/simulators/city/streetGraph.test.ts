import { describe, expect, it } from 'vitest';
import { rollDice } from '../dice.ts';
import { createAddresses } from './addresses.ts';
import { readCityMap, type LatLon } from './cityMap.ts';
import { distance, toMetres } from './plane.ts';
import { createRoutes } from './routes.ts';
import { buildStreetGraph, type Stretch } from './streetGraph.ts';

const city = readCityMap();
const graph = buildStreetGraph(city);
const routes = createRoutes(graph);
const addresses = createAddresses(city, graph);

const metres = (a: LatLon, b: LatLon) => distance(toMetres(a), toMetres(b));

function inside([latitude, longitude]: LatLon, polygon: readonly LatLon[]): boolean {
  let odd = false;
  polygon.forEach(([lat, lon], index) => {
    const [lat0, lon0] = polygon.at(index - 1) as LatLon;
    if (lat > latitude === lat0 > latitude) return;
    if (longitude < ((lon0 - lon) * (latitude - lat)) / (lat0 - lat) + lon) odd = !odd;
  });
  return odd;
}

const neva = city.water.filter(({ kind }) => kind === 'polygon');

describe('the city', () => {
  it('is one net: every crossing can be reached from every other', () => {
    const reached = new Set([0]);
    const waiting = [0];
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      for (const index of graph.leaving[here] ?? []) {
        const { from, to } = graph.stretches[index] as Stretch;
        for (const there of [from, to]) {
          if (reached.has(there)) continue;
          reached.add(there);
          waiting.push(there);
        }
      }
    }
    expect(reached.size).toBe(graph.leaving.length);
    expect(graph.leaving.length).toBeGreaterThan(200);
  });

  it.each([
    ['Литейный проспект', 30, 59.9405, 30.3485],
    ['Московский проспект', 26, 59.9165, 30.3185],
    ['Средний проспект В.О.', 32, 59.9426, 30.2783],
    ['Каменноостровский проспект', 37, 59.9664, 30.3113],
  ])('puts %s, %i where it is, within 400 m', (street, house, latitude, longitude) => {
    const found = addresses.find(street, house);
    expect(metres(found?.place ?? [0, 0], [latitude, longitude])).toBeLessThan(400);
  });

  it('has streets on land and bridges over the Neva', () => {
    const wet = (line: readonly LatLon[]) =>
      line.slice(1).some((end, index) => {
        const start = line[index] as LatLon;
        return [0.3, 0.5, 0.7].some((share) => {
          const place: LatLon = [
            start[0] + (end[0] - start[0]) * share,
            start[1] + (end[1] - start[1]) * share,
          ];
          return neva.some(({ points }) => inside(place, points));
        });
      });
    const streets = city.streets.filter(({ kind }) => kind !== 'bridge');
    const bridges = city.streets.filter(({ kind }) => kind === 'bridge');
    expect(streets.filter(({ line }) => wet(line)).map(({ name }) => name)).toEqual([]);
    expect(bridges.filter(({ line }) => !wet(line)).map(({ name }) => name)).toEqual([]);
    expect(bridges).toHaveLength(10);
  });

  it('crosses the Neva by a bridge, and the way is about as long as it is in life', () => {
    const from = addresses.find('Невский проспект', 20);
    const to = addresses.find('Каменноостровский проспект', 40);
    const route = routes.find(
      from?.point ?? { stretch: 0, offset: 0 },
      to?.point ?? { stretch: 0, offset: 0 },
    );
    expect(route.length).toBeGreaterThan(3_200);
    expect(route.length).toBeLessThan(5_500);
  });

  it('finds ways that begin and end where they should and have no gaps', () => {
    const dice = rollDice(5);
    for (let trial = 0; trial < 200; trial += 1) {
      const [from, to] = [addresses.random(dice), addresses.random(dice)];
      const route = routes.find(from.point, to.point);
      expect(metres(graph.locate(routes.at(route, 0)), from.place)).toBeLessThan(1);
      expect(metres(graph.locate(routes.at(route, route.length)), to.place)).toBeLessThan(1);
      for (let gone = 0; gone < route.length; gone += 50) {
        const step = metres(graph.locate(routes.at(route, gone)), graph.locate(routes.at(route, gone + 50)));
        expect(step).toBeLessThan(51);
      }
      expect(route.length).toBeGreaterThanOrEqual(metres(from.place, to.place) - 1);
    }
  });

  it('reads an address out of a line of text', () => {
    const found = addresses.read('Санкт-Петербург, набережная реки Фонтанки, 25, кв. 3');
    expect(found).toMatchObject({ street: 'набережная реки Фонтанки', house: 25 });
    expect(addresses.read('Москва, Арбат, 1')).toBeNull();
  });
});
