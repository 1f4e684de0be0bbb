/** What the three journals share: the filter above, the table or what stands in its place, pages below. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import { ListPages } from '#src/components/records/ListPages.tsx';
import { ListSkeleton, Progress } from '#src/components/records/ListStates.tsx';
import { pageOf } from '#src/components/records/pageOf.ts';
import type { SetAside } from '#src/contracts/records.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { JournalColumn } from './JournalTable.tsx';
import { JournalTable } from './JournalTable.tsx';
import classes from './JournalFrame.module.css';
import { PAGE_ROWS } from './journalView.ts';
import { useHeldList } from './useHeldList.ts';

type JournalFrameProps<Row> = {
  /** Names the journal. */
  title: string;
  /** Null: nothing is asked for yet, `children` say what to choose. */
  query: Pick<
    UseQueryResult<{ setAside: SetAside[] }>,
    'data' | 'error' | 'isFetching' | 'isLoadingError' | 'refetch'
  > | null;
  /** All that were found, the newest first; undefined until they are read. */
  rows: readonly Row[] | undefined;
  idOf: (row: Row) => string;
  columns: readonly JournalColumn<Row>[];
  page: number;
  onPage: (page: number) => void;
  /** Another text: something else is asked for. */
  view: string;
  /** The filter. */
  bar: ReactNode;
  /** In place of rows when there are none. */
  empty: ReactNode;
  children?: ReactNode;
};

export function JournalFrame<Row>(props: JournalFrameProps<Row>) {
  const { title, query, bar, children } = props;
  return (
    <section className={classes.page} aria-label={title} data-journal>
      {bar}
      {query?.isFetching && query.data && <Progress />}
      {query && (
        <ListNotices
          error={query.data ? query.error : null}
          setAside={query.data?.setAside ?? []}
          onRetry={() => void query.refetch()}
        />
      )}
      {query === null && <div className={classes.place}>{children}</div>}
      {query && !query.data && !query.isLoadingError && <ListSkeleton />}
      {query?.isLoadingError && (
        <div className={classes.failure}>
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query?.data && <Rows key={title} {...props} />}
    </section>
  );
}

const NONE: readonly never[] = [];

function Rows<Row>({
  title,
  rows,
  idOf,
  columns,
  page: wanted,
  onPage,
  view,
  empty,
}: JournalFrameProps<Row>) {
  const t = useWords(journalsWords).count;
  const scroller = useRef<HTMLDivElement>(null);
  const held = useHeldList(rows ?? NONE, idOf, view);
  const all = held.rows;
  const { page, pages, first, rows: shown } = pageOf(all, wanted, PAGE_ROWS);
  // Another page, or another question, begins at its top.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [page, view]);
  return (
    <>
      <div className={classes.area} {...held.hand}>
        {held.waiting > 0 && (
          <button type="button" className={classes.fresh} onClick={held.letIn}>
            {t.fresh(held.waiting)}
          </button>
        )}
        <div ref={scroller} className={classes.scroller}>
          {all.length === 0 ? (
            empty
          ) : (
            <JournalTable
              label={title}
              rows={shown}
              first={first}
              total={all.length}
              columns={columns}
              idOf={idOf}
            />
          )}
        </div>
      </div>
      <ListPages
        page={page}
        pages={pages}
        first={first}
        shown={shown.length}
        total={all.length}
        onPage={onPage}
      />
    </>
  );
}
