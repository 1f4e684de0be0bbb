/** What a click or a key does to the selection: pure, over the keys of the rows as they are shown. */
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

/** What is held: which orders, where a Shift range starts, where the keyboard stands. */
export type Selection = {
  selected: ReadonlySet<OrderKey>;
  anchor: OrderKey | null;
  focused: OrderKey | null;
};

/** How the dispatcher clicked: `ctrl` is also Cmd. */
export type Modifiers = { ctrl: boolean; shift: boolean };

/** All keys between two rows, both included, whichever comes first; only `to` when `from` is not shown. */
export function rangeOf(keys: readonly OrderKey[], from: OrderKey | null, to: OrderKey): OrderKey[] {
  const end = keys.indexOf(to);
  if (end < 0) return [];
  const start = from === null ? -1 : keys.indexOf(from);
  if (start < 0) return [to];
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/**
 * A click on a row. Plain: only this one (a second click on the only selected one lets it go); Ctrl/Cmd: in or out;
 * Shift: the range from the anchor; Ctrl+Shift: the range on top of what is selected.
 */
export function clickRow(
  held: Selection,
  keys: readonly OrderKey[],
  key: OrderKey,
  { ctrl, shift }: Modifiers,
): Selection {
  if (shift) {
    const range = rangeOf(keys, held.anchor ?? held.focused, key);
    const anchor = held.anchor ?? held.focused ?? key;
    return { selected: new Set(ctrl ? [...held.selected, ...range] : range), anchor, focused: key };
  }
  if (ctrl) return toggleRow(held, key);
  const alone = held.selected.size === 1 && held.selected.has(key);
  return { selected: alone ? new Set() : new Set([key]), anchor: key, focused: key };
}

/** The checkbox and Space: one order in or out, the rest stays. */
export function toggleRow(held: Selection, key: OrderKey): Selection {
  const selected = new Set(held.selected);
  if (!selected.delete(key)) selected.add(key);
  return { selected, anchor: key, focused: key };
}

/** Ctrl+A and the box in the head: all shown rows on top of what is selected, or, when all are, all of them out. */
export function toggleAll(held: Selection, keys: readonly OrderKey[]): Selection {
  const all = keys.length > 0 && keys.every((key) => held.selected.has(key));
  const selected = new Set(held.selected);
  for (const key of keys) {
    if (all) selected.delete(key);
    else selected.add(key);
  }
  return { ...held, selected };
}

/**
 * Moves the keyboard's place by `by` rows; with `extend` (Shift) the range from the anchor is selected. From nowhere
 * the first press lands on `entry`, the first row in sight.
 */
export function moveFocus(
  held: Selection,
  keys: readonly OrderKey[],
  by: number,
  { extend, entry }: { extend: boolean; entry: number },
): Selection {
  if (keys.length === 0) return held;
  const at = held.focused === null ? -1 : keys.indexOf(held.focused);
  const target = at < 0 ? entry : at + by;
  const focused = keys[Math.min(keys.length - 1, Math.max(0, target))];
  if (focused === undefined) return held;
  if (!extend) return { ...held, focused };
  const anchor = (held.anchor !== null && keys.includes(held.anchor) ? held.anchor : held.focused) ?? focused;
  return { selected: new Set(rangeOf(keys, anchor, focused)), anchor, focused };
}
