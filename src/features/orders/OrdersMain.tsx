/** The left side of the orders screen: counters, filters, notices, and the table or what stands for it. */
import { useCallback } from 'react';
import { SelectedBar } from '#src/components/board/SelectedBar.tsx';
import { CounterBar } from '#src/components/orders/CounterBar.tsx';
import states from '#src/components/records/ListStates.module.css';
import type { View } from '#src/domain/orderFilter.ts';
import { useText } from '#src/locales/language.tsx';
import { FeedNotices } from './FeedNotices.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useOrdersBoard } from './ordersBoard.ts';
import { OrdersContent } from './OrdersContent.tsx';
import classes from './OrdersPage.module.css';

type OrdersMainProps = {
  /** Narrow screen: rows as cards. */
  cards: boolean;
  /** Null = the pane is open. */
  onOpenPane: (() => void) | null;
  onHelp: () => void;
};

export function OrdersMain({ cards, onOpenPane, onHelp }: OrdersMainProps) {
  const t = useText().orders.table;
  const { view, change, board } = useOrdersBoard();
  const { feed, rows, records } = board;
  const chooseView = useCallback((chosen: View) => change({ view: chosen }), [change]);
  return (
    <section className={classes.main} aria-label={t.label} aria-busy={board.waiting}>
      <CounterBar counts={board.counts} failed={board.failed} view={view.view} onChoose={chooseView} />
      <FilterBar cards={cards} onOpenPane={onOpenPane} onHelp={onHelp} />
      <div className={states.progress}>
        {(feed.isFetching || (feed.data && !board.settled)) && <span aria-hidden />}
      </div>
      {feed.data && <FeedNotices feed={feed.data} error={feed.error} onRetry={() => void feed.refetch()} />}
      <OrdersContent cards={cards} onHelp={onHelp} />
      <SelectedBar records={records} rows={rows} />
    </section>
  );
}
