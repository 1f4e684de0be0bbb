/** The sheets themselves, with how far the reading of goods is. */
import { Button, Progress } from '@mantine/core';
import { useMemo } from 'react';
import { usePaymentTypes } from '#src/api/references.ts';
import '#src/components/print/printRoot.css';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { paymentKindOf, paymentKinds } from '#src/domain/paymentKind.ts';
import { sheetOrder } from '#src/domain/runSheet.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierSheet } from './CourierSheet.tsx';
import { useWholeOrders } from './useWholeOrders.ts';
import classes from './RunSheetPage.module.css';

const NONE: readonly DispatchOrder[] = [];

type SheetsProps = {
  /** iRECA courier ids, as chosen. */
  couriers: readonly string[];
  directory: CourierDirectory;
  byCourier: ReadonlyMap<string, readonly DispatchOrder[]>;
};

export function Sheets({ couriers, directory, byCourier }: SheetsProps) {
  const t = useWords(exchangeWords).sheet;
  const payments = usePaymentTypes().data?.records;
  const kinds = useMemo(() => paymentKinds(payments ?? []), [payments]);
  const orders = useMemo(() => couriers.flatMap((id) => byCourier.get(id) ?? NONE), [couriers, byCourier]);
  const { readings, done, unreadable, retry } = useWholeOrders(orders);
  const reading = done < orders.length;
  return (
    <>
      {(reading || unreadable > 0) && (
        <div className={classes.reading}>
          {reading && (
            <>
              <Progress value={(done / orders.length) * 100} aria-label={t.loading(done, orders.length)} />
              <span role="status">{t.loading(done, orders.length)}</span>
            </>
          )}
          {!reading && (
            <>
              <span role="alert">{t.unreadable(unreadable)}</span>
              <Button size="xs" variant="default" onClick={retry}>
                {t.retry}
              </Button>
            </>
          )}
        </div>
      )}
      <div
        className={classes.sheets}
        data-print-root
        data-run-sheets
        data-ready={!reading || undefined}
        tabIndex={0}
        role="group"
        aria-label={t.title}
      >
        {couriers.map((id, index) => {
          const courier = directory.byId.get(id);
          return courier ? (
            <CourierSheet
              key={id}
              courier={courier}
              place={{ n: index + 1, of: couriers.length }}
              orders={(byCourier.get(id) ?? NONE).map((order) => ({
                ...sheetOrder(order, readings.get(order.key) ?? 'unreadable', paymentKindOf(order, kinds)),
                pending: !readings.has(order.key),
              }))}
            />
          ) : (
            <p key={id} className={classes.unknown}>
              {t.unknownCourier(id)}
            </p>
          );
        })}
      </div>
    </>
  );
}
