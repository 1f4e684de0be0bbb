/** What an area does to the selection: takes its place, joins it, or is taken out of it. */
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

export const AREA_MODES = ['replace', 'add', 'remove'] as const;
export type AreaMode = (typeof AREA_MODES)[number];

/** Keys that are held decide before the button that was pressed: Alt takes out, Ctrl or ⌘ adds. */
export function modeOf(
  held: Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey'>,
  otherwise: AreaMode,
): AreaMode {
  if (held.altKey) return 'remove';
  return held.ctrlKey || held.metaKey ? 'add' : otherwise;
}

/** Which of the orders in the area the mode would do something to. */
export function touchedBy(
  mode: AreaMode,
  found: readonly OrderKey[],
  selected: ReadonlySet<OrderKey>,
): OrderKey[] {
  if (mode === 'replace') return [...found];
  return found.filter((key) => selected.has(key) === (mode === 'remove'));
}

/**
 * The selection afterwards, in the order of selecting. An area in which nothing lies changes nothing: forty chosen
 * orders are not lost to a slip of the hand.
 */
export function selectionAfter(
  mode: AreaMode,
  found: readonly OrderKey[],
  selected: ReadonlySet<OrderKey>,
): ReadonlySet<OrderKey> {
  if (found.length === 0) return selected;
  if (mode === 'replace') return new Set(found);
  const next = new Set(selected);
  for (const key of found) {
    if (mode === 'add') next.add(key);
    else next.delete(key);
  }
  return next;
}
