/** The columns of a declared list, with everything that depends on the titles of other lists. */
import { useMemo } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { AnyRecord, ColumnSpec } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import type { ExportCell, ExportTable } from '#src/domain/orderExport.ts';
import type { SearchParts } from '#src/domain/recordOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DeclaredList } from './declare.ts';
import type { DataColumn } from './DataTable.tsx';
import { recordCell } from './RecordCell.tsx';
import { exportCell } from './recordExport.ts';
import { recordName, referencedLists, useTitles } from './recordTitles.ts';
import type { ValueKind } from './recordValue.ts';
import { exportKeys, plainText, searchKeys, shownText, sortValue, valueKind } from './recordValue.ts';
import classes from './RecordCells.module.css';

export type RecordColumns = {
  columns: DataColumn<AnyRecord>[];
  /** What a record can be found by. */
  partsOf: (record: AnyRecord) => SearchParts;
  /** Records as a table for a file: all fields that can be read. */
  tableOf: (records: readonly AnyRecord[]) => ExportTable;
};

/** The same answer until titles of another list have come or the language is changed. */
export function useRecordColumns(list: DeclaredList): RecordColumns {
  const titles = useTitles(useMemo(() => referencedLists(list), [list]));
  const t = useWords(referencesWords);
  const words = useWords(recordsWords);
  const { locale } = useText();
  const { money } = useFormat();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    const format = { money, number: (value: number) => numbers.format(value) };
    const fields: Readonly<Record<string, string>> = words.lists[list.slug].fields;
    const short: Readonly<Record<string, string>> = words.columns;
    const labelOf = ({ key }: ColumnSpec, kind: ValueKind) =>
      kind.kind === 'id' ? t.table.number : (short[key] ?? fields[key] ?? key);
    const kindOf = (key: string) =>
      valueKind(list, list.columns.find((column) => column.key === key) ?? { key, width: 0 }, titles);

    // A client without a company is called by the person's name; what has no name at all by its number.
    const unnamed = (record: AnyRecord) => (
      <span className={classes.unnamed}>
        {recordName(list, record) || t.table.nameless(list.source.idOf(record))}
      </span>
    );
    const mainKey = list.columns.find(({ grow }) => grow)?.key ?? '';
    const isUnnamed = (record: AnyRecord) => plainText(valueAt(record, mainKey)) === '';
    const columns = list.columns.map((column): DataColumn<AnyRecord> => {
      const kind = valueKind(list, column, titles);
      const { key, width, grow } = column;
      const counted = kind.kind === 'money' || kind.kind === 'number';
      return {
        id: key,
        label: labelOf(column, kind),
        width,
        ...(grow && { grow }),
        ...(counted && { align: 'end' as const }),
        ...(kind.kind === 'picture' && { card: 'lead' as const }),
        ...(kind.kind === 'id' && { labelled: true }),
        ...(!grow && list.name.some((part) => part === key) && { saidByMain: isUnnamed }),
        cell: (record) =>
          recordCell(valueAt(record, key), kind, t.table, format) ?? (grow ? unnamed(record) : null),
        ...(kind.kind !== 'picture' && { sortBy: (record) => sortValue(valueAt(record, key), kind) }),
      };
    });

    const searched = searchKeys(list).map((key) => ({ key, kind: kindOf(key) }));
    const partsOf = (record: AnyRecord): SearchParts => ({
      texts: searched.map(({ key, kind }) => shownText(valueAt(record, key), kind)),
      phones: searched.flatMap(({ key, kind }) =>
        kind.kind === 'phone' ? shownText(valueAt(record, key), kind) : [],
      ),
    });

    const written = exportKeys(list).map((key) => ({ key, kind: kindOf(key) }));
    const gone = list.keepsDeleted ? [t.export.deleted] : [];
    const tableOf = (records: readonly AnyRecord[]): ExportTable => ({
      heads: [...written.map(({ key }) => fields[key] ?? key), ...gone],
      rows: records.map((record): ExportCell[] => [
        ...written.map(({ key, kind }) => exportCell(record, key, kind)),
        ...gone.map(() => (record['isActive'] === false ? t.export.yes : null)),
      ]),
    });
    return { columns, partsOf, tableOf };
  }, [list, titles, t, words, locale, money]);
}
