/** Which column is what: known by its head, changed in a list. Folded away while all is well. */
import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import type { ImportColumns } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { IMPORT_FIELDS } from '#src/domain/orderImportFields.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { Loaded } from './keptTable.ts';
import classes from './ColumnsStep.module.css';

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
  loaded: Loaded;
  disabled: boolean;
  onChange: (column: number, field: ImportField | null) => void;
};

export function ColumnsStep({ loaded, disabled, onChange }: ColumnsStepProps) {
  const t = useWords(exchangeWords).import;
  const { table, columns } = loaded;
  const nameOf = (column: number) => table.heads[column] || t.columns.untitled(column + 1);
  const ignored = columns.flatMap((field, column) => (field === null ? [nameOf(column)] : []));
  const missing = missingFields(columns).map((field) =>
    field === 'windowField' || field === 'addressField' ? t.columns[field] : t.fields[field],
  );
  const choices = [
    { value: '', label: t.columns.none },
    ...IMPORT_FIELDS.map((field) => ({ value: field, label: t.fields[field] })),
  ];
  const sample = (column: number) => table.rows.find((row) => row[column] !== '')?.[column] ?? '';
  return (
    <details className={classes.columns} open={missing.length > 0 || undefined}>
      <summary>
        <IconChevronRight size={15} stroke={1.9} aria-hidden />
        <h3>{t.steps.columns}</h3>
        {missing.length > 0 && (
          <span className={classes.missing} role="status">
            <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
            {t.columns.missing(missing.join(', '))}
          </span>
        )}
        {ignored.length > 0 && (
          <span className={classes.ignored}>{t.columns.ignored(ignored.join(', '))}</span>
        )}
      </summary>
      <p className={classes.lead}>{t.columns.lead}</p>
      <ul className={classes.columnList}>
        {columns.map((field, column) => (
          <li key={column} data-ignored={field === null || undefined}>
            <span className={classes.columnName} title={nameOf(column)}>
              {nameOf(column)}
            </span>
            <span className={classes.sample} title={sample(column)}>
              {sample(column)}
            </span>
            <NativeSelect
              aria-label={`${t.columns.column} «${nameOf(column)}»: ${t.columns.field}`}
              size="xs"
              data={choices}
              value={field ?? ''}
              disabled={disabled}
              onChange={(event) =>
                onChange(column, (event.currentTarget.value || null) as ImportField | null)
              }
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
