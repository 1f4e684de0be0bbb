/** Addresses of the city: a street, a house, and the place on the street in front of it. */
import type { CityMap, LatLon, Street } from './cityMap.ts';
import { between, distance, toDegrees, toMetres, type Metres } from './plane.ts';
import type { StreetGraph, StreetPoint } from './streetGraph.ts';
import type { Dice } from '../dice.ts';

export type Address = { street: string; house: number; point: StreetPoint; place: LatLon };

export type Addresses = {
  /** Any house; long streets have more of them. */
  random: (dice: Dice) => Address;
  /** The house on a street of that name (`Невский проспект`, 28), or null when the city has no such street. */
  find: (street: string, house: number) => Address | null;
  /** The address that a line of text speaks of: «Санкт-Петербург, Невский проспект, 28, кв. 3»; null when none. */
  read: (text: string) => Address | null;
};

type Inhabited = Street & { points: Metres[]; marks: number[]; length: number };

function inhabited(city: CityMap): Inhabited[] {
  return city.streets
    .filter(({ houses }) => houses[0] > 0)
    .map((street) => {
      const points = street.line.map(toMetres);
      const marks = [0];
      points.slice(1).forEach((point, index) => {
        marks.push((marks[index] as number) + distance(points[index] as Metres, point));
      });
      return { ...street, points, marks, length: marks.at(-1) as number };
    });
}

/** Where house number `house` stands: numbers run evenly from one end of the street to the other. */
function placeOf({ houses: [first, last], points, marks, length }: Inhabited, house: number): LatLon {
  const share = last === first ? 0.5 : Math.min(1, Math.max(0, (house - first) / (last - first)));
  // Nobody lives in the middle of a crossing: the first and the last house stand a little way in.
  const along = length * (0.02 + 0.96 * share);
  let index = 1;
  while (index < marks.length - 1 && (marks[index] as number) < along) index += 1;
  const [start, end] = [marks[index - 1] as number, marks[index] as number];
  return toDegrees(
    between(points[index - 1] as Metres, points[index] as Metres, (along - start) / (end - start)),
  );
}

export function createAddresses(city: CityMap, graph: StreetGraph): Addresses {
  const streets = inhabited(city);
  const total = streets.reduce((sum, { length }) => sum + length, 0);
  const known = new Map<string, Address>();

  const addressOf = (street: Inhabited, house: number): Address => {
    const key = `${street.name}|${street.houses[0]}|${house}`;
    const made = known.get(key);
    if (made) return made;
    const { point } = graph.nearest(placeOf(street, house));
    const address = { street: street.name, house, point, place: graph.locate(point) };
    known.set(key, address);
    return address;
  };

  const find = (name: string, house: number): Address | null => {
    const sides = streets.filter((street) => street.name === name);
    // An embankment has two sides: odd houses on one, even on the other.
    const street = sides.find(({ houses }) => houses[0] % 2 === house % 2) ?? sides[0];
    return street ? addressOf(street, house) : null;
  };

  return {
    random: (dice) => {
      let left = dice.next() * total;
      const street = streets.find(({ length }) => (left -= length) < 0) ?? (streets[0] as Inhabited);
      const [low, high] = [Math.min(...street.houses), Math.max(...street.houses)];
      const house = dice.int(low, high);
      const sided = street.kind === 'embankment' && house % 2 !== low % 2 ? house - 1 : house;
      return addressOf(street, Math.max(low, sided));
    },
    find,
    read: (text) => {
      const street = streets
        .filter(({ name }) => text.includes(name))
        .sort((a, b) => b.name.length - a.name.length)[0];
      const house = street && /\d+/.exec(text.slice(text.indexOf(street.name) + street.name.length));
      return street && house ? find(street.name, Number(house[0])) : null;
    },
  };
}
