/** What a column of an imported table may hold, and by which words its head is known. */
import { fold } from '#src/lib/text.ts';

/** What stands on every row of an order; rows of one order must agree in it. */
export const ORDER_FIELDS = [
  'orderId',
  'codeAlias',
  'deliveryStatusId',
  'date',
  'window',
  'from',
  'to',
  'address',
  'postindex',
  'city',
  'street',
  'home',
  'apartment',
  'latitude',
  'longitude',
  'fromAddress',
  'fromPostindex',
  'fromCity',
  'fromStreet',
  'fromHome',
  'fromApartment',
  'fromLatitude',
  'fromLongitude',
  'client',
  'firstname',
  'lastname',
  'email',
  'phone',
  'courier',
  'supplier',
  'payment',
  'amount',
  'prepayment',
  'cash',
  'paid',
  'agreed',
  'description',
] as const;

/** What belongs to one position of goods: one row, one position. */
export const LINE_FIELDS = [
  'good',
  'goodId',
  'article',
  'goodTitle',
  'count',
  'price',
  'discount',
  'discountTotal',
  'tax',
  'warehouse',
  'unit',
  'weight',
  'goodDescription',
  'vedCode',
  'countryCode',
  'customDeclarationCode',
  'markValue',
  'markBinaryValue',
] as const;

export type OrderField = (typeof ORDER_FIELDS)[number];
export type LineField = (typeof LINE_FIELDS)[number];
export type ImportField = OrderField | LineField;

export const IMPORT_FIELDS: readonly ImportField[] = [...ORDER_FIELDS, ...LINE_FIELDS];

