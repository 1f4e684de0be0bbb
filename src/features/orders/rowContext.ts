/** What every row needs and no row owns: words, formats, names of couriers. Changes rarely; then all rows are drawn anew. */
import { createContext, use, useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { useMay } from '#src/api/session.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Format } from '#src/components/format/useFormat.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import { paymentKinds as kindsOf } from '#src/domain/paymentKind.ts';
import { useText } from '#src/locales/language.tsx';
import type { Catalogue } from '#src/locales/ru.ts';

export type RowContextValue = {
  t: Catalogue['orders'];
  format: Format;
  titleOf: (order: Pick<DispatchOrder, 'system' | 'status'>) => string;
  /** Undefined until couriers are known. */
  directory: CourierDirectory | undefined;
  /** Kinds and titles of iRECA's payment types by id. */
  paymentKinds: ReadonlyMap<string, PaymentKind>;
  paymentTitles: ReadonlyMap<string, string>;
  /** Today in the configured zone (`dayKey`): windows of other days name their day. */
  today: string;
  mayCommand: boolean;
};

const RowContext = createContext<RowContextValue | null>(null);
export const RowContextProvider = RowContext.Provider;

/** What rows need; only below `RowContextProvider`. */
export function useRowContext(): RowContextValue {
  const value = use(RowContext);
  if (!value) throw new Error('rows stand inside RowContextProvider');
  return value;
}

/** Gathers it, once for the whole table. */
export function useRowContextValue(): RowContextValue {
  const t = useText().orders;
  const format = useFormat();
  const titleOf = useStatusTitle();
  const { directory } = useCourierDirectory();
  const { data: payments } = usePaymentTypes();
  const mayCommand = useMay('dispatcher');
  const today = format.dayKey(useNow(60_000));
  const paymentTitles = useMemo(
    () => new Map(payments?.records.map((type) => [type.paymentTypeId, type.title] as const)),
    [payments],
  );
  const paymentKinds = useMemo(() => kindsOf(payments?.records ?? []), [payments]);
  return useMemo(
    () => ({ t, format, titleOf, directory, paymentKinds, paymentTitles, today, mayCommand }),
    [t, format, titleOf, directory, paymentKinds, paymentTitles, today, mayCommand],
  );
}
