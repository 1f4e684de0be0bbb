/** One order's card: what the feed knows at once, the whole order as soon as it is read. */
import type { ReactNode } from 'react';
import { useIrecaOrder, useKassaOrder } from '#src/api/order.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import type { System } from '#src/contracts/feed.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { Row } from '#src/contracts/wire.ts';
import { useRememberOrder } from '#src/components/orders/recentOrders.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';
import { orderTotals } from '#src/domain/orderTotals.ts';
import { useWords } from '#src/locales/language.tsx';
import type { OrderWords } from '#src/locales/orderWords.ts';
import { orderWords } from '#src/locales/orderWords.ts';
import type { Flag } from './CardFrame.tsx';
import { CardFrame } from './CardFrame.tsx';
import { IrecaBody } from './ireca/IrecaBody.tsx';
import { KassaBody } from './kassa/KassaBody.tsx';
import { useCardFormat } from './parts/useCardFormat.ts';
import { OrderDocuments } from './story/OrderDocuments.tsx';
import { OrderStory } from './story/OrderStory.tsx';
import { UnknownOrder } from './UnknownOrder.tsx';
import { useOrderRecord } from './useOrderRecord.ts';
import { useReading } from './useReading.ts';
import classes from './OrderCard.module.css';

/** iRECA's dictionary of order statuses: 0 not paid, 1 paid. */
const PAID = '1';

export type OrderCardProps = {
  system: System;
  id: string;
  headingId: string;
  /** The ways out of the card. */
  ways: ReactNode;
  /** Passed while stepping quickly: the whole order is read once the steps come to rest. */
  leafing?: boolean;
};

export function OrderCard(props: OrderCardProps) {
  return props.system === 'ireca' ? <IrecaCard {...props} /> : <KassaCard {...props} />;
}

type Read = {
  /** Undefined: not read yet; null: its system does not know it. */
  parts: ReactNode | null | undefined;
  /** The dispatch order as the whole order tells it: for orders that the feed does not hold. */
  own: DispatchOrder | null;
  flags: readonly Flag[];
  toCollect: number | null;
  goods: readonly string[];
};

type Query = { isError: boolean; isFetching: boolean; error: unknown; refetch: () => unknown };

/** Chooses what can be shown: the card, a failure, a note that there is no such order, or that it is being read. */
function CardOf({
  query,
  read,
  story,
  ...props
}: OrderCardProps & { query: Query; read: Read; story: ReactNode }) {
  const { system, id } = props;
  const { record, settled } = useOrderRecord(system, id);
  useRememberOrder(read.parts ? { system, id } : null);
  const order = record ?? read.own;
  const t = useWords(orderWords);
  const trouble = query.isError ? { error: query.error, retry: () => void query.refetch() } : null;
  if (!order) {
    if (read.parts === null) return <UnknownOrder {...props} />;
    return (
      <div className={classes.waiting}>
        <div className={classes.line}>
          <h2 id={props.headingId}>{t.number(id)}</h2>
          {props.ways}
        </div>
        {trouble ? (
          <ErrorNote error={trouble.error} onRetry={trouble.retry} />
        ) : (
          <p role="status">{t.loading}</p>
        )}
      </div>
    );
  }
  return (
    <CardFrame
      order={order}
      listed={record !== undefined || !settled}
      headingId={props.headingId}
      ways={props.ways}
      busy={query.isFetching}
      flags={read.flags}
      toCollect={read.toCollect}
      goods={read.goods}
      trouble={trouble}
      parts={read.parts ?? null}
      gone={read.parts === null}
      story={story}
    />
  );
}

function IrecaCard(props: OrderCardProps) {
  const reading = useReading(props.leafing ?? false);
  const query = useIrecaOrder(props.id, reading);
  const words = useWords(orderWords);
  const { count, sum } = useCardFormat();
  const { data } = query;
  const own = data ? ownIreca(data.raw) : null;
  const read: Read = {
    parts: data && <IrecaBody read={data} number={data.order.codeAlias || data.order.orderId} />,
    own,
    flags: data ? irecaFlags(data.order, words.flags) : [],
    toCollect: data ? toCollectOf(data.order) : null,
    goods:
      data?.order.goods.map((good) => {
        const total = good.total === null ? null : good.total + (good.discountTotal ?? 0);
        const often = good.count === null ? '' : ` × ${count(good.count)}`;
        return `${good.title}${often}${total === null ? '' : `, ${sum(total)}`}`;
      }) ?? [],
  };
  return (
    <CardOf
      {...props}
      query={query}
      read={read}
      story={
        reading && (
          <>
            <OrderStory system="ireca" id={props.id} />
            <OrderDocuments orderId={props.id} />
          </>
        )
      }
    />
  );
}

function ownIreca(raw: Row): DispatchOrder | null {
  const board = boardOrderSchema.safeParse(toBoardBody(raw));
  return board.success ? dispatchOrderFromIreca(board.data) : null;
}

function irecaFlags(order: IrecaOrder, t: OrderWords['flags']): Flag[] {
  const flags: (Flag | false)[] = [
    order.statusId === PAID && { words: t.paid, tone: 'ok' },
    order.statusId === '0' && { words: t.unpaid, tone: 'quiet' },
    order.isAgreed && { words: t.agreed, tone: 'ok' },
    order.isRefund && { words: t.refund, tone: 'risk' },
    order.isReturned && { words: t.returned, tone: 'risk' },
    order.isEdited && { words: t.edited, tone: 'risk' },
  ];
  return flags.filter((flag) => flag !== false);
}

/** What the courier still has to take; null when that is not known, or the order is paid already. */
const toCollectOf = ({ goods, prePaymentSum, statusId }: IrecaOrder): number | null =>
  goods.length === 0 || (statusId === PAID && !prePaymentSum)
    ? null
    : orderTotals(
        goods.map(({ total, discountTotal }) => ({ total: total ?? 0, discountTotal: discountTotal ?? 0 })),
        prePaymentSum ?? 0,
      ).toCollect;

function KassaCard(props: OrderCardProps) {
  const reading = useReading(props.leafing ?? false);
  const query = useKassaOrder(props.id, reading);
  const { flags: t } = useWords(orderWords);
  const { count, sum } = useCardFormat();
  const { data } = query;
  const flags: (Flag | false)[] = data
    ? [
        data.paid ? { words: t.paid, tone: 'ok' } : { words: t.unpaid, tone: 'quiet' },
        !data.visible && { words: t.hidden, tone: 'risk' },
      ]
    : [];
  const read: Read = {
    parts: data && <KassaBody order={data} />,
    own: data ? dispatchOrderFromKassa(data) : null,
    flags: flags.filter((flag) => flag !== false),
    toCollect: null,
    goods:
      data?.onlineOrderItems.map((item) => {
        const often = item.quantity === null ? '' : ` × ${count(item.quantity)}`;
        return `${item.description}${often}${item.price === null ? '' : `, ${sum(item.price)}`}`;
      }) ?? [],
  };
  return (
    <CardOf
      {...props}
      query={query}
      read={read}
      story={reading && <OrderStory system="kassa" id={props.id} />}
    />
  );
}
