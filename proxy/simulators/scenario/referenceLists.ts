/** Fills iRECA's reference lists: warehouses, clients and the small lists of the API text; goods by `fillGoods.ts`. */
import { rollDice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import { PERMISSIONS } from '../ireca/dictionaries.ts';
import type { World } from '../world/world.ts';
import { REFERENCE_ROWS, WAREHOUSES } from './catalogue.ts';
import { fillGoods, fillShelves } from './fillGoods.ts';
import { companyInn } from './inn.ts';
import { makeCompany, makeMailbox, makePerson, makePhoneDigits, writePhone } from './people.ts';

const IMAGES = { imageUrl: '', imageBigUrl: '' };

function fillWarehouses(world: World, now: number): void {
  const rows = world.lists.rows('warehouses');
  for (const [warehouseId, title, street, house, firstname, lastname, phone] of WAREHOUSES) {
    const address = world.city.addresses.find(street, house);
    if (!address) throw new Error(`The city map has no ${street}`);
    world.warehouses.push({ warehouseId, point: address.point });
    rows.set(warehouseId, {
      title,
      firstname,
      lastname,
      phone,
      city: 'Санкт-Петербург',
      street,
      house: String(house),
      apartment: '',
      latitude: address.place[0].toFixed(14),
      longitude: address.place[1].toFixed(14),
      description: '',
      updatedAt: toGmt(now - 86_400_000),
      isActive: 1,
    });
  }
  rows.set('1104', {
    title: 'Старый склад',
    firstname: 'Пётр',
    lastname: 'Забытых',
    phone: '',
    city: 'Санкт-Петербург',
    street: 'пр-т Авиаконструкторов',
    house: '29к1',
    apartment: '5',
    latitude: '0.00000000000000',
    longitude: '0.00000000000000',
    description: '',
    updatedAt: '2021-05-04 15:39:45',
    isActive: 0,
  });
}

function fillClients({ lists, city, seed }: World, count: number, now: number): void {
  const dice = rollDice(seed, 3);
  const clients = lists.rows('clients');
  for (let index = 0; index < count; index += 1) {
    const person = makePerson(dice);
    const address = city.addresses.random(dice);
    const title = dice.chance(0.2) ? makeCompany(dice) : '';
    clients.set(String(3271 + index), {
      title,
      firstname: person.firstname,
      lastname: person.lastname,
      birthday: `${dice.int(1955, 2004)}-0${dice.int(1, 9)}-1${dice.int(0, 9)}`,
      addressEntity: {
        postindex: '',
        city: 'Санкт-Петербург',
        street: address.street,
        home: String(address.house),
        apartment: String(dice.int(1, 180)),
        latitude: address.place[0].toFixed(14),
        longitude: address.place[1].toFixed(14),
      },
      inn: title && companyInn(1_020_304 + index * 7919),
      phone: writePhone(makePhoneDigits(dice), index),
      email: dice.chance(0.7) ? makeMailbox(index) : '',
      description: '',
      updatedAt: toGmt(now - dice.int(1, 400) * 86_400_000),
    });
  }
}

/** `clients` is how many people order again and again; `goods` the least size of the catalogue. */
export function fillReferenceLists(
  world: World,
  { clients, goods }: { clients: number; goods: number },
  now: number,
): void {
  fillGoods(world);
  fillShelves(world, goods);
  fillWarehouses(world, now);
  for (const [path, rows] of Object.entries(REFERENCE_ROWS)) {
    for (const [id, row] of Object.entries(rows)) {
      world.lists.rows(path).set(id, path === 'specificities' ? { ...row, ...IMAGES } : { ...row });
    }
  }
  fillClients(world, clients, now);
  for (const [roleId, allowed] of [
    ['908', 5],
    ['909', 8],
    ['910', PERMISSIONS.length],
  ] as const) {
    PERMISSIONS.slice(0, allowed).forEach(({ permissionId }) => {
      world.permissions.set(`${roleId}|${permissionId}`, { isAllowed: '1', updatedAt: now - 86_400_000 });
    });
  }
}
