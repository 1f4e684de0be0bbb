/** What every row of the list needs and none owns: words, formats, the minute. Changes rarely; then all rows are drawn anew. */
import { createContext, use, useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useWindowWords } from '#src/components/commands/useWindowWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Lateness } from '#src/domain/lateness.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapOrdersWords } from '#src/locales/mapOrdersWords.ts';
import type { Catalogue } from '#src/locales/ru.ts';

export type OrderSideLook = {
  t: (typeof mapOrdersWords)['ru'];
  systems: Catalogue['orders']['systems'];
  slackWords: Catalogue['orders']['slack'];
  slack: (minutes: number) => string;
  windowOf: (order: DispatchOrder) => string;
  latenessOf: (order: DispatchOrder) => Lateness;
  courierName: (order: DispatchOrder) => string | null;
};

const LookContext = createContext<OrderSideLook | null>(null);
export const OrderSideLookProvider = LookContext.Provider;

/** Only below `OrderSide`. */
export function useLook(): OrderSideLook {
  const look = use(LookContext);
  if (!look) throw new Error('rows of the list stand inside OrderSide');
  return look;
}

const MINUTE = 60_000;

/** Gathers it, once for the whole list. */
export function useOrderSideLook(courierName: OrderSideLook['courierName']): OrderSideLook {
  const t = useWords(mapOrdersWords);
  const { systems, slack: slackWords } = useText().orders;
  const { slack } = useFormat();
  const { atRiskMinutes } = useAppConfig();
  const windowWords = useWindowWords();
  const now = useNow(MINUTE);
  return useMemo(
    () => ({
      t,
      systems,
      slackWords,
      slack,
      windowOf: ({ windowFrom: from, windowTo: to }) => windowWords({ from, to }),
      latenessOf: (order) => latenessOf(order, now, atRiskMinutes),
      courierName,
    }),
    [t, systems, slackWords, slack, windowWords, now, atRiskMinutes, courierName],
  );
}
