/** One row of the grid. Plain elements: thirty of them are drawn anew while one scrolls. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CellGrid.module.css';

/** What a row comes to. */
export type CellRowInfo = {
  /** For tests and styles: `good`, `wrong`, `created`… */
  state: string;
  /** The colour; the icon says the same without it. */
  tone: 'ok' | 'risk' | 'late' | null;
  icon: typeof IconCheck;
  words: string;
  /** The whole story, for the eye that rests on it. */
  title: string;
  /** What is wrong, by column. */
  wrong: ReadonlyMap<number, string>;
  /** Columns in which something will change. */
  changed?: ReadonlySet<number>;
};

type CellRowProps = {
  /** Stands before the ids of the cells. */
  id: string;
  row: number;
  rowIndex: number;
  /** As the spreadsheet numbers it. */
  fileRow: number;
  top: number;
  template: string;
  texts: readonly string[];
  labels: readonly (string | null)[];
  info: CellRowInfo;
  /** The column that the keyboard stands on; null = on another row. */
  active: number | null;
  editing: boolean;
  onPoint: (column: number) => void;
  onEdit: (() => void) | null;
  /** `text` null: it stays as it was. `down`: on to the next row. */
  onDone: (text: string | null, down: boolean) => void;
};

export function CellRow(props: CellRowProps) {
  const { id, row, rowIndex, fileRow, top, template, texts, labels, info, active, editing } = props;
  const t = useWords(exchangeWords).import;
  const Icon = info.icon;
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={rowIndex}
      data-row={fileRow}
      data-state={info.state}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <span role="rowheader" className={classes.number}>
        {fileRow}
      </span>
      <span role="gridcell" className={classes.state} data-tone={info.tone ?? undefined} title={info.title}>
        <Icon size={14} stroke={1.9} aria-hidden />
        <span className={classes.text}>{info.words}</span>
      </span>
      {labels.map((label, column) => {
        const words = label === null ? undefined : info.wrong.get(column);
        const value = texts[column] ?? '';
        const here = active === column;
        return (
          <span
            key={column}
            id={`${id}-${row}-${column}`}
            role="gridcell"
            className={classes.cell}
            data-ignored={label === null || undefined}
            data-wrong={words !== undefined || undefined}
            data-changed={info.changed?.has(column) || undefined}
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
                label={t.rows.edit(fileRow, label ?? t.columns.untitled(column + 1))}
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

type CellInputProps = { label: string; value: string; onDone: CellRowProps['onDone'] };

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
      // Escape leaves the cell, not the dialog that the grid may stand in.
      data-mantine-stop-propagation="true"
      aria-label={label}
      defaultValue={value}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => done(event.currentTarget.value.trim(), false)}
      onKeyDown={press}
    />
  );
}
