/** The list beside the map as one column: heads of its parts and rows, each with its place. Pure. */
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';

/** without: no point at all; hand: a point set by hand in this tab; placed: where its own system says. */
export type SidePart = 'without' | 'hand' | 'placed';

type Place = {
  /** px from the top of the list. */
  top: number;
  height: number;
};
export type SideHead = Place & {
  kind: 'head';
  key: `head:${SidePart}`;
  part: SidePart;
  orders: readonly DispatchOrder[];
  open: boolean;
};
export type SideRow = Place & { kind: 'row'; key: OrderKey; part: SidePart; order: DispatchOrder };
export type SideEntry = SideHead | SideRow;

/** px. Rows without a point have a third line: why, and what to do about it. */
export const HEAD_PX = 32;
const HEIGHTS: Record<SidePart, number> = { without: 78, hand: 78, placed: 50 };

/** Points set by hand are few and may want a second look; those without one may be hundreds, folded. */
const ORDER: readonly SidePart[] = ['hand', 'without', 'placed'];

/** Parts without orders have no head; a part that is folded has no rows. */
export function sideEntries(
  parts: Readonly<Record<SidePart, readonly DispatchOrder[]>>,
  isOpen: (part: SidePart) => boolean,
): SideEntry[] {
  const entries: SideEntry[] = [];
  let top = 0;
  const add = (entry: SideEntry) => {
    entries.push(entry);
    top += entry.height;
  };
  for (const part of ORDER) {
    const orders = parts[part];
    if (orders.length === 0) continue;
    const open = isOpen(part);
    add({ kind: 'head', key: `head:${part}`, part, orders, open, top, height: HEAD_PX });
    if (!open) continue;
    for (const order of orders) add({ kind: 'row', key: order.key, part, order, top, height: HEIGHTS[part] });
  }
  return entries;
}

/** The orders that are listed, in their order: what the keyboard walks and Ctrl+A selects. */
export function listedOrdersOf(entries: readonly SideEntry[]): DispatchOrder[] {
  return entries.flatMap((entry) => (entry.kind === 'row' ? [entry.order] : []));
}

/** Index of the entry that holds this px; the first or last one outside. -1 for an empty list. */
export function entryAt(entries: readonly SideEntry[], px: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle]?.top ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return entries.length === 0 ? -1 : low;
}

/** Index of the head that an entry stands under. -1 for an empty list. */
export function headOf(entries: readonly SideEntry[], index: number): number {
  for (let at = Math.min(index, entries.length - 1); at >= 0; at -= 1) {
    if (entries[at]?.kind === 'head') return at;
  }
  return -1;
}
