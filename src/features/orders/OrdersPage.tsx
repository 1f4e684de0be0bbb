/** «Заказы», the main screen: counters, filters, the table of both systems' orders, the map and the couriers beside it. */
import { useMediaQuery } from '@mantine/hooks';
import { lazy, memo, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { View } from '#src/domain/orderFilter.ts';
import { matchesFilter, NO_FILTER } from '#src/domain/orderFilter.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { useText } from '#src/locales/language.tsx';
import { CounterBar } from './CounterBar.tsx';
import { FeedNotices } from './FeedNotices.tsx';
import { FilterBar } from './FilterBar.tsx';
import { OrdersEmpty } from './OrdersEmpty.tsx';
import { OrdersSkeleton } from './OrdersSkeleton.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { CLEARED } from './ordersView.ts';
import { SelectedBar } from './SelectedBar.tsx';
import { SplitBoard } from './SplitBoard.tsx';
import { useTableLook } from './tableLook.ts';
import { useBoard } from './useBoard.ts';
import { useFacets } from './useFacets.ts';
import { useOrdersView } from './useOrdersView.ts';
import classes from './OrdersPage.module.css';
import states from './OrdersStates.module.css';

const Pane = lazy(() =>
  import('#src/components/board/BoardPane.tsx').then((module) => ({ default: memo(module.BoardPane) })),
);
const KeysHelp = lazy(() => import('./KeysHelp.tsx').then((module) => ({ default: module.KeysHelp })));

const FIRST = { getInitialValueInEffect: false } as const;

export function OrdersPage() {
  const t = useText().orders;
  const { view, change } = useOrdersView();
  const board = useBoard(view);
  const { feed, rows, records, context } = board;
  const narrow = useMediaQuery('(width <= 1100px)', false, FIRST) ?? false;
  const cards = useMediaQuery('(width <= 700px)', false, FIRST) ?? false;
  const paneKept = useTableLook((look) => look.paneOpen);
  const setLook = useTableLook((look) => look.set);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const paneOpen = narrow ? drawerOpen : paneKept;
  const setPane = useCallback(
    (open: boolean) => (narrow ? setDrawerOpen(open) : setLook({ paneOpen: open })),
    [narrow, setLook],
  );
  const closePane = useCallback(() => setPane(false), [setPane]);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const chooseView = useCallback((chosen: View) => change({ view: chosen }), [change]);
  const chooseSort = useCallback((sort: OrderSort) => change({ sort }), [change]);

  const facets = useFacets({
    orders: () =>
      [...records.values()].filter((order) =>
        matchesFilter(order, { ...NO_FILTER, view: view.view }, context),
      ),
    directory: context.directory,
    paymentKinds: context.paymentKinds,
    day: board.day,
  });
  // The table first; the map may follow a moment later.
  const paneRows = useDeferredValue(rows);
  const openRows = useMemo(() => paneRows.filter((order) => order.open), [paneRows]);
  const retry = () => void feed.refetch();

  const failed = feed.isError && !feed.data;
  const content = () => {
    if (failed) {
      return (
        <div className={states.failure}>
          <ErrorNote error={feed.error} onRetry={retry} />
        </div>
      );
    }
    if (board.waiting) return <OrdersSkeleton />;
    if (rows.length === 0 && board.settled) {
      return (
        <OrdersEmpty
          none={records.size === 0}
          down={feed.data?.problems.map((problem) => problem.system) ?? []}
          view={view.view}
          hidden={board.hidden ?? 0}
          onReset={() => change(CLEARED)}
          onShowOpen={() => change({ view: 'open' })}
        />
      );
    }
    return (
      <OrdersTable
        rows={rows}
        records={records}
        sort={view.sort}
        onSort={chooseSort}
        view={view}
        settled={board.settled}
        cards={cards}
        onHelp={openHelp}
      />
    );
  };

  return (
    <>
      <SplitBoard
        narrow={narrow}
        onClosePane={closePane}
        main={
          <section className={classes.main} aria-label={t.table.label} aria-busy={board.waiting}>
            <CounterBar counts={board.counts} failed={failed} view={view.view} onChoose={chooseView} />
            <FilterBar
              view={view}
              change={change}
              facets={facets}
              hidden={board.hidden}
              paneOpen={paneOpen}
              onTogglePane={() => setPane(!paneOpen)}
              onHelp={openHelp}
              cards={cards}
            />
            <div className={states.progress}>
              {(feed.isFetching || (feed.data && !board.settled)) && <span aria-hidden />}
            </div>
            {feed.data && <FeedNotices feed={feed.data} error={feed.error} onRetry={retry} />}
            {content()}
            <SelectedBar records={records} rows={rows} />
          </section>
        }
        pane={
          paneOpen ? (
            <Suspense fallback={<p className={classes.paneWait}>{t.pane.loading}</p>}>
              <Pane orders={openRows} onClose={closePane} />
            </Suspense>
          ) : null
        }
      />
      {helpOpen && (
        <Suspense>
          <KeysHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
