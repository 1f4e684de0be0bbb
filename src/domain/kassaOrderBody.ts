/** The wrapper that makes a new order of the cash desk, from what was typed. */
import type { NewKassaOrder } from '#src/contracts/kassa/newOrder.ts';
import type { KassaClientValues, KassaItemValues, KassaOrderValues } from '#src/domain/kassaOrderForm.ts';
import { kassaOrderTotal } from '#src/domain/kassaOrderForm.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { phoneDigits } from '#src/lib/phone.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function newItem(item: KassaItemValues): NewKassaOrder['onlineOrderItems'][number] {
  return {
    nomenclatureId: item.nomenclatureId.trim() === '' ? null : Number(item.nomenclatureId),
    description: item.description.trim(),
    price: item.price ?? 0,
    vatValue: item.vat === 'none' ? null : Number(item.vat),
    quantity: item.quantity ?? 0,
    discount: item.discount ?? 0,
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
    barcode: orNull(item.barcode),
    vendorCode: orNull(item.vendorCode),
    unitCode: Number(item.unitCode),
    editable: true,
    total: null,
  };
}

/** Null when nothing of the client was typed. A phone goes as in the sample: digits from 7. */
function newClient(client: KassaClientValues): NewKassaOrder['client'] {
  if (Object.values(client).every((value) => value.trim() === '')) return null;
  return {
    address: client.address.trim(),
    phone: phoneDigits(client.phone) ?? '',
    lastName: client.lastName.trim(),
    firstName: client.firstName.trim(),
    patronymic: client.patronymic.trim(),
    organizationInn: orNull(client.organizationInn),
    organizationName: orNull(client.organizationName),
    email: client.email.trim(),
    comment: orNull(client.comment),
    status: 'ACTIVE',
    loyalty: orNull(client.loyalty),
  };
}

/**
 * The documented wrapper of an order that `checkKassaOrder` found nothing wrong with.
 * @param now epoch ms: the moment at which it was made.
 */
export function newKassaOrder(values: KassaOrderValues, timeZone: string, now: number): NewKassaOrder {
  const { responsible, settlement, status } = values;
  return {
    onlineOrder: {
      visible: true,
      created: now,
      changed: now,
      taxSystem: values.taxSystem,
      externalId: values.externalId.trim(),
      deliveryType: values.deliveryType,
      deliveryAmount: values.deliveryAmount,
      deliveryTime: values.day === '' ? null : zonedTime(timeZone, values.day, values.time),
      paid: values.paid,
      orderTime: now,
      clientId: null,
      address: values.deliveryType === 'SELF' ? null : values.address.trim(),
      responsiblePersonLogin: responsible?.login ?? null,
      discount: 0,
      discountType: 0,
      location: null,
      totalAmount: kassaOrderTotal(values.items),
      comment: orNull(values.comment),
      currentStatusType: status,
      currentStatusTime: now,
      substatusId: null,
      shopId: null,
      endLockTime: null,
      routeSheetDocumentId: null,
      routeSheetDocumentPosition: null,
      routeSheetDocumentNumber: null,
      size: null,
      actualDeliveryTime: null,
      cashierName: null,
      clientName: null,
    },
    onlineOrderItems: values.items.map(newItem),
    onlineOrderStatuses: [{ statusType: status, substatusId: null, statusDate: now, statusInfo: null }],
    onlineOrderPayments: [],
    properties: {
      fullSettlement: settlement === 'fullSettlement',
      prepayment: settlement === 'prepayment',
      credit: settlement === 'credit',
    },
    onlineOrderReceipts: [],
    onlineOrderReceiptsItems: [],
    onlineOrderReceiptsHistories: [],
    // iRECA has one line for a courier's whole name; which part of it is which is not for us to guess.
    responsiblePerson: responsible && {
      lastName: '',
      firstName: responsible.name,
      patronymic: '',
      phoneNumber: responsible.login,
      position: null,
    },
    client: newClient(values.client),
    cashierInfos: null,
  };
}
