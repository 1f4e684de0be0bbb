/** One row of a table of records; the same cells as a card of two lines where there is no room for columns. */
import type { CSSProperties, ReactNode } from 'react';
import { Fragment, memo } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DataColumn } from './DataTable.tsx';
import classes from './DataRow.module.css';
import frame from './TableFrame.module.css';

type DataRowProps<Row> = {
  row: Row;
  id: string;
  index: number;
  /** Pixels from the top of the body. */
  top: number;
  columns: readonly DataColumn<Row>[];
  href: string | undefined;
  deeds: ((row: Row) => ReactNode) | undefined;
  card: boolean;
  /** By Tab. */
  reachable: boolean;
  open: boolean;
  muted: boolean;
  mutedWord: string | undefined;
  marked: boolean;
};

/** Where a cell stands in a card. */
const placeOf = ({ card, grow, align }: DataColumn<never>) =>
  card ?? (grow ? 'main' : align === 'end' ? 'end' : 'more');

function PlainDataRow<Row>(props: DataRowProps<Row>) {
  const { row, id, index, top, columns, deeds, card, reachable, open, muted, marked } = props;
  return (
    <tr
      role="row"
      className={classes.row}
      tabIndex={reachable ? 0 : -1}
      data-id={id}
      data-card={card || undefined}
      data-muted={muted || undefined}
      data-open={open || undefined}
      data-marked={marked || undefined}
      aria-rowindex={index + 2}
      aria-current={open || undefined}
      style={{ transform: `translateY(${top}px)` } as CSSProperties}
    >
      {card ? (
        <Card {...props} />
      ) : (
        columns.map((column) => (
          <td
            key={column.id}
            role="gridcell"
            className={classes.cell}
            data-column={column.id}
            data-align={column.align}
          >
            {placeOf(column) === 'main' ? (
              <Main {...props}>{column.cell(row)}</Main>
            ) : (
              <span className={frame.cut}>{column.cell(row)}</span>
            )}
          </td>
        ))
      )}
      {!card && deeds && (
        <td role="gridcell" className={classes.deeds}>
          {deeds(row)}
        </td>
      )}
    </tr>
  );
}

/** Its columns as they were, its values as they were: not drawn again by a scroll. */
export const DataRow = memo(PlainDataRow) as typeof PlainDataRow;

/** What the record is called: the link to it, and the word that it is deleted. */
function Main<Row>({ href, muted, mutedWord, children }: DataRowProps<Row> & { children: ReactNode }) {
  const t = useWords(referencesWords).deleted;
  return (
    <span className={classes.main}>
      {href === undefined ? (
        <span className={frame.cut}>{children}</span>
      ) : (
        <a className={`${classes.link} ${frame.cut}`} href={href} tabIndex={-1} data-opens>
          {children}
        </a>
      )}
      {muted && <span className={classes.deleted}>{mutedWord ?? t.mark}</span>}
    </span>
  );
}

function Card<Row>(props: DataRowProps<Row>) {
  const { row, columns } = props;
  const at = (place: string) =>
    columns.flatMap((column) => {
      const cell = placeOf(column) === place && !column.saidByMain?.(row) ? column.cell(row) : null;
      return cell === null || cell === undefined || cell === '' ? [] : [{ column, cell }];
    });
  return (
    <td role="gridcell" className={classes.card}>
      {at('lead').map(({ column, cell }) => (
        <span key={column.id} className={classes.lead}>
          {cell}
        </span>
      ))}
      <span className={classes.lines}>
        <span className={classes.line}>
          <Main {...props}>
            {at('main').map(({ column, cell }) => (
              <Fragment key={column.id}>{cell}</Fragment>
            ))}
          </Main>
          {at('end').map(({ column, cell }) => (
            <span key={column.id} className={classes.end}>
              {cell}
            </span>
          ))}
        </span>
        <span className={classes.second}>
          {at('more').map(({ column, cell }) => (
            <span key={column.id}>
              {column.labelled && `${column.label}: `}
              {cell}
            </span>
          ))}
        </span>
      </span>
    </td>
  );
}
