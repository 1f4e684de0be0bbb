/** Widths of the columns of a table of records, and whether there is room for columns at all. */
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { DataColumn } from './DataTable.tsx';

type Width = Pick<DataColumn<never>, 'width' | 'grow'>;

/** Pixels of the buttons at the end of a row. */
const DEEDS_WIDTH = 40;
/** A narrower one holds a picture or a mark and cannot give way. */
const RIGID = 64;
/** Below this many pixels rows are cards. */
const CARDS_BELOW = 600;

const least = ({ width }: Width): number => (width <= RIGID ? width : Math.round(width * 0.74));

/** `grid-template-columns` of the head and of all rows: from the widths alone, so that they agree. */
export function columnTemplate(columns: readonly Width[], deeds: boolean): string {
  const tracks = columns.map((column) =>
    column.grow ? `minmax(${least(column)}px, 1fr)` : `minmax(${least(column)}px, ${column.width}px)`,
  );
  return [...tracks, ...(deeds ? [`${DEEDS_WIDTH}px`] : [])].join(' ');
}

/** Pixels below which the table is scrolled sideways. */
export const leastWidth = (columns: readonly Width[], deeds: boolean): number =>
  columns.reduce((sum, column) => sum + least(column), deeds ? DEEDS_WIDTH : 0);

/** True while the element is too narrow for columns. */
export function useNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      // Nothing is laid out (a hidden page): nothing is known.
      if (current.clientWidth > 0) setNarrow(current.clientWidth < CARDS_BELOW);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
