/** One page of a journal as a table whose rows are as high as their words; where room is short, rows become cards. */
import type { ReactNode } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useRowKeys } from '#src/components/records/useRowKeys.ts';
import classes from './JournalTable.module.css';

export type JournalColumn<Row> = {
  id: string;
  label: string;
  /** Of the column, as CSS has it; without it the column takes what is left. */
  width?: string;
  align?: 'end';
  /** Null where there is nothing. Links and buttons in it: `tabIndex={-1}`, → and ← walk through them. */
  cell: (row: Row) => ReactNode;
  /** In a card: `main` the whole first line · `fact` (usual) among the others, with the label before it. */
  card?: 'main' | 'plain' | 'fact';
};

type JournalTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string;
  rows: readonly Row[];
  /** The place of the first row in the whole journal, from 0. */
  first: number;
  /** How many rows the whole journal has. */
  total: number;
  columns: readonly JournalColumn<Row>[];
  idOf: (row: Row) => string;
};

/** Rows that PageUp and PageDown pass. */
const STRIDE = 10;

export function JournalTable<Row>({ label, rows, first, total, columns, idOf }: JournalTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const ids = useMemo(() => rows.map(idOf), [rows, idOf]);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const held = active !== null && places.has(active) ? active : (ids[0] ?? '');
  const { onKeyDown, onClick } = useRowKeys({
    ids,
    places,
    held,
    openId: null,
    setActive,
    body,
    page: () => STRIDE,
    reveal: (index) => body.current?.rows[index]?.scrollIntoView({ block: 'nearest' }),
    onOpen: undefined,
    onRemove: undefined,
  });
  return (
    <table role="grid" className={classes.table} aria-label={label} aria-rowcount={total + 1}>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead role="rowgroup" className={classes.head}>
        <tr role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup" onKeyDown={onKeyDown} onClick={onClick}>
        {rows.map((row, index) => {
          const id = ids[index] ?? '';
          return (
            <tr
              key={id}
              role="row"
              className={classes.row}
              tabIndex={id === held ? 0 : -1}
              data-id={id}
              aria-rowindex={first + index + 2}
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: JournalColumn<Row>; row: Row }) {
  const content = column.cell(row);
  const card = column.card ?? 'fact';
  return (
    <td
      role="gridcell"
      data-column={column.id}
      data-align={column.align}
      data-card={card}
      data-empty={content === null || content === '' || content === false || undefined}
    >
      {card === 'fact' && <span className={classes.label}>{column.label}</span>}
      {content}
    </td>
  );
}
