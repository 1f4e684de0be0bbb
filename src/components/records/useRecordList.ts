/** A declared list as it is asked for by the address: searched, sorted, with or without its deleted records. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { AnyRecord } from '#src/domain/declaration.ts';
import { recordIndex, searchRecords, sortRecords } from '#src/domain/recordOrder.ts';
import { useText } from '#src/locales/language.tsx';
import type { DeclaredList } from './declare.ts';
import type { TableSort } from './DataTable.tsx';
import { useListAddress } from './useListAddress.ts';
import { useRecordColumns } from './useRecordColumns.tsx';

const NONE: readonly AnyRecord[] = [];
const isDeleted = (record: AnyRecord) => record['isActive'] === false;

export function useRecordList(list: DeclaredList) {
  const client = useQueryClient();
  // Whoever comes back to a list sees what was changed elsewhere meanwhile.
  const query = useQuery({
    ...list.source.list(client),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const { columns, partsOf, tableOf } = useRecordColumns(list);
  const address = useListAddress(useMemo(() => list.columns.map(({ key }) => key), [list]));
  const { locale } = useText();
  const all = query.data?.records ?? NONE;

  const own = useMemo<TableSort | null>(
    () => (list.sort ? { column: list.sort, down: false } : null),
    [list],
  );
  const sort = address.sort ?? own;
  // Ordered before it is searched: a letter typed does not sort anew.
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === sort?.column)?.sortBy;
    return by ? sortRecords(all, by, sort?.down ?? false, locale) : all;
  }, [all, columns, sort, locale]);
  const q = useDeferredValue(address.q).trim();
  const asked = q !== '';
  const index = useMemo(() => (asked ? recordIndex(sorted, partsOf) : null), [asked, sorted, partsOf]);
  const found = useMemo(() => (index ? searchRecords(index, q) : sorted), [index, q, sorted]);
  const rows = useMemo(
    () => (list.keepsDeleted && !address.deleted ? found.filter((one) => !isDeleted(one)) : found),
    [list, found, address.deleted],
  );
  const deleted = useMemo(() => (list.keepsDeleted ? all.filter(isDeleted).length : 0), [list, all]);

  return {
    query,
    columns,
    tableOf,
    address,
    sort,
    rows,
    /** How many there would be without the search. */
    total: address.deleted ? all.length : all.length - deleted,
    deleted,
    /** Deleted ones that the search would find, were they shown. */
    foundDeleted: found.length - rows.length,
    /** What is shown is still that of former letters. */
    q,
    view: `${q} ${sort?.column ?? ''} ${String(sort?.down)} ${String(address.deleted)}`,
    muted: isDeleted,
  };
}
