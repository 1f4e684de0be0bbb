/** Titles instead of ids for all that an iRECA order points at, with the lists that could not be read named. */
import { useMemo } from 'react';
import { useCalcTypes, useCloseTypes, useOrderStatuses, useSuppliers, useTaxes } from '#src/api/catalogue.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import {
  useDeliveryStatuses,
  usePaymentTypes,
  useReturnReasons,
  useWarehouses,
} from '#src/api/references.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import type { OrderTitles, TitleListName } from './orderTitles.ts';
import { orderTitles } from './orderTitles.ts';

const NONE: readonly never[] = [];

export type UsedTitles = OrderTitles & {
  /** Lists that could not be read: their ids are shown as numbers, and the card says so once. */
  failed: TitleListName[];
  /** Reads the failed lists again. */
  retry: () => void;
};

/** Only for screens that are fetched when asked for: it brings the words of the order's card with it. */
export function useOrderTitles(): UsedTitles {
  const t = useWords(orderWords);
  const { formed } = useText().orders.status;
  const lists = {
    paymentTypes: usePaymentTypes(),
    closeTypes: useCloseTypes(),
    taxes: useTaxes(),
    calcTypes: useCalcTypes(),
    suppliers: useSuppliers(),
    reasons: useReturnReasons(),
    warehouses: useWarehouses(),
    deliveryStatuses: useDeliveryStatuses(),
    orderStatuses: useOrderStatuses(),
  };
  const couriers = useCourierDirectory();

  const paymentTypes = lists.paymentTypes.data?.records ?? NONE;
  const closeTypes = lists.closeTypes.data?.records ?? NONE;
  const taxes = lists.taxes.data?.records ?? NONE;
  const calcTypes = lists.calcTypes.data?.records ?? NONE;
  const suppliers = lists.suppliers.data?.records ?? NONE;
  const reasons = lists.reasons.data?.records ?? NONE;
  const warehouses = lists.warehouses.data?.records ?? NONE;
  const deliveryStatuses = lists.deliveryStatuses.data?.records ?? NONE;
  const orderStatuses = lists.orderStatuses.data?.records ?? NONE;
  const courierList = couriers.directory?.all ?? NONE;
  const titles = useMemo(
    () =>
      orderTitles(
        {
          paymentTypes,
          closeTypes,
          taxes,
          calcTypes,
          suppliers,
          reasons,
          warehouses,
          deliveryStatuses,
          orderStatuses,
          couriers: courierList,
        },
        { number: t.number, prepaid: t.prepaidCloseType, formed },
      ),
    [
      paymentTypes,
      closeTypes,
      taxes,
      calcTypes,
      suppliers,
      reasons,
      warehouses,
      deliveryStatuses,
      orderStatuses,
      courierList,
      t,
      formed,
    ],
  );

  const unread = Object.entries(lists).filter(([, query]) => query.isError && !query.data);
  const couriersUnread = couriers.error !== null && couriers.directory === undefined;
  return {
    ...titles,
    failed: [
      ...unread.map(([name]) => name as TitleListName),
      ...(couriersUnread ? (['couriers'] as const) : []),
    ],
    retry: () => {
      for (const [, query] of unread) void query.refetch();
      if (couriersUnread) void couriers.refetch();
    },
  };
}
