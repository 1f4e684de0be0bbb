/** All reference lists that a row may name something of, read once and made searchable. */
import { useMemo } from 'react';
import { useClients, useGoods, useSuppliers, useTaxes } from '#src/api/catalogue.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useDeliveryStatuses, usePaymentTypes, useWarehouses } from '#src/api/references.ts';
import type { ImportReferences } from '#src/domain/orderImportReferences.ts';
import { importReferences } from '#src/domain/orderImportReferences.ts';

/** `references` null while lists are still coming; `error`: the first that failed. */
export function useImportReferences(): {
  references: ImportReferences | null;
  error: unknown;
  retry: () => void;
} {
  const couriers = useCourierDirectory();
  const lists = {
    goods: useGoods(),
    clients: useClients(),
    taxes: useTaxes(),
    suppliers: useSuppliers(),
    payments: usePaymentTypes(),
    statuses: useDeliveryStatuses(),
    warehouses: useWarehouses(),
  };
  const goods = lists.goods.data?.whole ? lists.goods.data.records : undefined;
  const people = couriers.directory?.all;
  const clients = lists.clients.data?.records;
  const taxes = lists.taxes.data?.records;
  const suppliers = lists.suppliers.data?.records;
  const paymentTypes = lists.payments.data?.records;
  const deliveryStatuses = lists.statuses.data?.records;
  const warehouses = lists.warehouses.data?.records;
  const references = useMemo(
    () =>
      people && goods && clients && taxes && suppliers && paymentTypes && deliveryStatuses && warehouses
        ? importReferences({
            couriers: people,
            goods,
            clients,
            taxes,
            suppliers,
            paymentTypes,
            deliveryStatuses,
            warehouses,
          })
        : null,
    [people, goods, clients, taxes, suppliers, paymentTypes, deliveryStatuses, warehouses],
  );
  const failed = Object.values(lists).filter((list) => list.isError && !list.data);
  return {
    references,
    error: failed[0]?.error ?? (couriers.directory ? null : couriers.error),
    retry: () => {
      for (const list of failed) void list.refetch();
      if (!couriers.directory) void couriers.refetch();
    },
  };
}
