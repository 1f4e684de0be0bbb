/** Rows of a table as a grid: what is wrong stands at its cell and is mended there. Ten thousand rows scroll like fifty. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useId, useMemo, useRef, useState } from 'react';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { CellRowInfo } from './CellRow.tsx';
import { CellRow } from './CellRow.tsx';
import classes from './CellGrid.module.css';

const ROW_PX = 34;
const NUMBER_PX = 56;
const STATE_PX = 168;

type CellGridProps = {
  table: ImportTable;
  /** The name of what a column holds; null = the column is left out. */
  labels: readonly (string | null)[];
  /** px, by column. */
  widths: readonly number[];
  /** Indexes in `table.rows`. */
  shown: readonly number[];
  infoOf: (row: number) => CellRowInfo;
  /** All that is wrong with the row, in one line; '' = nothing. */
  troubleOf: (row: number) => string;
  /** Null while rows are being sent. */
  onChange: ((row: number, column: number, text: string) => void) | null;
};

type Place = { at: number; column: number };

export function CellGrid(props: CellGridProps) {
  const { table, labels, widths, shown, infoOf, troubleOf, onChange } = props;
  const t = useWords(exchangeWords).import;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ at: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const template = useMemo(
    () => `${NUMBER_PX}px ${STATE_PX}px ${widths.map((px) => `${px}px`).join(' ')}`,
    [widths],
  );
  const width = NUMBER_PX + STATE_PX + widths.reduce((sum, px) => sum + px, 0);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });

  const at = Math.min(place.at, Math.max(0, shown.length - 1));
  const row = shown[at];
  const go = (next: Place) => {
    const bounded = {
      at: Math.max(0, Math.min(shown.length - 1, next.at)),
      column: Math.max(0, Math.min(table.heads.length - 1, next.column)),
    };
    setPlace(bounded);
    rows.scrollToIndex(bounded.at, { align: 'auto' });
    const left = NUMBER_PX + STATE_PX + widths.slice(0, bounded.column).reduce((sum, px) => sum + px, 0);
    const box = scroller.current;
    if (!box) return;
    const right = left + (widths[bounded.column] ?? 0);
    if (left - NUMBER_PX - STATE_PX < box.scrollLeft) box.scrollLeft = left - NUMBER_PX - STATE_PX;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  };
  const leave = () => {
    setEditing(false);
    scroller.current?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent) => {
    if (editing || event.ctrlKey || event.metaKey || event.altKey || shown.length === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const moves: Record<string, Place> = {
      ArrowDown: { at: at + 1, column: place.column },
      ArrowUp: { at: at - 1, column: place.column },
      ArrowRight: { at, column: place.column + 1 },
      ArrowLeft: { at, column: place.column - 1 },
      PageDown: { at: at + page, column: place.column },
      PageUp: { at: at - page, column: place.column },
      Home: { at, column: 0 },
      End: { at, column: table.heads.length - 1 },
    };
    const move = moves[event.key];
    if (move) go(move);
    else if ((event.key === 'Enter' || event.key === 'F2') && onChange) setEditing(true);
    else return;
    event.preventDefault();
  };

  const here = row === undefined ? undefined : infoOf(row).wrong.get(place.column);
  const trouble = row === undefined ? '' : troubleOf(row);
  const said =
    row === undefined || (here === undefined && trouble === '')
      ? ''
      : here !== undefined
        ? t.rows.cellError(table.firstRow + row, labels[place.column] ?? '', here)
        : t.rows.cellError(table.firstRow + row, t.rows.state, trouble);

  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={t.rows.label}
        aria-rowcount={shown.length + 1}
        aria-colcount={table.heads.length + 2}
        aria-activedescendant={row === undefined || editing ? undefined : `${id}-${row}-${place.column}`}
        onKeyDown={press}
      >
        <div
          className={classes.head}
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template, width }}
        >
          <span role="columnheader">{t.rows.row}</span>
          <span role="columnheader">{t.rows.state}</span>
          {table.heads.map((head, index) => {
            const label = labels[index] ?? null;
            return (
              <span key={index} role="columnheader" data-ignored={label === null || undefined} title={head}>
                {head !== '' ? head : (label ?? t.columns.untitled(index + 1))}
              </span>
            );
          })}
        </div>
        <div role="presentation" className={classes.body} style={{ height: rows.getTotalSize(), width }}>
          {rows.getVirtualItems().map((item) => {
            const index = shown[item.index];
            if (index === undefined) return null;
            return (
              <CellRow
                key={index}
                id={id}
                row={index}
                rowIndex={item.index + 2}
                fileRow={table.firstRow + index}
                top={item.start}
                template={template}
                texts={table.rows[index] ?? []}
                labels={labels}
                info={infoOf(index)}
                active={item.index === at ? place.column : null}
                editing={item.index === at && editing}
                onPoint={(column) => {
                  setEditing(false);
                  setPlace({ at: item.index, column });
                }}
                onEdit={onChange ? () => setEditing(true) : null}
                onDone={(text, down) => {
                  if (text !== null) onChange?.(index, place.column, text);
                  leave();
                  if (down) go({ at: at + 1, column: place.column });
                }}
              />
            );
          })}
        </div>
      </div>
      <p className={classes.said} role="status" data-wrong={said !== '' || undefined}>
        {said === '' ? t.rows.hint : said}
      </p>
    </div>
  );
}
