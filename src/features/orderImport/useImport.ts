/** The import as it stands: the table, which column is what, and how it is kept. */
import { useCallback } from 'react';
import type { KeptPlace } from '#src/components/exchange/keptTable.ts';
import { useTableWork } from '#src/components/exchange/useTableWork.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { IMPORT_FIELDS, matchColumns } from '#src/domain/orderImportFields.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';

const FIELDS: KeptPlace<ImportField>['fields'] = new Set(IMPORT_FIELDS);

export function useImport(login: string) {
  const work = useTableWork<ImportField>({ key: `pult.import.${login}`, fields: FIELDS });
  const put = work.open;
  const open = useCallback(
    (name: string, table: ImportTable) => put({ name, table, columns: matchColumns(table.heads) }),
    [put],
  );
  return { ...work, open };
}
