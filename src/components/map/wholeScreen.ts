/** The map on the whole screen: the browser's own full screen where there is one, and the rail and header out of the way. */
import { create } from 'zustand';

type WholeScreen = { whole: boolean };

/** True while the map has the whole screen. */
export const useWholeScreen = create<WholeScreen>()(() => ({ whole: false }));

/** On the root element; the stylesheet hides what is around the map. */
const MARK = 'data-whole-map';

/** Chromium can leave Esc to the page, so that closing a menu does not throw the dispatcher out of full screen. */
type KeyLock = { lock?: (codes: string[]) => Promise<void>; unlock?: () => void };
const keyLock = () => (navigator as Navigator & { keyboard?: KeyLock }).keyboard;

function show(whole: boolean): void {
  document.documentElement.toggleAttribute(MARK, whole);
  useWholeScreen.setState({ whole });
}

/** The browser left full screen by itself (Esc, F11, another tab's dialog): the page follows. */
function follow(): void {
  if (document.fullscreenElement === null) leaveWholeScreen();
}

/**
 * Enters. The document itself is what fills the screen, because dialogs and menus stand beside the map, not in it. Where
 * the browser has no full screen (iPhone) or refuses, the page alone makes room.
 */
export async function enterWholeScreen(): Promise<void> {
  show(true);
  document.addEventListener('fullscreenchange', follow);
  if (!document.fullscreenEnabled) return;
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    if (!useWholeScreen.getState().whole) await document.exitFullscreen();
    else await keyLock()?.lock?.(['Escape']);
  } catch {
    // Refused: the map has at least the whole window.
    return;
  }
}

/** Leaves; does nothing when the map has not got the whole screen. */
export function leaveWholeScreen(): void {
  document.removeEventListener('fullscreenchange', follow);
  if (!useWholeScreen.getState().whole) return;
  show(false);
  keyLock()?.unlock?.();
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}
