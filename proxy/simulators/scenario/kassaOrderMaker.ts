/** Makes online orders of the shop whose cash desk is BIFIT Kassa. */
import type { Dice } from '../dice.ts';
import {
  FULL_SETTLEMENT,
  type KassaClient,
  type KassaFields,
  type KassaOrder,
  type KassaStatus,
} from '../world/kassaOrder.ts';
import type { NewKassaOrder } from '../world/kassaOrders.ts';
import type { World } from '../world/world.ts';
import { WARES } from './catalogue.ts';
import { KASSA_ADMIN } from './crew.ts';
import { makeCompany, makeMailbox, makePerson, makePhoneDigits, makeWish } from './people.ts';
import type { Window } from './windows.ts';

export type KassaWish = {
  at: number;
  window: Window;
  /** Only NEW or ACCEPTED: Kassa makes no others. */
  status: Extract<KassaStatus, 'NEW' | 'ACCEPTED'>;
  deliveryType: 'COURIER' | 'SELF';
};

const SHELF = WARES.filter(({ theme }) => theme !== 'food');

function makeItems(dice: Dice): NewKassaOrder['items'] {
  return Array.from({ length: dice.int(1, 3) }, () => {
    const ware = dice.pick(SHELF);
    const number = Number(ware.goodId.slice(-3));
    return {
      nomenclatureId: 22_090_000 + number,
      description: ware.title,
      price: ware.price,
      vatValue: 20,
      quantity: dice.chance(0.8) ? 1 : 2,
      discount: 0,
      calculationMethod: null,
      paymentSubject: 'PRODUCT',
      contractorAddress: null,
      contractorInn: null,
      contractorName: null,
      contractorPhone: null,
      organizationPhone: null,
      contractorActivityType: null,
      markType: 'UNKNOWN',
      codeForOfd: null,
      barcode: ware.theme === 'electronics' ? `46070017${String(number).padStart(5, '0')}` : null,
      vendorCode: ware.article || null,
      unitCode: 796,
      editable: true,
      total: null,
    };
  });
}

const PREPAID = { fullSettlement: false, prepayment: true, credit: false };

/** Returns a maker that adds one order to the world per call. */
export function createKassaOrderMaker(world: World): (dice: Dice, wish: KassaWish) => KassaOrder {
  const { kassa, city } = world;
  let clientId = 124_329;
  let externalNumber = 118;

  return (dice, { at: moment, window, status, deliveryType }) => {
    // Kassa writes whole milliseconds.
    const at = Math.round(moment);
    const person = makePerson(dice);
    const address = city.addresses.random(dice);
    const written = `Санкт-Петербург, ${address.street}, ${address.house}, кв. ${dice.int(1, 200)}`;
    const company = dice.chance(0.15) ? makeCompany(dice) : null;
    const client: KassaClient = {
      organizationId: kassa.organizationId,
      address: written,
      phone: makePhoneDigits(dice),
      lastName: person.lastname,
      firstName: person.firstname,
      patronymic: person.patronymic,
      organizationInn: company && '7743012365',
      organizationName: company,
      email: dice.chance(0.4) ? makeMailbox(clientId % 1000) : '',
      comment: null,
      status: 'ACTIVE',
      loyalty: dice.chance(0.2) ? String(dice.int(100_000, 999_999)) : null,
      id: clientId++,
    };
    const items = makeItems(dice);
    const paid = dice.chance(0.3);
    const number = externalNumber++;
    const fields: KassaFields = {
      visible: true,
      created: at,
      changed: at,
      organizationId: kassa.organizationId,
      tradeObjectId: kassa.tradeObjectId,
      taxSystem: 'COMMON',
      externalId: `BFt-${number}`,
      deliveryType,
      deliveryAmount: null,
      deliveryTime: window.to,
      paid,
      orderTime: at,
      clientId: client.id,
      address: deliveryType === 'COURIER' ? written : null,
      // «После создания заказа логин будет равен логину создателя заказа» (Kassa API text).
      responsiblePersonLogin: KASSA_ADMIN,
      discount: 0,
      discountType: 0,
      location: null,
      totalAmount: items.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      comment: makeWish(dice) || null,
      currentStatusType: status,
      currentStatusTime: at,
      substatusId: null,
      shopId: null,
      endLockTime: null,
      routeSheetDocumentId: null,
      routeSheetDocumentPosition: null,
      routeSheetDocumentNumber: null,
      size: null,
      actualDeliveryTime: null,
      cashierName: null,
      clientName: `${person.lastname} ${person.firstname}`,
    };
    const { warehouseId } = dice.pick(world.warehouses);
    return kassa.add({
      fields,
      client,
      // One in four of those that are paid beforehand was paid to the cash desk as a prepayment.
      properties: paid && number % 4 === 0 ? PREPAID : FULL_SETTLEMENT,
      items,
      door: address.point,
      warehouseId,
      window,
      userLogin: KASSA_ADMIN,
      at,
    });
  };
}
