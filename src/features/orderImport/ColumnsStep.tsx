/** Which column of the imported table is what, and what no order can be made without. */
import { ColumnChoice } from '#src/components/exchange/ColumnChoice.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import type { ImportColumns } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { IMPORT_FIELDS } from '#src/domain/orderImportFields.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';

type Missing = 'orderId' | 'windowField' | 'addressField' | 'payment';

/** What no order can be made without, and no column holds. */
function missingFields(columns: ImportColumns): Missing[] {
  const has = (...fields: ImportField[]) => fields.some((field) => columns.includes(field));
  const missing: Missing[] = [];
  if (!has('orderId')) missing.push('orderId');
  if (!has('window') && !(has('from') && has('to'))) missing.push('windowField');
  if (!has('address') && !(has('city') && has('street') && has('home'))) missing.push('addressField');
  if (!has('payment')) missing.push('payment');
  return missing;
}

type ColumnsStepProps = {
  loaded: Loaded<ImportField>;
  disabled: boolean;
  onChange: (column: number, field: ImportField | null) => void;
};

export function ColumnsStep({ loaded, disabled, onChange }: ColumnsStepProps) {
  const t = useWords(exchangeWords).import;
  const missing = missingFields(loaded.columns).map((field) =>
    field === 'windowField' || field === 'addressField' ? t.columns[field] : t.fields[field],
  );
  return (
    <ColumnChoice
      loaded={loaded}
      fields={IMPORT_FIELDS}
      labelOf={(field) => t.fields[field]}
      missing={missing}
      disabled={disabled}
      onChange={onChange}
    />
  );
}
