/** Makes orders of the iRECA shops: food, flowers, electronics, for clients all over the city. */
import type { Address } from '../city/addresses.ts';
import type { Dice } from '../dice.ts';
import { addressLine } from '../ireca/orderParts.ts';
import type { IrecaOrder, OrderGood, OrderState, PostalAddress } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import { WARES, type Theme, type Ware } from './catalogue.ts';
import { makeMailbox, makePerson, makePhoneDigits, makeWish, writePhone } from './people.ts';
import { dueOf, rounded } from './sums.ts';
import type { Window } from './windows.ts';

const SOURCES: Record<Theme, string> = {
  food: 'http://vkusnaya-neva.example',
  flowers: 'http://cvety-na-moyke.example',
  electronics: 'http://liteyny-elektro.example',
};

export type IrecaWish = {
  at: number;
  window: Window;
  deliveryStatusId: number;
  courierId: string | null;
  orderId: string;
};

/** What an imported thing carries with it (iRECA API text: tags 1162, 1230 and 1231 of the receipt). */
const IMPORTED = {
  vedCode: '8518300000',
  countryCode: '156',
  customDeclarationCode: '10113110/070719/0097367',
};
const HOME_MADE = { vedCode: '', countryCode: '', customDeclarationCode: '' };

/** The mark on one piece: as printed, and as a terminal wants it. */
function makeMark({ goodId, marked }: Ware, orderId: string, position: number) {
  if (!marked) return { markValue: '', markBinaryValue: '' };
  const serial = `${orderId}${position}`.padStart(13, '0');
  const gtin = `046070017${goodId.slice(-5)}`;
  const hex = Buffer.from(`01${gtin}21${serial}`).toString('hex').toUpperCase();
  return { markValue: `01${gtin}21${serial}`, markBinaryValue: `444D${hex}` };
}

type Place = { position: number; warehouseId: string; orderId: string };

function makeGood(dice: Dice, ware: Ware, { position, warehouseId, orderId }: Place): OrderGood {
  const count = dice.chance(0.75) ? 1 : dice.int(2, 4);
  const total = rounded(ware.price * count);
  return {
    goodId: ware.goodId,
    title: ware.title,
    article: ware.article,
    count,
    price: ware.price,
    total,
    discountTotal: dice.chance(0.12) ? -rounded(total * 0.1) : 0,
    position,
    unit: ware.unit,
    weight: ware.weight,
    taxId: ware.taxId,
    calcId: '0',
    description: '',
    ...(ware.theme === 'electronics' ? IMPORTED : HOME_MADE),
    ...makeMark(ware, orderId, position),
    warehouses: position === 0 ? [{ warehouseId, count, tookCount: 0 }] : [],
    specificities: dice.chance(0.15)
      ? [{ specificityId: dice.pick(['24', '25', '28']), count: 1, price: 5 }]
      : [],
    canceledItems: [],
  };
}

/** With as many digits as replies show, so that what was read and is sent back is the same place. */
const asWritten = (degrees: number) => Number(degrees.toFixed(14));

const postal = ({ street, house, place }: Address, dice: Dice): PostalAddress => ({
  postindex: '',
  city: 'Санкт-Петербург',
  street,
  home: `${house}${dice.chance(0.08) ? 'литА' : ''}`,
  apartment: dice.chance(0.85) ? String(dice.int(1, 220)) : '',
  latitude: asWritten(place[0]),
  longitude: asWritten(place[1]),
});

function fromWarehouse({ lists }: World, warehouseId: string): PostalAddress {
  const row = lists.rows('warehouses').get(warehouseId) ?? {};
  return {
    postindex: '',
    city: String(row.city ?? ''),
    street: String(row.street ?? ''),
    home: String(row.house ?? ''),
    apartment: '',
    latitude: Number(row.latitude ?? 0),
    longitude: Number(row.longitude ?? 0),
  };
}

/** A client of the list (three in four), or somebody new. */
function makeClient(
  { lists }: World,
  dice: Dice,
  ids: readonly string[],
): Pick<OrderState, 'client' | 'clientId' | 'phone'> {
  const clientId = dice.chance(0.75) && ids.length > 0 ? dice.pick(ids) : null;
  const row: Row = (clientId && lists.rows('clients').get(clientId)) || makePerson(dice);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    clientId,
    client: {
      firstname: text(row.firstname),
      lastname: text(row.lastname),
      inn: text(row.inn),
      email: clientId ? text(row.email) : dice.chance(0.5) ? makeMailbox(dice.int(0, 999)) : '',
    },
    phone: text(row.phone) || writePhone(makePhoneDigits(dice), dice.int(0, 3)),
  };
}

/** How the order is paid for: cash with a note, card at the door, or in advance. */
function makePayment(dice: Dice, sum: number) {
  const paymentId = dice.chance(0.35) ? '4113' : dice.chance(0.75) ? '4114' : '4115';
  return {
    paymentId,
    originalPaymentId: paymentId,
    statusId: paymentId === '4115' ? 1 : 0,
    prePaymentSum: paymentId === '4115' ? sum : 0,
    cash: paymentId === '4113' ? Math.ceil(sum / 500) * 500 : 0,
  };
}

/** Returns a maker that adds one order to the world per call. */
export function createIrecaOrderMaker(world: World): (dice: Dice, wish: IrecaWish) => IrecaOrder {
  const clientIds = [...world.lists.rows('clients').keys()];
  const shelves = new Map<Theme, Ware[]>();
  for (const ware of WARES) shelves.set(ware.theme, [...(shelves.get(ware.theme) ?? []), ware]);

  return (dice, { at, window, deliveryStatusId, courierId, orderId }) => {
    const theme = dice.pick<Theme>(['food', 'food', 'food', 'flowers', 'electronics']);
    const { warehouseId } = dice.pick(world.warehouses);
    const address = world.city.addresses.random(dice);
    const addressToEntity = postal(address, dice);
    const wares = shelves.get(theme) ?? [];
    const goods = Array.from({ length: dice.int(1, theme === 'food' ? 4 : 2) }, (_, position) =>
      makeGood(dice, dice.pick(wares), { position, warehouseId, orderId }),
    );
    const amountToPay = rounded(goods.reduce((sum, { total }) => sum + total, 0));
    const fromEntity = dice.chance(0.3) ? fromWarehouse(world, warehouseId) : null;
    const state: OrderState = {
      orderId,
      codeAlias: `G-${Number(orderId) - 209_000}`,
      deliveryStatusId,
      receiptStatusId: 0,
      frReceiptStatusId: 0,
      isAgreed: dice.chance(0.5) ? 1 : 0,
      isRefund: 0,
      isReturned: 0,
      isEdited: 0,
      returnReasonId: null,
      courierId,
      supplierId: dice.chance(0.03) ? '52' : null,
      frUsedPaymentId: null,
      ...makeClient(world, dice, clientIds),
      ...makePayment(dice, dueOf({ goods, amountToPay })),
      amountToPay,
      addressFrom: fromEntity ? addressLine(fromEntity) : '',
      addressFromEntity: fromEntity,
      addressTo: addressLine(addressToEntity),
      addressToEntity,
      deliveryTimeFrom: window.from,
      deliveryTimeTo: window.to,
      description: makeWish(dice),
      goods,
      payments: [],
      returnedOrder: null,
    };
    return world.ireca.add({ state, at, source: SOURCES[theme], door: address.point, warehouseId });
  };
}
