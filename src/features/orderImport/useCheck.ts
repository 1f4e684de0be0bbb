/** Checks the rows in slices, so that ten thousand of them do not hold up the screen. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import type { ImportCheck, ImportReader } from '#src/domain/orderImport.ts';
import { checkImport, importReader } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import type { ImportReferences } from '#src/domain/orderImportReferences.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';

const SLICE_MS = 12;

/** Reads rows until all have been read, pausing for the screen. `false` = it was called off. */
async function readAll(
  reader: ImportReader,
  table: ImportTable,
  progress: (done: number) => void,
  wanted: () => boolean,
): Promise<boolean> {
  let since = performance.now();
  for (const [index, row] of table.rows.entries()) {
    reader.read(row);
    if (performance.now() - since < SLICE_MS) continue;
    progress(index + 1);
    await new Promise((resume) => setTimeout(resume));
    if (!wanted()) return false;
    since = performance.now();
  }
  return wanted();
}

/** Ids of this table that iRECA has; the same set until they change, however often the feed does. */
function useExisting(reader: ImportReader | null, table: ImportTable | undefined): ReadonlySet<string> {
  const records = useOrdersFeed(useQueryClient()).data?.records;
  const ids = useMemo(
    () => (reader && table ? new Set(table.rows.map((row) => reader.cellOf(row)('orderId'))) : null),
    [reader, table],
  );
  const found = useMemo(
    () => [...(ids ?? [])].filter((id) => id !== '' && records?.has(`ireca:${id}`)).join(' '),
    [ids, records],
  );
  return useMemo(() => new Set(found === '' ? [] : found.split(' ')), [found]);
}

export type Checked = { table: ImportTable; check: ImportCheck };

/**
 * `checked` stays the last one while a changed table is being read; null before the first.
 * `done`: rows read so far, null when nothing is under way.
 */
export function useCheck(loaded: Loaded<ImportField> | null, references: ImportReferences | null) {
  const { timeZone } = useAppConfig();
  const columns = loaded?.columns;
  const table = loaded?.table;
  const reader = useMemo(
    () => (columns && references ? importReader(columns, references, timeZone) : null),
    [columns, references, timeZone],
  );
  const existing = useExisting(reader, table);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [done, setDone] = useState<number | null>(null);

  useEffect(() => {
    if (!reader || !table) return;
    let wanted = true;
    void readAll(reader, table, setDone, () => wanted).then((whole) => {
      if (!whole) return;
      setDone(null);
      setChecked({ table, check: checkImport(table, reader, existing) });
    });
    return () => {
      wanted = false;
    };
  }, [reader, table, existing]);

  // What was found in another table says nothing of this one.
  return { checked: table && checked && sameShape(checked.table, table) ? checked : null, done };
}

const sameShape = (a: ImportTable, b: ImportTable) => a.heads === b.heads && a.rows.length === b.rows.length;
