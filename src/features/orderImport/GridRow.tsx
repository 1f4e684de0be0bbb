/** One row of the grid. Plain elements: thirty of them are drawn anew while one scrolls. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { ImportColumns } from '#src/domain/orderImport.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { RowState } from './gridRows.ts';
import { outcomeReason, problemWords, rowProblems } from './importWords.ts';
import { RowStateLabel } from './RowStateLabel.tsx';
import classes from './RowsGrid.module.css';

type GridRowProps = {
  /** Stands before the ids of the cells. */
  id: string;
  row: number;
  rowIndex: number;
  /** As the spreadsheet numbers it. */
  fileRow: number;
  top: number;
  template: string;
  texts: readonly string[];
  columns: ImportColumns;
  state: RowState;
  /** The column that the keyboard stands on; null = on another row. */
  active: number | null;
  editing: boolean;
  onPoint: (column: number) => void;
  onEdit: (() => void) | null;
  /** `text` null: it stays as it was. `down`: on to the next row. */
  onDone: (text: string | null, down: boolean) => void;
};

export function GridRow(props: GridRowProps) {
  const { id, row, rowIndex, fileRow, top, template, texts, columns, state, active, editing } = props;
  const text = useText();
  const t = useWords(exchangeWords).import;
  const errors = state.kind === 'wrong' ? state.errors : [];
  const title =
    state.kind === 'wrong'
      ? rowProblems(errors, columns, t, text.locale)
      : state.kind === 'outcome'
        ? outcomeReason(state.outcome, t, text)
        : '';
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={rowIndex}
      data-row={fileRow}
      data-state={state.kind === 'outcome' ? state.outcome.state : state.kind}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <span role="rowheader" className={classes.number}>
        {fileRow}
      </span>
      <span role="gridcell" className={classes.state} title={title}>
        <RowStateLabel state={state} reason={title} />
      </span>
      {columns.map((field, column) => {
        const error = field === null ? undefined : errors.find((one) => one.field === field);
        const words = error && problemWords(error, t, text.locale);
        const value = texts[column] ?? '';
        const here = active === column;
        return (
          <span
            key={column}
            id={`${id}-${row}-${column}`}
            role="gridcell"
            className={classes.cell}
            data-ignored={field === null || undefined}
            data-wrong={words !== undefined || undefined}
            data-active={here || undefined}
            aria-selected={here}
            aria-invalid={words !== undefined || undefined}
            title={words ?? value}
            onPointerDown={() => {
              if (!(here && editing)) props.onPoint(column);
            }}
            onDoubleClick={() => props.onEdit?.()}
          >
            {here && editing ? (
              <CellInput
                label={t.rows.edit(fileRow, field ? t.fields[field] : t.columns.untitled(column + 1))}
                value={value}
                onDone={props.onDone}
              />
            ) : (
              <>
                {words !== undefined && <IconAlertTriangle size={14} stroke={1.9} aria-hidden />}
                <span className={classes.text}>{value}</span>
                {words !== undefined && <span className={classes.hidden}>{`, ${words}`}</span>}
              </>
            )}
          </span>
        );
      })}
    </div>
  );
}

type CellInputProps = { label: string; value: string; onDone: GridRowProps['onDone'] };

function CellInput({ label, value, onDone }: CellInputProps) {
  const settled = useRef(false);
  const done = (text: string | null, down: boolean) => {
    if (settled.current) return;
    settled.current = true;
    onDone(text, down);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === 'Enter') done(event.currentTarget.value.trim(), true);
    else if (event.key === 'Escape') done(null, false);
    else if (event.key === 'Tab') done(event.currentTarget.value.trim(), false);
    else return;
    event.preventDefault();
  };
  return (
    <input
      className={classes.input}
      aria-label={label}
      defaultValue={value}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => done(event.currentTarget.value.trim(), false)}
      onKeyDown={press}
    />
  );
}
