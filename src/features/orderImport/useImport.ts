/** The import as it stands: the table, which column is what, and how it is kept. */
import { useCallback, useEffect, useState } from 'react';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { matchColumns } from '#src/domain/orderImportFields.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { withCell } from '#src/domain/orderImportTable.ts';
import type { Loaded } from './keptTable.ts';
import { forgetTable, keepTable, keptTable } from './keptTable.ts';

/** A pause in typing and mending, after which the table is kept. */
const KEEP_AFTER_MS = 400;

export function useImport(login: string) {
  const [loaded, setLoaded] = useState(() => keptTable(login));
  const [restored, setRestored] = useState(loaded !== null);
  /** Null while it is not known. */
  const [kept, setKept] = useState<boolean | null>(null);

  useEffect(() => {
    if (!loaded) return;
    const keep = () => setKept(keepTable(login, loaded));
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [login, loaded]);

  const open = useCallback((name: string, table: ImportTable) => {
    setRestored(false);
    setKept(null);
    setLoaded({ name, table, columns: matchColumns(table.heads) });
  }, []);
  const close = useCallback(() => {
    forgetTable(login);
    setRestored(false);
    setLoaded(null);
  }, [login]);
  const changeCell = useCallback(
    (row: number, column: number, text: string) =>
      setLoaded((held) => held && { ...held, table: withCell(held.table, row, column, text) }),
    [],
  );
  const changeColumn = useCallback(
    (column: number, field: ImportField | null) =>
      setLoaded((held) => held && withColumn(held, column, field)),
    [],
  );
  return { loaded, restored, kept, open, close, changeCell, changeColumn };
}

/** A field is held by one column: whichever had it gives it up. */
function withColumn(held: Loaded, column: number, field: ImportField | null): Loaded {
  const columns = held.columns.map((known, index) =>
    index === column ? field : known === field ? null : known,
  );
  return { ...held, columns };
}
