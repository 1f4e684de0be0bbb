/** A table of records: drawn row by row however many there are, sorted by a press on a head, walked by arrows. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties, ReactNode } from 'react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { DataHead } from './DataHead.tsx';
import { DataRow } from './DataRow.tsx';
import { columnTemplate, leastWidth, useNarrow } from './dataLayout.ts';
import { useHeldRows } from './useHeldRows.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useTableLook } from './tableLook.ts';
import classes from './DataTable.module.css';
import frame from './TableFrame.module.css';

export type DataColumn<Row> = {
  id: string;
  label: string;
  /** Pixels; where room is short columns give way down to about three quarters; the one that grows takes what is left. */
  width: number;
  grow?: boolean;
  align?: 'end';
  /** Null or '' where there is nothing. Links and buttons in it: `tabIndex={-1}`, → and ← walk through them. */
  cell: (row: Row) => ReactNode;
  /** By what the column sorts; without it its head is no button. */
  sortBy?: (row: Row) => string | number | null;
  /** The first press on its head puts the greatest on top: counts, lateness. */
  downFirst?: boolean;
  /**
   * Where its cell stands when the table is so narrow that rows become cards of two lines: `lead` a picture at the
   * left · `main` first line · `end` first line, right · `more` second line · `off` nowhere. Without it: by `grow`
   * and `align`, else `more`.
   */
  card?: 'lead' | 'main' | 'end' | 'more' | 'off';
  /** In a card its value alone says nothing («2»): the label stands before it. */
  labelled?: boolean;
  /** In a card its value is said already by the first line. */
  saidByMain?: (row: Row) => boolean;
};

export type TableSort = { column: string; down: boolean };

export type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string;
  /** Already searched and sorted. */
  rows: readonly Row[];
  /** The same array until something about it changes: each row is drawn anew for a new one. */
  columns: readonly DataColumn<Row>[];
  idOf: (row: Row) => string;
  sort: TableSort | null;
  /** Null: the third press on a head, back to the order of the list itself. */
  onSort: (sort: TableSort | null) => void;
  /** Enter, or a click on a row. */
  onOpen?: (id: string) => void;
  /** The address that a row opens: makes its main cell a link that can be opened in a new tab. */
  hrefOf?: (id: string) => string;
  /** Delete on a row. */
  onRemove?: (id: string) => void;
  /**
   * Buttons at the end of a row, shown under the pointer and the keyboard; `tabIndex={-1}`. The same function each time.
   * Cards have no room for them: there the record itself offers its deeds.
   */
  deeds?: (row: Row) => ReactNode;
  /** The row whose record is open. */
  openId?: string | null;
  /** Deleted ones: greyed, and said so in words. */
  muted?: (row: Row) => boolean;
  /** The word, where «удалён» does not agree with what is listed. */
  mutedWord?: string;
  /** A row that was just written: lit for a moment. */
  markedId?: string | null;
  /** Another text than before: something else is asked for (search, filter), and the table begins at its top. */
  view?: string;
  /** False while the first load pours in. */
  settled?: boolean;
  /** In place of rows. */
  empty: ReactNode;
};

const HEAD_HEIGHT = 34;
const ROW_HEIGHT = { usual: 44, dense: 36, card: 68 };

export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <div className={frame.area} data-table>
      {props.rows.length === 0 ? <div className={classes.empty}>{props.empty}</div> : <Grid {...props} />}
    </div>
  );
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, idOf, sort, onSort, onOpen, hrefOf, onRemove, deeds, muted } = props;
  const { openId = null, markedId = null, view = '', settled = true } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const cards = useNarrow(scroller);
  const dense = useTableLook((look) => look.dense);
  const [active, setActive] = useState<string | null>(null);
  const headHeight = cards ? 0 : HEAD_HEIGHT;
  const rowHeight = cards ? ROW_HEIGHT.card : dense ? ROW_HEIGHT.dense : ROW_HEIGHT.usual;

  const ids = useMemo(() => rows.map(idOf), [rows, idOf]);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  // One row can be reached by Tab: the last one that was worked with, the open one, the first.
  const held = [active, openId].find((id) => id !== null && places.has(id)) ?? ids[0] ?? '';
  const heldAt = places.get(held) ?? 0;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The row with the focus stays in the document wherever the table is scrolled to.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return heldAt >= rows.length || inSight.includes(heldAt)
        ? inSight
        : [...inSight, heldAt].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  useHeldRows({ ids, view, settled, rowHeight, scroller, virtualizer });
  const { onKeyDown, onClick } = useRowKeys({
    ids,
    places,
    held,
    openId,
    setActive,
    body,
    page: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight),
    reveal: (index) => virtualizer.scrollToIndex(index),
    onOpen,
    onRemove,
  });

  // A row that was just written is shown wherever it has come to stand, and the keyboard goes on from it.
  const writtenAt = markedId === null ? undefined : places.get(markedId);
  const showWritten = useEffectEvent((index: number) => {
    setActive(markedId);
    virtualizer.scrollToIndex(index);
  });
  useEffect(() => {
    if (writtenAt !== undefined) showWritten(writtenAt);
  }, [markedId, writtenAt]);

  return (
    <div ref={scroller} className={frame.scroller}>
      <table
        role="grid"
        className={frame.table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        data-opens={onOpen ? '' : undefined}
        style={
          {
            '--columns': columnTemplate(columns, deeds !== undefined),
            '--row-height': `${rowHeight}px`,
            minWidth: cards ? undefined : leastWidth(columns, deeds !== undefined),
          } as CSSProperties
        }
      >
        {!cards && <DataHead columns={columns} sort={sort} onSort={onSort} deeds={deeds !== undefined} />}
        <tbody
          ref={body}
          role="rowgroup"
          className={frame.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            const id = ids[item.index];
            if (row === undefined || id === undefined) return null;
            return (
              <DataRow
                key={id}
                row={row}
                id={id}
                index={item.index}
                top={item.start - headHeight}
                columns={columns}
                href={hrefOf?.(id)}
                deeds={deeds}
                card={cards}
                reachable={id === held}
                open={id === openId}
                muted={muted?.(row) ?? false}
                mutedWord={props.mutedWord}
                marked={id === markedId}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
