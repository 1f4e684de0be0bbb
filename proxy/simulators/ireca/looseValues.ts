/** Reads what clients send to iRECA: ids, flags, numbers and times in any of the forms that its text shows. */
import { refusal } from '../control/refusal.ts';
import { fromGmt } from '../gmt.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';

/** null, "" and {} all mean "nothing" (iRECA API text: `"returnReasonId": {}`, `"courierId": ""`). */
export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** Refuses, naming the field, when a required one is missing or empty. */
export function requireFields(row: Row, fields: readonly string[]): void {
  const missing = fields.find((field) => isNothing(row[field]));
  if (missing) throw refusal(`Необходимо заполнить «${missing}».`);
}

/** Refuses, naming the field, when one that may be null is not sent at all. */
export function requireNamed(row: Row, fields: readonly string[]): void {
  const missing = fields.find((field) => row[field] === undefined);
  if (missing) throw refusal(`Необходимо заполнить «${missing}».`);
}

export const readId = (value: unknown): string | null => (isNothing(value) ? null : String(value));

export const readText = (value: unknown): string => (isNothing(value) ? '' : String(value));

export const readFlag = (value: unknown): number =>
  value === true || value === 1 || value === '1' || value === 'true' ? 1 : 0;

/** A number or its text. Refuses anything else, naming the field. */
export function readNumber(value: unknown, field: string): number {
  const number = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw refusal(`Значение «${field}» должно быть числом.`);
}

/** A GMT time → epoch ms. Refuses anything else, naming the field. */
export function readTime(value: unknown, field: string): number {
  const ms = fromGmt(value);
  if (ms === null) throw refusal(`Неверный формат значения «${field}».`);
  return ms;
}

/** A coordinate, 0 when not known or not a number. */
export const readCoordinate = (value: unknown): number => {
  const number = Number(isNothing(value) ? 0 : value);
  return Number.isFinite(number) ? number : 0;
};

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a body that must be an array of objects. */
export function readRows(body: unknown): Row[] {
  if (!Array.isArray(body) || body.length === 0 || !body.every(isRow)) {
    throw refusal('Тело запроса должно быть массивом объектов.');
  }
  return body;
}

/** What a row of a list is called when it is missed, by the list's path, and the field that names it. */
const CALLED: Readonly<Record<string, (field: string, id: string) => string>> = {
  goods: (field, id) => `Товар с ${field} «${id}» не существует.`,
  taxes: (field, id) => `Налоговая ставка с ${field} «${id}» не существует.`,
  warehouses: (field, id) => `Склад с ${field} «${id}» не существует.`,
  specificities: (field, id) => `Характеристика с ${field} «${id}» не существует.`,
  clients: (field, id) => `Клиент с ${field} «${id}» не существует.`,
  suppliers: (field, id) => `Поставщик с ${field} «${id}» не существует.`,
  paymentTypes: (field, id) => `Тип платежа с ${field} «${id}» не существует.`,
  couriers: (_field, id) => `Курьер «${id}» не существует.`,
  orderReturnReasons: (_field, id) => `Причина отмены «${id}» не существует.`,
};

/** The row of a list that an order names; undefined where it names none. Refuses one that does not exist. */
export function namedRow({ lists }: World, path: string, field: string, id: string | null): Row | undefined {
  if (id === null) return undefined;
  const row = lists.rows(path).get(id);
  if (!row) throw refusal(CALLED[path]?.(field, id) ?? 'Модель не существует');
  return row;
}
