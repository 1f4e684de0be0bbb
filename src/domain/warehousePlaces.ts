/**
 * Where an address lies, told by what is known already: no geocoder stands behind Pult, but orders that went to the
 * same house, and other warehouses there, have points of their own.
 */
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';
import { fold } from '#src/lib/text.ts';
import type { WarehouseRow } from './warehouseRow.ts';

/** As typed into the form; nothing is found without street and house. */
export type SoughtAddress = { city: string; street: string; house: string };

export type KnownPlace = {
  point: LatLon;
  /** The address that goes with it, as it is written there. */
  address: string;
  source: { kind: 'order'; key: OrderKey; number: string } | { kind: 'warehouse'; id: string; title: string };
  /** How many others give a point near this one. */
  more: number;
};

/** Words that say what kind of street or part it is: people leave them out, or shorten them. */
const KINDS = new Set(
  (
    'ул улица пр прт пркт просп проспект наб набережная пер переулок пл площадь ш шоссе бр бул бульвар линия проезд ' +
    'аллея тупик дорога мкр микрорайон д дом г город street st avenue ave road rd lane'
  ).split(' '),
);

/** «29, корп. 1» → «29к1», «24 А» → «24а»: a house is one word, however it is written. */
function wordsOf(line: string): string[] {
  const text = fold(line)
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/(\d\p{L}?)[\s,]*(?:корпус|корп|к)[\s.]*(?=\d)/gu, '$1к')
    .replace(/(\d\p{L}?)[\s,]*(?:строение|стр|с)[\s.]*(?=\d)/gu, '$1с')
    .replace(/(\d)\s+([а-глa-e])(?=$|[\s,.])/gu, '$1$2');
  return text.split(/[^\p{L}\p{N}/]+/u).filter((word) => word !== '' && !KINDS.has(word));
}

const wordsOfOrder = new WeakMap<DispatchOrder, readonly string[]>();
function orderWords(order: DispatchOrder): readonly string[] {
  const known = wordsOfOrder.get(order);
  if (known) return known;
  const words = wordsOf(order.address);
  wordsOfOrder.set(order, words);
  return words;
}

/** True when the line has all words of the street, the house right after the last of them, and all of the city. */
function isAt(words: readonly string[], city: readonly string[], street: readonly string[], house: string) {
  if (!city.every((word) => words.includes(word))) return false;
  for (let at = street.length; at < words.length; at++) {
    if (words[at] !== house) continue;
    const before = words.slice(at - street.length, at);
    // «Средний В.О.» and «В.О. Средний» are the same street.
    if (street.every((word) => before.includes(word))) return true;
  }
  return false;
}

/** Nearer than this two points are one door. */
const ONE_DOOR_M = 60;
const MOST = 4;

/**
 * Places at this address, warehouses first, then orders as they are given; points of one door are told once.
 * @param warehouses others than the one that is being edited.
 */
export function knownPlaces(
  sought: SoughtAddress,
  orders: Iterable<DispatchOrder>,
  warehouses: readonly WarehouseRow[],
): KnownPlace[] {
  const street = wordsOf(sought.street);
  const city = wordsOf(sought.city);
  const house = wordsOf(sought.house).join('');
  if (street.length === 0 || house === '') return [];
  const places: KnownPlace[] = [];
  const add = (point: LatLon, address: string, source: KnownPlace['source']) => {
    const near = places.find((place) => distanceMetres(place.point, point) < ONE_DOOR_M);
    if (near) near.more += 1;
    else places.push({ point, address, source, more: 0 });
  };
  for (const { id, title, address, point } of warehouses) {
    if (point && isAt(wordsOf(address), city, street, house))
      add(point, address, { kind: 'warehouse', id, title });
  }
  for (const order of orders) {
    const { key, number, address, point } = order;
    if (point && address !== '' && isAt(orderWords(order), city, street, house))
      add(point, address, { kind: 'order', key, number });
  }
  return places.slice(0, MOST);
}
