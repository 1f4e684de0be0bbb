/** Which column is what: known by its head, changed in a list. Folded away while all is well. */
import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { Loaded } from './keptTable.ts';
import classes from './ColumnChoice.module.css';

type ColumnChoiceProps<Field extends string> = {
  loaded: Loaded<Field>;
  /** What a column may hold, in the order of the list. */
  fields: readonly Field[];
  labelOf: (field: Field) => string;
  /** What is needed, and no column holds, in words. */
  missing: readonly string[];
  disabled: boolean;
  onChange: (column: number, field: Field | null) => void;
  /** Beside the lead: how the heads are to be read. */
  children?: ReactNode;
};

export function ColumnChoice<Field extends string>(props: ColumnChoiceProps<Field>) {
  const { loaded, fields, labelOf, missing, disabled, onChange, children } = props;
  const t = useWords(exchangeWords).import;
  const { table, columns } = loaded;
  const nameOf = (column: number) => table.heads[column] || t.columns.untitled(column + 1);
  const ignored = columns.flatMap((field, column) => (field === null ? [nameOf(column)] : []));
  const choices = [
    { value: '', label: t.columns.none },
    ...fields.map((field) => ({ value: field as string, label: labelOf(field) })),
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
      <div className={classes.lead}>
        <span>{t.columns.lead}</span>
        {children}
      </div>
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
              onChange={(event) => onChange(column, (event.currentTarget.value || null) as Field | null)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
