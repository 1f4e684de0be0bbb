/** What every row needs and no row owns: words, formats, names of couriers. Changes rarely; then all rows are drawn anew. */
import { createContext, use, useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { useMay } from '#src/api/session.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Format } from '#src/components/format/useFormat.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import type { Lateness } from '#src/domain/lateness.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { paymentKinds as kindsOf } from '#src/domain/paymentKind.ts';
import { zonedTime } from '#src/lib/dates.ts';
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
  /** Today in the configured zone, epoch ms [from, to): windows of other days name their day. */
  today: { from: number; to: number };
  atRiskMinutes: number;
  mayCommand: boolean;
};

const RowContext = createContext<RowContextValue | null>(null);
export const RowContextProvider = RowContext.Provider;

/** The time, renewed each minute: one clock for all rows. */
const RowClock = createContext(0);
export const RowClockProvider = RowClock.Provider;

/** What rows need; only below `RowContextProvider`. */
export function useRowContext(): RowContextValue {
  const value = use(RowContext);
  if (!value) throw new Error('rows stand inside RowContextProvider');
  return value;
}

/** How the order stands against its window now. */
export function useRowLateness(order: DispatchOrder): Lateness {
  return latenessOf(order, use(RowClock), useRowContext().atRiskMinutes);
}

const DAY_MS = 24 * 60 * 60_000;

/** Gathers it, once for the whole table. `now`: epoch ms. */
export function useRowContextValue(now: number): RowContextValue {
  const t = useText().orders;
  const format = useFormat();
  const titleOf = useStatusTitle();
  const { directory } = useCourierDirectory();
  const { data: payments } = usePaymentTypes();
  const mayCommand = useMay('dispatcher');
  const { timeZone, atRiskMinutes } = useAppConfig();
  const day = useMemo(() => format.dayKey(now), [format, now]);
  const today = useMemo(() => {
    const from = zonedTime(timeZone, day, '00:00') ?? 0;
    return { from, to: from + DAY_MS };
  }, [timeZone, day]);
  const paymentKinds = useMemo(() => kindsOf(payments?.records ?? []), [payments]);
  const paymentTitles = useMemo(
    () => new Map(payments?.records.map((type) => [type.paymentTypeId, type.title] as const)),
    [payments],
  );
  return useMemo(
    () => ({
      t,
      format,
      titleOf,
      directory,
      paymentKinds,
      paymentTitles,
      today,
      atRiskMinutes,
      mayCommand,
    }),
    [t, format, titleOf, directory, paymentKinds, paymentTitles, today, atRiskMinutes, mayCommand],
  );
}
