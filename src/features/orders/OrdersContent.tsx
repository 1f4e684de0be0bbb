/** The table, or what stands in its place: rows to be, a failure, nothing. */
import { useCallback } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { useOrdersBoard } from './ordersBoard.ts';
import { OrdersEmpty } from './OrdersEmpty.tsx';
import { OrdersSkeleton } from './OrdersSkeleton.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { CLEARED } from './ordersView.ts';
import { useOpenOrder } from './useOpenOrder.ts';
import classes from './OrdersContent.module.css';

export function OrdersContent({ cards, onHelp }: { cards: boolean; onHelp: () => void }) {
  const { view, change, board } = useOrdersBoard();
  const { feed, rows, records } = board;
  const onOpen = useOpenOrder();
  const chooseSort = useCallback((sort: OrderSort) => change({ sort }), [change]);
  if (board.failed) {
    return (
      <div className={classes.failure}>
        <ErrorNote error={feed.error} onRetry={() => void feed.refetch()} />
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
      sort={board.sort}
      onSort={chooseSort}
      view={view}
      settled={board.settled}
      cards={cards}
      onHelp={onHelp}
      onOpen={onOpen}
    />
  );
}
