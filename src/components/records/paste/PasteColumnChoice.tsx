/** Which column of the pasted table is what, whether its first row names them, and what no new record can be made without. */
import { Switch } from '@mantine/core';
import { ColumnChoice } from '#src/components/exchange/ColumnChoice.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { withHeads, withoutHeads } from '#src/domain/orderImportTable.ts';
import type { PasteRow } from '#src/domain/recordPaste.ts';
import { pasteFields } from '#src/domain/recordPasteHeads.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordPasteWords } from '#src/locales/recordPasteWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from '../declare.ts';

type PasteColumnChoiceProps = {
  list: DeclaredList;
  loaded: Loaded<string>;
  rows: readonly PasteRow[];
  disabled: boolean;
  onColumn: (column: number, key: string | null) => void;
  /** The first row became heads, or ceased to be. */
  onTable: (table: ImportTable) => void;
};

export function PasteColumnChoice({
  list,
  loaded,
  rows,
  disabled,
  onColumn,
  onTable,
}: PasteColumnChoiceProps) {
  const t = useWords(recordPasteWords);
  const labels: Readonly<Record<string, string>> = useWords(recordsWords).lists[list.slug].fields;
  const { table, columns } = loaded;
  const fields = pasteFields(list.fields);
  const labelOf = (key: string) => labels[key] ?? key;
  const hasHeads = table.heads.some((head) => head !== '');
  // Known records may be changed without them. A number is given on request, so its column may be missing.
  const required = new Set(
    rows.flatMap(({ errors }) => errors.flatMap(({ key, problem }) => (problem === 'required' ? key : []))),
  );
  const missing = fields
    .filter(({ key }) => required.has(key) && key !== list.source.idKey && !columns.includes(key))
    .map(({ key }) => labelOf(key));
  return (
    <ColumnChoice
      loaded={loaded}
      fields={fields.map(({ key }) => key)}
      labelOf={labelOf}
      missing={missing}
      disabled={disabled}
      onChange={onColumn}
    >
      <Switch
        size="xs"
        label={t.heads}
        checked={hasHeads}
        disabled={disabled || (!hasHeads && table.rows.length < 2)}
        onChange={() =>
          onTable(hasHeads ? withoutHeads(table.heads, table.rows, table.firstRow) : withHeads(table))
        }
      />
    </ColumnChoice>
  );
}
