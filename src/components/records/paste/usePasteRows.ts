/** The rows of a pasted table, each with what it comes to; those that did not change are not read again. */
import { useMemo } from 'react';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import type { PasteRow, PasteTarget } from '#src/domain/recordPaste.ts';
import { checkPaste, pasteReader } from '#src/domain/recordPaste.ts';

const NO_ROWS: readonly PasteRow[] = [];

/** No rows while there is no table, or nothing to check it against. */
export function usePasteRows(loaded: Loaded<string> | null, target: PasteTarget | null): readonly PasteRow[] {
  const columns = loaded?.columns;
  const table = loaded?.table;
  const reader = useMemo(() => (columns && target ? pasteReader(columns, target) : null), [columns, target]);
  return useMemo(
    () => (table && reader && target ? checkPaste(table, reader, target) : NO_ROWS),
    [table, reader, target],
  );
}
