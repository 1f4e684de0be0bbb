/** The filters' values in words, and what each offers now. */
import { useCallback } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useWarehouses } from '#src/api/references.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import type { FilterContext, View } from '#src/domain/orderFilter.ts';
import { matchesFilter, NO_FILTER } from '#src/domain/orderFilter.ts';
import { useText } from '#src/locales/language.tsx';
import type { FacetOption } from './FacetFilter.tsx';
import { countFacet } from './facetOptions.ts';
import type { Facet, OrdersView } from './ordersView.ts';
import { NO_COURIER, PAYMENTS } from './ordersView.ts';

type FacetInput = {
  records: ReadonlyMap<string, DispatchOrder>;
  context: FilterContext;
  /** Today in the configured zone, `2026-11-21`. */
  day: string;
};

const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;

/** Options are counted over the orders of the counter `view`, whatever the filters hide. */
export function useFacets(view: View, { records, context, day }: FacetInput) {
  const { directory, paymentKinds } = context;
  const text = useText();
  const t = text.orders;
  const { systems, timeZone } = useAppConfig();
  const warehouses = useWarehouses().data?.records;

  const labelOf = useCallback(
    (facet: Facet, value: string): string => {
      switch (facet) {
        case 'systems':
          return t.systems[value as System];
        case 'courierIds':
          if (value === NO_COURIER) return t.filters.noCourier;
          return directory.byId.get(value)?.title ?? t.filters.gone(value);
        case 'hours':
          return `${clock(Number(value))}–${clock(Number(value) + 1)}`;
        case 'warehouseIds':
          return warehouses?.find((one) => one.warehouseId === value)?.title ?? t.filters.gone(value);
        case 'payments':
          return t.payment[value as PaymentKind];
      }
    },
    [t, directory, warehouses],
  );

  /** Values in the order they are offered in, without those that are only found among orders. */
  const known = (facet: Facet): string[] => {
    const byTitle = (a: { title: string }, b: { title: string }) =>
      a.title.localeCompare(b.title, text.locale);
    switch (facet) {
      case 'systems':
        return ['ireca', 'kassa'];
      case 'courierIds':
        return [NO_COURIER, ...[...directory.all].sort(byTitle).map((courier) => courier.courierId)];
      case 'warehouseIds':
        return [...(warehouses ?? [])].sort(byTitle).map((warehouse) => warehouse.warehouseId);
      case 'payments':
        return [...PAYMENTS];
      case 'hours':
        return [];
    }
  };

  /** Known values, those that orders have, and those that are chosen, each with its count. */
  const options = (facet: Facet, chosen: readonly string[]): FacetOption[] => {
    const filter = { ...NO_FILTER, view };
    const orders = [...records.values()].filter((order) => matchesFilter(order, filter, context));
    const counts = countFacet(orders, facet, { directory, paymentKinds, timeZone, day });
    const values = [...new Set([...known(facet), ...counts.keys(), ...chosen])];
    if (facet === 'hours') values.sort((a, b) => Number(a) - Number(b));
    return values.map((value) => ({
      value,
      label: labelOf(facet, value),
      count: counts.get(value) ?? 0,
      ...(facet === 'systems' && !systems[value as System] && { off: t.filters.off }),
    }));
  };

  /** A choice as a change of the view. */
  const change = (facet: Facet, chosen: string[]): Partial<OrdersView> =>
    facet === 'hours' ? { hours: chosen.map(Number).sort((a, b) => a - b) } : { [facet]: chosen };

  return { labelOf, options, change };
}
