/** The head of a table of records: a press sorts, another turns the order round, a third gives the list its own back. */
import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DataColumn, TableSort } from './DataTable.tsx';
import { nextSort } from './nextSort.ts';
import classes from './DataHead.module.css';
import frame from './TableFrame.module.css';

type DataHeadProps<Row> = {
  columns: readonly DataColumn<Row>[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** With a place over the buttons of the rows. */
  deeds: boolean;
};

export function DataHead<Row>({ columns, sort, onSort, deeds }: DataHeadProps<Row>) {
  const t = useWords(referencesWords).table;
  return (
    <thead role="rowgroup" className={frame.head}>
      <tr role="row" aria-rowindex={1} className={`${frame.headRow} ${classes.headRow}`}>
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
        {deeds && (
          <th role="columnheader" scope="col" className={`${frame.headCell} ${classes.headCell}`}>
            <VisuallyHidden>{t.actions}</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  );
}

type HeadCellProps<Row> = Omit<DataHeadProps<Row>, 'columns' | 'deeds'> & { column: DataColumn<Row> };

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const t = useWords(referencesWords).table;
  const { id, label, align, sortBy } = column;
  const sorted = sort?.column === id ? (sort.down ? 'down' : 'up') : undefined;
  return (
    <th
      role="columnheader"
      scope="col"
      className={`${frame.headCell} ${classes.headCell}`}
      data-column={id}
      data-align={align}
      aria-sort={sorted && { up: 'ascending' as const, down: 'descending' as const }[sorted]}
    >
      {sortBy ? (
        <button
          type="button"
          className={frame.sort}
          data-sorted={sorted}
          title={sorted ? `${label}: ${t.sorted[sorted]}` : t.sortBy(label)}
          onClick={() => onSort(nextSort(column, sort))}
        >
          <span className={frame.cut}>{label}</span>
          {sorted === 'up' && <IconArrowUp size={13} stroke={2} aria-hidden />}
          {sorted === 'down' && <IconArrowDown size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        <span className={classes.unsorted}>{label || <VisuallyHidden>{t.picture}</VisuallyHidden>}</span>
      )}
    </th>
  );
}
