/** The word for an order's state, whichever system it lives in. */
import { useCallback, useMemo } from 'react';
import { useDeliveryStatuses } from '#src/api/references.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Catalogue } from '#src/locales/ru.ts';
import { useText } from '#src/locales/language.tsx';

type StatusWords = Catalogue['orders']['status'];
type Stated = Pick<DispatchOrder, 'system' | 'status'>;

/** iRECA's samples use 1, its dictionary does not name it (assumption: just made). */
const IRECA_JUST_MADE = '1';

/**
 * @param titles iRECA's dictionary of delivery statuses, id → title.
 * @param words our own words: Kassa's states, and what the dictionary leaves out.
 * @returns the state in words; a state without a word is shown as it came, never hidden.
 */
export function statusTitle(order: Stated, titles: ReadonlyMap<string, string>, words: StatusWords): string {
  if (order.status === null) return words.none;
  if (order.system === 'kassa') {
    return Object.hasOwn(words.kassa, order.status)
      ? words.kassa[order.status as keyof typeof words.kassa]
      : order.status;
  }
  return (
    titles.get(order.status) ?? (order.status === IRECA_JUST_MADE ? words.formed : words.number(order.status))
  );
}

/** Gives `(order) => title`; the function changes only when the dictionary or the language does. */
export function useStatusTitle(): (order: Stated) => string {
  const words = useText().orders.status;
  const { data } = useDeliveryStatuses();
  const titles = useMemo(
    () => new Map(data?.records.map((status) => [status.statusId, status.title] as const)),
    [data],
  );
  return useCallback((order: Stated) => statusTitle(order, titles, words), [titles, words]);
}
