/** A table from outside as it stands: its cells, which column is what, and how it is kept. */
import { useCallback, useEffect, useState } from 'react';
import { withCell } from '#src/domain/orderImportTable.ts';
import type { KeptPlace, Loaded } from './keptTable.ts';
import { forgetTable, keepTable, keptTable } from './keptTable.ts';

/** A pause in typing and mending, after which the table is kept. */
const KEEP_AFTER_MS = 400;

/** @param place read once: another table needs another `key` of the component. */
export function useTableWork<Field extends string>(place: KeptPlace<Field>) {
  const { key } = place;
  const [loaded, setLoaded] = useState(() => keptTable(place));
  const [restored, setRestored] = useState(loaded !== null);
  /** Null while it is not known. */
  const [kept, setKept] = useState<boolean | null>(null);

  useEffect(() => {
    if (!loaded) return;
    const keep = () => setKept(keepTable(key, loaded));
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [key, loaded]);

  const open = useCallback((fresh: Loaded<Field>) => {
    setRestored(false);
    setKept(null);
    setLoaded(fresh);
  }, []);
  const close = useCallback(() => {
    forgetTable(key);
    setRestored(false);
    setLoaded(null);
  }, [key]);
  const changeTable = useCallback(
    (change: (held: Loaded<Field>) => Loaded<Field>) => setLoaded((held) => held && change(held)),
    [],
  );
  const changeCell = useCallback(
    (row: number, column: number, text: string) =>
      changeTable((held) => ({ ...held, table: withCell(held.table, row, column, text) })),
    [changeTable],
  );
  const changeColumn = useCallback(
    (column: number, field: Field | null) => changeTable((held) => withColumn(held, column, field)),
    [changeTable],
  );
  return { loaded, restored, kept, open, close, changeTable, changeCell, changeColumn };
}

/** A field is held by one column: whichever had it gives it up. */
function withColumn<Field extends string>(
  held: Loaded<Field>,
  column: number,
  field: Field | null,
): Loaded<Field> {
  const columns = held.columns.map((known, index) =>
    index === column ? field : known === field ? null : known,
  );
  return { ...held, columns };
}
