/** Receipts of one order: found on the left, as paper slips on the right. */
import { IconReceipt } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { chosenOrder } from '#src/components/orders/chosenOrder.ts';
import { useRememberOrder } from '#src/components/orders/recentOrders.ts';
import { useListAddress } from '#src/components/records/useListAddress.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import { OrderFinder } from './OrderFinder.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderSlips } from './OrderSlips.tsx';
import classes from './OrderReceiptsPage.module.css';

const NO_SORTS: readonly string[] = [];

export function OrderReceiptsPage() {
  const t = useWords(receiptsWords);
  const { q, change } = useListAddress(NO_SORTS);
  const [params] = useSearchParams();
  const chosen = chosenOrder(params.get('order'));
  useRememberOrder(chosen);
  const { data: feed, error, refetch } = useOrdersFeed(useQueryClient());
  const order = chosen ? (feed?.records.get(`${chosen.system}:${chosen.id}`) ?? null) : null;
  // While the feed pours in, an order that is not there yet is no unknown one.
  const unknown = chosen !== null && order === null && feed !== undefined && feed.loading === null;
  return (
    <div className={classes.page} data-page="receipts" data-chosen={chosen ? '' : undefined}>
      <OrderFinder
        feed={feed}
        error={error}
        onRetry={() => void refetch()}
        query={q}
        chosen={chosen}
        onType={(typed) => change({ q: typed }, { replace: true })}
      />
      {chosen ? (
        <section
          key={`${chosen.system}:${chosen.id}`}
          className={classes.order}
          aria-label={t.order.region(order?.number ?? chosen.id)}
        >
          <OrderHead chosen={chosen} order={order} unknown={unknown} onBack={() => change({ order: null })} />
          {chosen.system === 'kassa' ? (
            <p className={classes.kassa}>{t.order.kassa}</p>
          ) : (
            <OrderSlips orderId={chosen.id} order={order} />
          )}
        </section>
      ) : (
        <div className={classes.choose}>
          <IconReceipt size={34} stroke={1.3} aria-hidden />
          <strong>{t.choose}</strong>
          <span>{t.chooseLead}</span>
        </div>
      )}
    </div>
  );
}
