/** What a value of a record is by its declaration, and how it is written, ordered, found and exported. */
import type { ColumnSpec } from '#src/domain/declaration.ts';
import type { SortValue } from '#src/domain/recordOrder.ts';
import type { DeclaredList } from './declare.ts';
import type { TitleList, Titles } from './recordTitles.ts';

/** Of a column or a field; `plain` text of any other kind. */
export type ValueKind =
  | {
      kind:
        | 'id'
        | 'picture'
        | 'mark'
        | 'money'
        | 'number'
        | 'day'
        | 'point'
        | 'phone'
        | 'email'
        | 'url'
        | 'plain';
    }
  | { kind: 'reference' | 'stock'; titles: TitleList };

const NO_TITLES: TitleList = { titles: new Map(), whole: false };
const LINKS = new Set(['phone', 'email', 'url']);

/** The kind of what stands at `key`. */
export function valueKind(list: DeclaredList, { key, picture, mark }: ColumnSpec, titles: Titles): ValueKind {
  if (picture) return { kind: 'picture' };
  if (mark) return { kind: 'mark' };
  if (key === list.source.idKey && list.can.create) return { kind: 'id' };
  const field = list.fields.find((one) => one.key === key);
  if (!field) return { kind: 'plain' };
  const { kind, from, check } = field;
  if (kind === 'reference' || kind === 'stock')
    return { kind, titles: (from && titles.get(from)) ?? NO_TITLES };
  if (kind === 'text')
    return { kind: check && LINKS.has(check) ? (check as 'phone' | 'email' | 'url') : 'plain' };
  return { kind };
}

/** Goods in one warehouse, as the contract reads them. */
export type Stock = { warehouseId: string; count: number | null };

export const stockOf = (value: unknown): readonly Stock[] =>
  Array.isArray(value) ? (value as readonly Stock[]) : [];
export const stockTotal = (stock: readonly Stock[]): number =>
  stock.reduce((sum, { count }) => sum + (count ?? 0), 0);

/** Text of a value that is a text or a number, '' of anything else. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `1986-01-14` → «14.01.1986»; anything else as it came. */
export function dayText(value: unknown): string {
  const text = plainText(value);
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year === undefined ? text : `${day}.${month}.${year}`;
}

/** By what a column orders the records. Ids that are whole numbers go as numbers. */
export function sortValue(value: unknown, kind: ValueKind): SortValue {
  switch (kind.kind) {
    case 'money':
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'reference': {
      const id = plainText(value);
      return kind.titles.titles.get(id)?.title ?? id;
    }
    case 'stock': {
      const stock = stockOf(value);
      return stock.length === 0 ? null : stockTotal(stock);
    }
    case 'picture':
      return null;
    default:
      return plainText(value);
  }
}

/** What is shown of it, as a text that can be searched. */
export function shownText(value: unknown, kind: ValueKind): string {
  switch (kind.kind) {
    case 'money':
      // With a comma as it stands in the table, with a point as it stands in many files.
      return typeof value === 'number'
        ? `${(value / 100).toFixed(2)} ${(value / 100).toFixed(2).replace('.', ',')}`
        : '';
    case 'reference': {
      const id = plainText(value);
      return kind.titles.titles.get(id)?.title ?? id;
    }
    case 'day':
      return dayText(value);
    case 'stock':
      return stockOf(value)
        .map(({ warehouseId }) => kind.titles.titles.get(warehouseId)?.title ?? '')
        .join(' ');
    case 'picture':
    case 'url':
    case 'point':
      return '';
    default:
      return plainText(value);
  }
}

/** Everything of a record that a search may hit: its own number, its fields, titles of what it points at. */
export const searchKeys = (list: DeclaredList): string[] => [
  ...new Set([
    list.source.idKey,
    ...list.columns.map(({ key }) => key),
    ...list.fields.filter(({ secret }) => !secret).map(({ key }) => key),
  ]),
];

/** The columns of a file: all fields that can be read, or the columns of a list without fields. */
export const exportKeys = (list: DeclaredList): string[] => {
  const fields = list.fields.filter((field) => !field.secret).map(({ key }) => key);
  return fields.length > 0 ? fields : list.columns.map(({ key }) => key);
};
