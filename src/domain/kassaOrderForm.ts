/** A new order of the cash desk while it is being typed: its values, what it begins with, its sums. */
import type { TaxSystem } from '#src/contracts/kassa/newOrder.ts';
import { FIRST_STATUSES, DELIVERY_TYPES, TAX_SYSTEMS } from '#src/contracts/kassa/newOrder.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';

/** How the client settles; Kassa's `properties` are three flags of which one is set. */
export const SETTLEMENTS = ['fullSettlement', 'prepayment', 'credit'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Usual rates, per cent; «без НДС» is sent as null (assumption: the text only shows 20). */
export const VAT_RATES = ['22', '20', '10', '7', '5', '0', 'none'] as const;

/** Units that shops use, by their codes in ОКЕИ; any other code may be typed. */
export const UNIT_CODES = ['796', '166', '163', '112', '111', '006', '055', '778', '356', '876'] as const;

/** Money is kopecks; null = not typed yet. */
export type KassaItemValues = {
  /** Names the row on screen; not sent. */
  key: string;
  description: string;
  nomenclatureId: string;
  price: number | null;
  quantity: number | null;
  /** Of the whole line. */
  discount: number | null;
  vat: string;
  unitCode: string;
  barcode: string;
  vendorCode: string;
};

export type KassaClientValues = {
  lastName: string;
  firstName: string;
  patronymic: string;
  phone: string;
  email: string;
  address: string;
  organizationName: string;
  organizationInn: string;
  loyalty: string;
  comment: string;
};

export type KassaOrderValues = {
  status: (typeof FIRST_STATUSES)[number];
  deliveryType: (typeof DELIVERY_TYPES)[number];
  externalId: string;
  taxSystem: TaxSystem;
  /** `2026-11-21` and `14:00` in the configured zone; both empty = not said. */
  day: string;
  time: string;
  address: string;
  deliveryAmount: number | null;
  comment: string;
  paid: boolean;
  settlement: Settlement;
  items: KassaItemValues[];
  client: KassaClientValues;
  /** A courier's phone as Kassa's login; null = nobody. */
  responsible: { login: string; name: string } | null;
};

/** As it is kept while typing: a number of null is the suggested one. */
export type KassaOrderDraft = Omit<KassaOrderValues, 'externalId'> & { externalId: string | null };

export const BLANK_CLIENT: KassaClientValues = {
  lastName: '',
  firstName: '',
  patronymic: '',
  phone: '',
  email: '',
  address: '',
  organizationName: '',
  organizationInn: '',
  loyalty: '',
  comment: '',
};

/** A line to be typed. It begins with the rate and unit of the line above, for a shop's goods are alike. */
export function blankKassaItem(key: string, above?: KassaItemValues): KassaItemValues {
  return {
    key,
    description: '',
    nomenclatureId: '',
    price: null,
    quantity: 1,
    discount: null,
    vat: above?.vat ?? '20',
    unitCode: above?.unitCode ?? '796',
    barcode: '',
    vendorCode: '',
  };
}

/** What the form begins with: ACCEPTED, which the text recommends («Используем при создании заказа»). */
export function blankKassaOrder(): KassaOrderDraft {
  return {
    status: 'ACCEPTED',
    deliveryType: 'COURIER',
    externalId: null,
    taxSystem: 'COMMON',
    day: '',
    time: '',
    address: '',
    deliveryAmount: null,
    comment: '',
    paid: false,
    settlement: 'fullSettlement',
    items: [blankKassaItem('1')],
    client: BLANK_CLIENT,
    responsible: null,
  };
}

const TAIL = /^(.*?)(\d+)$/;

/**
 * A number for the next order: the one after the largest of the most frequent beginning («BFt-127» → «BFt-128»), with
 * its zeros kept; '' when no number of today's orders ends in digits.
 */
export function suggestExternalId(known: Iterable<string>): string {
  const families = new Map<string, { count: number; largest: number; width: number }>();
  for (const number of known) {
    const [, head, tail] = TAIL.exec(number) ?? [];
    if (head === undefined || tail === undefined || tail.length > 12) continue;
    const family = families.get(head) ?? { count: 0, largest: 0, width: 0 };
    families.set(head, {
      count: family.count + 1,
      largest: Math.max(family.largest, Number(tail)),
      width: Math.max(family.width, tail.length),
    });
  }
  const [first] = [...families].sort(([, a], [, b]) => b.count - a.count);
  return first ? `${first[0]}${String(first[1].largest + 1).padStart(first[1].width, '0')}` : '';
}

/** Price times quantity less the line's discount, kopecks; null while it is not typed. */
export const kassaItemTotal = ({ price, quantity, discount }: KassaItemValues): number | null =>
  price === null || quantity === null ? null : lineTotal(price, quantity) - (discount ?? 0);

/**
 * `totalAmount`: the sum of the lines, as in the vendor's sample; the price of delivery stands beside it in
 * `deliveryAmount` and is not in it (assumption). Lines that are not typed yet count as nothing.
 */
export const kassaOrderTotal = (items: readonly KassaItemValues[]): number =>
  items.reduce((sum, item) => sum + (kassaItemTotal(item) ?? 0), 0);

/** True for a draft of today's shape; anything else is dropped. */
export function isKassaOrderDraft(kept: unknown): kept is KassaOrderDraft {
  if (typeof kept !== 'object' || kept === null) return false;
  const values = kept as Partial<KassaOrderDraft>;
  return (
    FIRST_STATUSES.some((known) => known === values.status) &&
    DELIVERY_TYPES.some((known) => known === values.deliveryType) &&
    TAX_SYSTEMS.some((known) => known === values.taxSystem) &&
    SETTLEMENTS.some((known) => known === values.settlement) &&
    [values.externalId ?? '', values.day, values.time, values.address, values.comment].every(
      (value) => typeof value === 'string',
    ) &&
    Array.isArray(values.items) &&
    values.items.every((item) => typeof item === 'object' && typeof item.key === 'string') &&
    typeof values.client === 'object'
  );
}
