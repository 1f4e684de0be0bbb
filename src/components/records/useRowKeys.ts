/** Keyboard and pointer on a table of records: arrows walk, Enter and a click open, Delete asks to delete. */
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { gridAction, stepOf } from '#src/components/orders/gridKeys.ts';

type RowKeys = {
  ids: readonly string[];
  /** Id → index. */
  places: ReadonlyMap<string, number>;
  /** The row that Tab reaches. */
  held: string;
  openId: string | null;
  setActive: (id: string) => void;
  body: RefObject<HTMLElement | null>;
  /** How many rows are in sight. */
  page: () => number;
  reveal: (index: number) => void;
  onOpen: ((id: string) => void) | undefined;
  onRemove: ((id: string) => void) | undefined;
};

/** What a press on it belongs to; the link of the row itself opens the row. */
const CONTROLS = 'a:not([data-opens]), button, input, label, select';

const rowOf = (target: Element) => target.closest<HTMLElement>('tr[data-id]');
const nowhere = () => document.activeElement === null || document.activeElement === document.body;

export function useRowKeys(table: RowKeys) {
  const { ids, places, held, openId, setActive, body, page, reveal, onOpen, onRemove } = table;
  /** The row that shall have the focus once it is drawn. */
  const wanted = useRef<string | null>(null);

  const goTo = (id: string) => {
    wanted.current = id;
    setActive(id);
    reveal(places.get(id) ?? 0);
    focusWanted();
  };
  const focusWanted = () => {
    const id = wanted.current;
    if (id === null) return;
    const drawn = body.current?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [];
    const row = [...drawn].find(({ dataset }) => dataset['id'] === id);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted);

  /** True when the key was for the table. */
  const walk = (event: Pick<globalThis.KeyboardEvent, 'key' | 'code'> & Modifiers, from: string): boolean => {
    const action = gridAction(event);
    if (action?.do !== 'move') return false;
    const at = (places.get(from) ?? 0) + stepOf(action.by, page(), ids.length);
    const id = ids[Math.max(0, Math.min(ids.length - 1, at))];
    if (id !== undefined) goTo(id);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const row = rowOf(event.target);
    const id = row?.dataset['id'];
    if (!row || id === undefined) return;
    const onRow = event.target === row;
    const done =
      walk(event, id) ||
      (event.key === 'ArrowRight' && step(row, event.target, 1)) ||
      (event.key === 'ArrowLeft' && step(row, event.target, -1)) ||
      (onRow && event.key === 'Enter' && !hasModifier(event) && perform(onOpen, id)) ||
      (onRow && event.key === 'Delete' && !hasModifier(event) && perform(onRemove, id));
    if (done) event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const id = rowOf(event.target)?.dataset['id'];
    if (id === undefined || event.target.closest(CONTROLS)) return;
    const link = event.target.closest('a[data-opens]');
    // A new tab, a new window: the browser's own.
    if (hasModifier(event) || event.shiftKey) return;
    // A text that was just marked by dragging is to be copied.
    if (!link && document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    setActive(id);
    onOpen?.(id);
  };

  // From nowhere in particular arrows lead into the table.
  const fromNowhere = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || !nowhere() || document.querySelector('[role="dialog"]')) return;
    const action = gridAction(event);
    if (action?.do !== 'move') return;
    event.preventDefault();
    goTo(held);
  });
  useEffect(() => {
    document.addEventListener('keydown', fromNowhere);
    return () => document.removeEventListener('keydown', fromNowhere);
  }, []);

  // An open record is shown; when its form is closed, the keyboard is back on its row.
  const opened = useRef<string | null>(null);
  const listed = openId !== null && places.has(openId);
  const followOpen = useEffectEvent(() => {
    const before = opened.current;
    if (openId !== null && listed && before !== openId) {
      opened.current = openId;
      setActive(openId);
      reveal(places.get(openId) ?? 0);
    } else if (openId === null && before !== null) {
      opened.current = null;
      if (places.has(before) && nowhere()) goTo(before);
    }
  });
  useEffect(() => followOpen(), [openId, listed]);

  // The row that was worked with is gone: the one that stood after it is worked with now.
  const known = useRef({ held, ids });
  const followHeld = useEffectEvent(() => {
    const before = known.current;
    known.current = { held, ids };
    if (before.held === held || places.has(before.held)) return;
    const at = before.ids.indexOf(before.held);
    const next =
      before.ids.slice(at + 1).find((id) => places.has(id)) ??
      before.ids.slice(0, Math.max(0, at)).findLast((id) => places.has(id));
    if (next === undefined) return;
    if (nowhere()) goTo(next);
    else setActive(next);
  });
  useEffect(() => followHeld(), [held, ids]);

  return { onKeyDown, onClick };
}

type Modifiers = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };
const hasModifier = ({ ctrlKey, metaKey, altKey }: Omit<Modifiers, 'shiftKey'>) =>
  ctrlKey || metaKey || altKey;

function perform(deed: ((id: string) => void) | undefined, id: string): boolean {
  deed?.(id);
  return deed !== undefined;
}

/** → goes from a row into its links and buttons, one by one; ← the same way back. The row's own link does what Enter does. */
function step(row: HTMLElement, target: Element, by: 1 | -1): boolean {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a:not([data-opens]), button')];
  const next = stops[stops.indexOf(target as HTMLElement) + by];
  next?.focus({ preventScroll: true });
  return next !== undefined;
}
