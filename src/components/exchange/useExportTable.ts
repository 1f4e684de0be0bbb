/** Turns orders into the table of an export, with all titles at hand. */
import { useCallback } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { exportTable } from '#src/domain/orderExport.ts';
import { paymentKindOf, paymentKinds } from '#src/domain/paymentKind.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';

const NOBODY = courierDirectory([], null);

export function useExportTable(): {
  tableOf: (orders: readonly DispatchOrder[]) => ExportTable;
  timeZone: string;
} {
  const t = useWords(exchangeWords).export;
  const text = useText().orders;
  const { timeZone } = useAppConfig();
  const { directory = NOBODY } = useCourierDirectory();
  const payments = usePaymentTypes().data?.records;
  const statusTitle = useStatusTitle();
  const tableOf = useCallback(
    (orders: readonly DispatchOrder[]) => {
      const kinds = paymentKinds(payments ?? []);
      const titles = new Map(payments?.map((type) => [type.paymentTypeId, type.title]));
      return exportTable(orders, t.heads, {
        now: Date.now(),
        timeZone,
        directory,
        systemTitle: (system) => text.systems[system],
        statusTitle,
        paymentTitle: (id) => titles.get(id) ?? '',
        kindOf: (order) => paymentKindOf(order, kinds),
        kindTitle: (kind) => text.payment[kind],
        yesNo: (yes) => (yes ? t.yes : t.no),
      });
    },
    [payments, t, timeZone, directory, text, statusTitle],
  );
  return { tableOf, timeZone };
}
