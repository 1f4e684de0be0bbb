/** What is odd in the reference lists: records that could not be read, and values that a form would not let through. */
import type { Warehouse } from '#src/contracts/ireca/catalogue.ts';
import type { SetAside } from '#src/contracts/records.ts';
import type { Finding, QualityKind } from '#src/domain/dataQuality.ts';
import { finding } from '#src/domain/dataQuality.ts';
import type { AnyRecord, FieldSpec, ListSlug } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import { checkRecord } from '#src/domain/recordCheck.ts';
import type { FieldError } from '#src/domain/recordDraft.ts';
import { draftOf } from '#src/domain/recordDraft.ts';
import { warehouseRow } from '#src/domain/warehouseRow.ts';

/** A list as it was read. */
export type ReadList = {
  slug: ListSlug;
  fields: readonly FieldSpec[];
  records: readonly AnyRecord[];
  setAside: readonly SetAside[];
  idOf: (record: AnyRecord) => string;
  nameOf: (record: AnyRecord) => string;
};

/** Of a form's errors those that are odd in a record that exists: what is merely empty is iRECA's own way. */
const KINDS: Partial<Record<FieldError, QualityKind>> = {
  innLength: 'wrongInn',
  innDigits: 'wrongInn',
  phoneShape: 'wrongContact',
  emailShape: 'wrongContact',
  urlShape: 'wrongValue',
  dayShape: 'wrongValue',
  dayFuture: 'wrongValue',
  negative: 'wrongValue',
  notPositive: 'wrongValue',
  stockTwice: 'wrongValue',
  stockCount: 'wrongValue',
  unknownReference: 'unknownReference',
};

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/**
 * @param today `2026-11-21`, in the configured zone.
 * @param known whether a list has this id; null = that list is not known whole.
 */
export function oddRecords(
  list: ReadList,
  today: string,
  known: (list: ListSlug, id: string) => boolean | null,
): Finding[] {
  const { slug, fields, records, setAside, idOf, nameOf } = list;
  const found = setAside.map(({ id, path, reason }) =>
    finding({
      kind: 'recordSetAside',
      subject: { what: 'record', list: slug, id: id ?? '', name: '' },
      value: path ? `${path}: ${reason}` : reason,
      over: false,
    }),
  );
  const context = { idKey: '', today, exists: true, known };
  for (const record of records) {
    const errors = Object.entries(checkRecord(fields, draftOf(fields, record), context));
    for (const [key, error] of errors) {
      const kind = error && KINDS[error];
      if (!error || !kind) continue;
      found.push(
        finding({
          kind,
          subject: { what: 'record', list: slug, id: idOf(record), name: nameOf(record) },
          value: asText(valueAt(record, key)),
          field: { key, error },
          over: record['isActive'] === false,
        }),
      );
    }
  }
  return found;
}

/** Warehouses that stand nowhere on the map, or of which nobody knows the address. */
export function oddWarehouses(warehouses: readonly Warehouse[]): Finding[] {
  return warehouses.flatMap((warehouse) => {
    const { id, title, address, point, deleted } = warehouseRow(warehouse);
    const of = (kind: QualityKind, value: string) =>
      finding({
        kind,
        subject: { what: 'record', list: 'warehouses', id, name: title },
        value,
        over: deleted,
      });
    return [
      ...(point === null ? [of('warehouseNoPoint', address)] : []),
      ...(address === '' ? [of('warehouseNoAddress', '')] : []),
    ];
  });
}
