/** A value of a record as a cell of a file: what can be read and pasted back. */
import type { AnyRecord } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import type { ExportCell } from '#src/domain/orderExport.ts';
import { formatPhone } from '#src/lib/phone.ts';
import type { ValueKind } from './recordValue.ts';
import { plainText, stockOf } from './recordValue.ts';

/** Money in roubles, days as ISO, titles instead of ids (an id that has none as it is), stock as «склад: 5; склад: 2». */
export function exportCell(record: AnyRecord, key: string, kind: ValueKind): ExportCell {
  const value = valueAt(record, key);
  switch (kind.kind) {
    case 'money':
      return typeof value === 'number' ? value / 100 : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'reference': {
      const id = plainText(value);
      return kind.titles.titles.get(id)?.title || id || null;
    }
    case 'stock':
      return (
        stockOf(value)
          .map(({ warehouseId, count }) => {
            const title = kind.titles.titles.get(warehouseId)?.title || warehouseId;
            return count === null ? title : `${title}: ${count}`;
          })
          .join('; ') || null
      );
    case 'point': {
      const longitude = valueAt(record, 'longitude');
      return typeof value === 'number' && typeof longitude === 'number' ? `${value}, ${longitude}` : null;
    }
    case 'phone':
      // Without the plus: a spreadsheet would take it for the beginning of a formula.
      return formatPhone(plainText(value)).replace(/^\+/, '') || null;
    default:
      return plainText(value) || null;
  }
}
