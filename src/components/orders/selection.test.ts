import { describe, expect, it } from 'vitest';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { clickRow, moveFocus, rangeOf, toggleAll, toggleRow } from './selection.ts';
import type { Selection } from './selection.ts';

const key = (n: number): OrderKey => `ireca:${n}`;
const keys = [1, 2, 3, 4, 5].map(key);
const held = (
  selected: number[],
  anchor: number | null = null,
  focused: number | null = anchor,
): Selection => ({
  selected: new Set(selected.map(key)),
  anchor: anchor === null ? null : key(anchor),
  focused: focused === null ? null : key(focused),
});
const plain = { ctrl: false, shift: false };
const shift = { ctrl: false, shift: true };

describe('rangeOf', () => {
  it('goes both ways and includes both ends', () => {
    expect(rangeOf(keys, key(2), key(4))).toEqual([2, 3, 4].map(key));
    expect(rangeOf(keys, key(4), key(2))).toEqual([2, 3, 4].map(key));
  });
  it('gives only the clicked row when the anchor is hidden', () => {
    expect(rangeOf(keys, key(99), key(2))).toEqual([key(2)]);
    expect(rangeOf(keys, null, key(2))).toEqual([key(2)]);
  });
  it('gives nothing for a row that is not shown', () => {
    expect(rangeOf(keys, key(1), key(99))).toEqual([]);
  });
});

describe('clickRow', () => {
  it('selects only the clicked row, and lets it go on a second click', () => {
    const once = clickRow(held([1, 2]), keys, key(3), plain);
    expect(once).toEqual(held([3], 3));
    expect(clickRow(once, keys, key(3), plain).selected.size).toBe(0);
  });
  it('keeps one of several on a plain click', () => {
    expect(clickRow(held([1, 3], 1), keys, key(3), plain).selected).toEqual(new Set([key(3)]));
  });
  it('with Ctrl adds and removes', () => {
    const added = clickRow(held([1], 1), keys, key(3), { ctrl: true, shift: false });
    expect(added.selected).toEqual(new Set([key(1), key(3)]));
    expect(clickRow(added, keys, key(1), { ctrl: true, shift: false }).selected).toEqual(new Set([key(3)]));
  });
  it('with Shift selects from the anchor and keeps the anchor', () => {
    const range = clickRow(held([2], 2), keys, key(4), shift);
    expect(range.selected).toEqual(new Set([2, 3, 4].map(key)));
    expect(range.anchor).toBe(key(2));
    expect(clickRow(range, keys, key(1), shift).selected).toEqual(new Set([1, 2].map(key)));
  });
  it('with Shift and Ctrl puts the range on top', () => {
    expect(clickRow(held([5, 1], 1), keys, key(2), { ctrl: true, shift: true }).selected).toEqual(
      new Set([5, 1, 2].map(key)),
    );
  });
});

describe('toggleRow and toggleAll', () => {
  it('toggles one and moves the anchor there', () => {
    expect(toggleRow(held([1], 1), key(2))).toEqual(held([1, 2], 2));
    expect(toggleRow(held([1, 2], 1), key(2)).selected).toEqual(new Set([key(1)]));
  });
  it('selects all shown, keeping those that a filter hides', () => {
    expect(toggleAll(held([99]), keys).selected).toEqual(new Set([99, 1, 2, 3, 4, 5].map(key)));
  });
  it('lets all shown go when all are selected, keeping the hidden ones', () => {
    expect(toggleAll(held([99, 1, 2, 3, 4, 5]), keys).selected).toEqual(new Set([key(99)]));
  });
  it('does nothing to an empty list', () => {
    expect(toggleAll(held([99]), []).selected).toEqual(new Set([key(99)]));
  });
});

describe('moveFocus', () => {
  const step = { extend: false, entry: 0 };
  it('moves and stops at the ends', () => {
    expect(moveFocus(held([], null, 2), keys, 1, step).focused).toBe(key(3));
    expect(moveFocus(held([], null, 5), keys, 1, step).focused).toBe(key(5));
    expect(moveFocus(held([], null, 2), keys, -100, step).focused).toBe(key(1));
  });
  it('enters at the first row in sight', () => {
    expect(moveFocus(held([]), keys, 1, { extend: false, entry: 3 }).focused).toBe(key(4));
    expect(moveFocus(held([], null, 99), keys, 1, { extend: false, entry: 2 }).focused).toBe(key(3));
  });
  it('extends from the anchor, and shrinks again', () => {
    const two = moveFocus(held([2], 2), keys, 1, { extend: true, entry: 0 });
    const three = moveFocus(two, keys, 1, { extend: true, entry: 0 });
    expect(three.selected).toEqual(new Set([2, 3, 4].map(key)));
    expect(moveFocus(three, keys, -1, { extend: true, entry: 0 }).selected).toEqual(new Set([2, 3].map(key)));
  });
  it('starts a range where the keyboard stands when there is no anchor', () => {
    expect(moveFocus(held([], null, 2), keys, 1, { extend: true, entry: 0 }).selected).toEqual(
      new Set([2, 3].map(key)),
    );
  });
  it('leaves an empty list alone', () => {
    expect(moveFocus(held([]), [], 1, step)).toEqual(held([]));
  });
});
