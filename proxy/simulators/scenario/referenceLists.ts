/** Fills iRECA's reference lists: goods, warehouses, clients and the small lists of the API text. */
import { rollDice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import { PERMISSIONS } from '../ireca/dictionaries.ts';
import type { World } from '../world/world.ts';
import { REFERENCE_ROWS, WAREHOUSES, WARES } from './catalogue.ts';
import { makeCompany, makeMailbox, makePerson, makePhoneDigits, writePhone } from './people.ts';

const IMAGES = { imageUrl: '', imageBigUrl: '' };

function fillGoods({ lists }: World): void {
  const goods = lists.rows('goods');
  WARES.forEach(({ goodId, article, title, unit, weight, price, taxId }, index) => {
    goods.set(goodId, {
      parentId: null,
      article,
      taxId,
      calcId: 0,
      title,
      unit,
      weight,
      multiplicity: 1,
      // Money comes as a number in one record and as text in the next.
      price: index % 5 === 2 ? price.toFixed(2) : price,
      description: '',
      ...IMAGES,
      isActive: index % 17 === 16 ? 0 : 1,
    });
  });
  goods.set('355865001', {
    parentId: null,
    article: '',
    taxId: '8284',
    calcId: 4,
    title: 'Доставка',
    unit: '',
    weight: '0',
    multiplicity: 1,
    price: 500,
    description: '',
    ...IMAGES,
    isActive: 1,
  });
}

const KINDS = ['Чай', 'Кофе', 'Печенье', 'Мёд', 'Сироп', 'Шоколад', 'Свеча', 'Кружка', 'Салфетка', 'Блокнот'];
const MAKES = ['северный', 'балтийский', 'невский', 'карельский', 'ладожский', 'летний', 'зимний'];

/** A catalogue of `count` goods, as a big shop has it: what the shops of the day sell, and shelves of other things. */
function fillShelves({ lists }: World, count: number): void {
  const goods = lists.rows('goods');
  for (let index = 0; goods.size < count; index += 1) {
    goods.set(String(400_000 + index), {
      parentId: null,
      article: `S-${10_000 + index}`,
      taxId: index % 4 === 0 ? '8286' : '8285',
      calcId: 1,
      title: `${KINDS[index % KINDS.length]} ${MAKES[index % MAKES.length]} № ${index + 1}`,
      unit: 'шт',
      weight: String(50 + (index % 40) * 25),
      multiplicity: 1,
      price: 90 + ((index * 37) % 2400) + (index % 100) / 100,
      description: '',
      ...IMAGES,
      isActive: index % 50 === 49 ? 0 : 1,
    });
  }
}

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
      inn: title && `78${String(10_203_040 + index * 7919).slice(-8)}`,
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
