/** The sort of the address bar as TanStack Table's state, and back. */
import type { SortingState } from '@tanstack/react-table';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { SORT_COLUMNS } from '#src/domain/orderSort.ts';

/** The default order is no sorting to the table: no head is marked. */
export function sortingOf(sort: OrderSort): SortingState {
  return sort ? [{ id: sort.column, desc: sort.descending }] : [];
}

/** Only the first column counts; a third press on a head takes the default order back. */
export function sortFromTable(sorting: SortingState): OrderSort {
  const [first] = sorting;
  const column = SORT_COLUMNS.find((known) => known === first?.id);
  return first && column ? { column, descending: first.desc } : null;
}
