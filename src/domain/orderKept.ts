/** Whether iRECA keeps an order as it was asked to: compares what was sent with what is read back. */
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { OrderWrite, WriteAddress, WriteGood } from '#src/contracts/ireca/orderWrite.ts';

/** A part of the order that people have a word for. */
export type KeptPart =
  | 'codeAlias'
  | 'statusId'
  | 'deliveryStatusId'
  | 'isAgreed'
  | 'returnReasonId'
  | 'courierId'
  | 'client'
  | 'supplierId'
  | 'paymentId'
  | 'amountToPay'
  | 'prePaymentSum'
  | 'cash'
  | 'addressFrom'
  | 'addressTo'
  | 'phone'
  | 'window'
  | 'description'
  | 'goods';

const sameWords = (a: string, b: string) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
/** Coordinates are written with fourteen decimals at the most. */
const samePlace = (a: number | null, b: number | null) => Math.abs((a ?? 0) - (b ?? 0)) < 1e-9;

function addressKept(asked: WriteAddress | undefined, kept: IrecaOrder['addressToEntity']): boolean {
  if (!asked) return true;
  if (!kept) return false;
  const words = (['postindex', 'city', 'street', 'home', 'apartment'] as const).every((part) =>
    sameWords(asked[part], kept[part]),
  );
  // Where it is was left to iRECA, or was not known: any answer is welcome.
  const open = asked.isUseGoogleGeo || (asked.latitude === null && asked.longitude === null);
  return (
    words &&
    (open || (samePlace(asked.latitude, kept.latitude) && samePlace(asked.longitude, kept.longitude)))
  );
}

const MARKS = ['vedCode', 'countryCode', 'customDeclarationCode', 'markValue', 'markBinaryValue'] as const;

function goodKept(asked: WriteGood, kept: IrecaOrder['goods'][number]): boolean {
  return (
    asked.goodId === kept.goodId &&
    asked.count === kept.count &&
    asked.price === kept.price &&
    asked.total === kept.total &&
    asked.discountTotal === (kept.discountTotal ?? 0) &&
    // Nothing asked for means the good's own rate, unit and weight (iRECA API text).
    (asked.taxId === null || asked.taxId === kept.taxId) &&
    (asked.unit === '' || sameWords(asked.unit, kept.unit)) &&
    (asked.weight === null || asked.weight === kept.weight) &&
    sameWords(asked.description, kept.description) &&
    MARKS.every((part) => sameWords(asked[part], kept[part])) &&
    asked.warehouses.map((one) => one.warehouseId).join() ===
      kept.warehouses.map((one) => one.warehouseId).join() &&
    asked.specificities.map((one) => `${one.specificityId}×${one.count}`).join() ===
      kept.specificities.map((one) => `${one.specificityId}×${one.count ?? 1}`).join()
  );
}

const byPosition = <T extends { position: number | null }>(goods: readonly T[]) =>
  goods.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));

function goodsKept(asked: readonly WriteGood[], kept: IrecaOrder['goods']): boolean {
  if (asked.length !== kept.length) return false;
  const found = byPosition(kept);
  return byPosition(asked).every((good, index) => {
    const other = found[index];
    return other !== undefined && goodKept(good, other);
  });
}

/** Names of the parts that stand otherwise than asked; empty = everything is as asked. */
export function keptOtherwise(asked: OrderWrite, kept: IrecaOrder): KeptPart[] {
  const { client } = asked;
  const same: Record<KeptPart, boolean> = {
    codeAlias:
      sameWords(asked.codeAlias, kept.codeAlias) ||
      (asked.codeAlias === '' && kept.codeAlias === asked.orderId),
    statusId: String(asked.statusId) === kept.statusId,
    deliveryStatusId: String(asked.deliveryStatusId) === kept.deliveryStatusId,
    isAgreed: asked.isAgreed === kept.isAgreed,
    returnReasonId: asked.returnReasonId === kept.returnReasonId,
    courierId: asked.courierId === kept.courierId,
    client:
      asked.clientId !== null
        ? asked.clientId === kept.clientId
        : !client ||
          (['firstname', 'lastname', 'email'] as const).every((part) =>
            sameWords(client[part], kept.client?.[part] ?? ''),
          ),
    supplierId: asked.supplierId === kept.supplierId,
    paymentId: asked.paymentId === kept.paymentId,
    amountToPay: asked.amountToPay === kept.amountToPay,
    prePaymentSum: asked.prePaymentSum === (kept.prePaymentSum ?? 0),
    cash: asked.cash === (kept.cash ?? 0),
    addressFrom: addressKept(asked.addressFromEntity, kept.addressFromEntity),
    addressTo: addressKept(asked.addressToEntity, kept.addressToEntity),
    // Without a phone of its own iRECA may show the client's (API text).
    phone: asked.phone === '' || sameWords(asked.phone, kept.phone),
    window:
      Math.trunc(asked.deliveryTimeFrom / 1000) === Math.trunc((kept.deliveryTimeFrom ?? 0) / 1000) &&
      Math.trunc(asked.deliveryTimeTo / 1000) === Math.trunc((kept.deliveryTimeTo ?? 0) / 1000),
    description: sameWords(asked.description, kept.description),
    goods: goodsKept(asked.goods, kept.goods),
  };
  return (Object.keys(same) as KeptPart[]).filter((part) => !same[part]);
}
