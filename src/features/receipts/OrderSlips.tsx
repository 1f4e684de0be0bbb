/** Receipts of payment and of refund of one order, each as a slip; none, unread and unreadable ones are said. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import { useReceipts, useReturnReceipts } from '#src/api/order.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { ListAge } from '#src/components/records/ListAge.tsx';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import { Progress } from '#src/components/records/ListStates.tsx';
import type { Receipt } from '#src/contracts/ireca/fiscal.ts';
import type { RecordList } from '#src/contracts/records.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ReceiptSlip } from './ReceiptSlip.tsx';
import { usePrintOne } from './usePrintOne.ts';
import classes from './OrderReceiptsPage.module.css';

export type ReceiptKind = 'payment' | 'refund';

type OrderSlipsProps = { orderId: string; order: DispatchOrder | null };

export function OrderSlips({ orderId, order }: OrderSlipsProps) {
  const t = useWords(fiscalWords);
  const payments = useReceipts(orderId);
  const refunds = useReturnReceipts(orderId);
  const both = [payments, refunds];
  const reading = both.some(({ isFetching }) => isFetching);
  const readAt = Math.min(...both.map(({ dataUpdatedAt }) => dataUpdatedAt));
  const refresh = () => both.forEach((query) => void query.refetch());
  const known = { orderId, order };
  return (
    <>
      {reading && both.some(({ data }) => data) && <Progress />}
      <div className={classes.age}>
        <ListAge readAt={readAt} reading={reading} onRefresh={refresh} />
      </div>
      <div className={classes.slips} data-slips>
        <SlipSection kind="payment" title={t.receipts} empty={t.noReceipts} query={payments} {...known} />
        <SlipSection
          kind="refund"
          title={t.returnReceipts}
          empty={t.noReturnReceipts}
          query={refunds}
          {...known}
        />
      </div>
    </>
  );
}

type SlipSectionProps = OrderSlipsProps & {
  kind: ReceiptKind;
  title: string;
  empty: string;
  query: UseQueryResult<RecordList<Receipt>>;
};

function SlipSection({ kind, title, empty, query, orderId, order }: SlipSectionProps) {
  const t = useWords(fiscalWords);
  const id = useId();
  const { printed, print } = usePrintOne();
  const { data, error, isPending, refetch, dataUpdatedAt } = query;
  const heading = data ? t.counted(title, data.records.length) : error ? t.notRead(title) : t.loading(title);
  const none = data && data.records.length === 0 && data.setAside.length === 0;
  return (
    <section className={classes.kind} aria-labelledby={id} aria-busy={query.isFetching}>
      <h3 id={id}>{heading}</h3>
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} compact />}
      {data && <ListNotices error={error} setAside={data.setAside} onRetry={() => void refetch()} />}
      {isPending && !error && <div className={classes.wait} aria-hidden />}
      {none && <p className={classes.none}>{empty}</p>}
      {data && data.records.length > 0 && (
        <ul className={classes.list}>
          {data.records.map((receipt, index) => (
            <li key={index}>
              <ReceiptSlip
                kind={kind}
                receipt={receipt}
                orderId={orderId}
                order={order}
                readAt={dataUpdatedAt}
                printed={printed === index}
                onPrint={() => print(index)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
