/** Which key does what on the orders table and on the list beside the map. One place, so that the help list and the handler cannot disagree. */

export type GridAction =
  | { do: 'move'; by: number | 'page' | '-page' | 'first' | 'last'; extend: boolean }
  | { do: 'walk'; back: boolean }
  | { do: 'toggle' | 'open' | 'selectAll' | 'clear' | 'assign' | 'reschedule' | 'cancel' | 'help' };

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const MOVES: Record<string, number | 'page' | '-page' | 'first' | 'last'> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 'page',
  PageUp: '-page',
  Home: 'first',
  End: 'last',
};

/**
 * What the pressed key asks for; null = nothing of ours. Letters go by the key's place (`code`), so that they work in
 * the Russian layout, where «a» types «ф».
 */
export function gridAction(pressed: Pressed): GridAction | null {
  const { key, code, shiftKey, altKey } = pressed;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (ctrl) return code === 'KeyA' && !shiftKey ? { do: 'selectAll' } : null;
  const by = MOVES[key];
  if (by !== undefined) return { do: 'move', by, extend: shiftKey };
  if (key === 'ArrowRight' || key === 'ArrowLeft') return { do: 'walk', back: key === 'ArrowLeft' };
  if (key === ' ') return { do: 'toggle' };
  if (key === 'Enter' && !shiftKey) return { do: 'open' };
  if (key === 'Escape') return { do: 'clear' };
  // In the Russian layout «?» is Shift+7, and Shift+/ gives a comma: both open the help.
  if (key === '?' || (code === 'Slash' && shiftKey)) return { do: 'help' };
  if (shiftKey) return null;
  if (code === 'KeyA') return { do: 'assign' };
  if (code === 'KeyR') return { do: 'reschedule' };
  if (code === 'KeyC') return { do: 'cancel' };
  return null;
}

/** `by` in rows, for a list of `count` rows of which `page` are in sight. */
export function stepOf(
  by: number | 'page' | '-page' | 'first' | 'last',
  page: number,
  count: number,
): number {
  if (typeof by === 'number') return by;
  const screen = Math.max(1, page - 1);
  return { page: screen, '-page': -screen, first: -count, last: count }[by];
}

/** True for a place where letters are typed: there all keys are text. */
export function typesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
