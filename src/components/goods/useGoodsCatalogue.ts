/** The catalogue as the lines of a form need it: goods by id, an index to search in, words for taxes and warehouses. */
import { useMemo } from 'react';
import { useGoods, useTaxes } from '#src/api/catalogue.ts';
import { useWarehouses } from '#src/api/references.ts';
import type { Good, Tax, Warehouse } from '#src/contracts/ireca/catalogue.ts';
import type { GoodIndex } from '#src/domain/goodSearch.ts';
import { goodIndex } from '#src/domain/goodSearch.ts';

export type GoodsCatalogue = {
  /** Deleted goods too: old lines name them. */
  goods: ReadonlyMap<string, Good>;
  index: GoodIndex;
  /** False while pages are coming. */
  whole: boolean;
  /** What went wrong with the goods; null = nothing. */
  error: unknown;
  retry: () => void;
  taxes: readonly Tax[];
  warehouses: readonly Warehouse[];
};

const NONE: readonly never[] = [];

export function useGoodsCatalogue(): GoodsCatalogue {
  const { data, error, refetch } = useGoods();
  const taxes = useTaxes().data?.records ?? NONE;
  const warehouses = useWarehouses().data?.records ?? NONE;
  const records = data?.records ?? NONE;
  return useMemo(
    () => ({
      goods: new Map(records.map((good) => [good.goodId, good])),
      index: goodIndex(records),
      whole: data?.whole ?? false,
      error,
      retry: () => void refetch(),
      taxes,
      warehouses,
    }),
    [records, data?.whole, error, refetch, taxes, warehouses],
  );
}