/** Heads as people and programs write them: Russian, English, the attribute of the API. Compared by `headKey`. */
const HEADS: Record<ImportField, string> = {
  orderId: 'orderId | id | id заказа | ид заказа | код заказа | идентификатор заказа | order id',
  codeAlias:
    'codeAlias | внешний номер | номер для курьера | number for the courier | псевдоним | alias | display number',
  deliveryStatusId: 'deliveryStatusId | статус | статус доставки | status | delivery status',
  date: 'дата | дата доставки | день | день доставки | date | delivery date | day',
  window:
    'окно | окно доставки | интервал | интервал доставки | время | время доставки | window | delivery window | time slot | slot | time',
  from: 'deliveryTimeFrom | с | от | время с | время от | окно с | окно от | начало окна | доставить с | from | time from | window from',
  to: 'deliveryTimeTo | до | по | время до | время по | окно до | окно по | конец окна | доставить до | to | time to | window to',
  address: 'addressTo | адрес | адрес доставки | куда | куда везти | address | delivery address',
  postindex: 'addressToEntity.postindex | postindex | индекс | почтовый индекс | postcode | zip',
  city: 'addressToEntity.city | city | город | населенный пункт',
  street: 'addressToEntity.street | street | улица',
  home: 'addressToEntity.home | home | дом | house | building',
  apartment: 'addressToEntity.apartment | apartment | квартира | кв | офис | квартира офис | flat',
  latitude: 'addressToEntity.latitude | latitude | широта | lat',
  longitude: 'addressToEntity.longitude | longitude | долгота | lon | lng',
  fromAddress:
    'addressFrom | откуда | адрес откуда | откуда везти | адрес забора | pick up address | pickup address',
  fromPostindex: 'addressFromEntity.postindex | индекс откуда | from postcode',
  fromCity: 'addressFromEntity.city | город откуда | from city',
  fromStreet: 'addressFromEntity.street | улица откуда | from street',
  fromHome: 'addressFromEntity.home | дом откуда | from house | from home',
  fromApartment: 'addressFromEntity.apartment | квартира откуда | офис откуда | from apartment | from flat',
  fromLatitude: 'addressFromEntity.latitude | широта откуда | from latitude',
  fromLongitude: 'addressFromEntity.longitude | долгота откуда | from longitude',
  client:
    'clientId | клиент | id клиента | код клиента | покупатель | получатель | фио | имя клиента | client | client id | customer | recipient',
  firstname: 'client.firstname | firstname | имя | first name | name',
  lastname: 'client.lastname | lastname | фамилия | last name | surname',
  email: 'client.email | email | e-mail | почта | эл почта | электронная почта | mail',
  phone: 'phone | телефон | тел | телефон клиента | телефон получателя | mobile',
  courier: 'courierId | курьер | id курьера | код курьера | телефон курьера | courier | courier id | driver',
  supplier: 'supplierId | поставщик | id поставщика | supplier | supplier id',
  payment:
    'paymentId | оплата | тип оплаты | способ оплаты | тип платежа | вид оплаты | payment | payment type | payment method',
  amount:
    'amountToPay | сумма | сумма заказа | к оплате | сумма к оплате | итого | amount | sum | order total',
  prepayment: 'prePaymentSum | предоплата | сумма предоплаты | prepaid | prepayment',
  cash: 'cash | сдача с | купюра | наличные клиента | сдача с суммы | change from',
  paid: 'statusId | оплачен | оплачено | paid',
  agreed: 'isAgreed | согласован | согласовано | agreed | confirmed',
  description: 'description | комментарий | примечание | описание | описание заказа | comment | note | notes',
  good: 'товар | позиция | good | item | product',
  goodId: 'goods.goodId | goodId | id товара | код товара | good id | product id',
  article: 'goods.article | article | артикул | sku',
  goodTitle:
    'goods.title | название товара | наименование | наименование товара | номенклатура | title | good title | product name',
  count: 'goods.count | count | количество | кол во | кол-во | шт | quantity | qty',
  price: 'goods.price | price | цена | цена товара | unit price',
  discount: 'скидка | сумма скидки | discount',
  discountTotal: 'goods.discountTotal | discountTotal | скидка наценка | discount (−) surcharge (+)',
  tax: 'goods.taxId | taxId | налог | ндс | ставка ндс | налоговая ставка | tax | vat',
  warehouse:
    'goods.warehouses.warehouseId | warehouseId | склад | id склада | склад отгрузки | склады | warehouse | warehouses | warehouse id',
  unit: 'goods.unit | unit | единица | ед изм | единица измерения',
  weight: 'goods.weight | weight | вес | вес товара',
  goodDescription: 'goods.description | описание товара | комментарий к товару | good description',
  vedCode: 'goods.vedCode | vedCode | customs tariff code | код тн вэд | тн вэд | тнвэд',
  countryCode:
    'goods.countryCode | countryCode | country code | страна | код страны | страна происхождения | country',
  customDeclarationCode:
    'goods.customDeclarationCode | customDeclarationCode | гтд | номер гтд | таможенная декларация | customs declaration',
  markValue: 'goods.markValue | markValue | код маркировки | маркировка | marking code',
  markBinaryValue:
    'goods.markBinaryValue | markBinaryValue | decoded marking code | декодированный код маркировки',
};

/** Heads that are the id where nothing else is, and otherwise what people call the order. */
const NUMBER_HEADS = new Set([
  '',
  'номер',
  'номер заказа',
  'заказ',
  'number',
  'order',
  'order number',
  'n',
  'no',
]);

/** Letters and digits only, so that «Кол-во», «кол. во» and «КОЛ-ВО, шт.» meet; a unit after a comma does not count. */
export function headKey(head: string): string {
  const words = fold(head)
    .replace(/[,(]\s*(₽|руб\.?|р\.|rub|шт\.?|мин\.?|min|г|кг|kg|g|мск|msk)\s*\)?$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim();
}

const FIELD_OF = new Map<string, ImportField>(
  Object.entries(HEADS).flatMap(([field, heads]) =>
    heads.split('|').map((head) => [headKey(head), field as ImportField] as const),
  ),
);

const isNumberHead = (head: string) => {
  const key = headKey(head);
  return key === '' ? /[№#]/.test(head) : NUMBER_HEADS.has(key);
};

/**
 * Which field each column holds, by its head; null = not known, the column is left out. A field is taken by its first
 * column only. «№» is the order's id when no column is called so, else the number shown to the courier.
 */
export function matchColumns(heads: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const take = (field: ImportField | undefined): ImportField | null => {
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const matched = heads.map((head) => (isNumberHead(head) ? null : take(FIELD_OF.get(headKey(head)))));
  return matched.map((field, at) =>
    field === null && isNumberHead(heads[at] ?? '') ? (take('orderId') ?? take('codeAlias')) : field,
  );
}
