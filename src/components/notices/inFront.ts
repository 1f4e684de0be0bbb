/** Whether somebody looks at Pult: in this tab, or in any tab of this browser. */

const LOCK = 'pult.inFront';

/** True when this tab is shown and its window is the one that is worked in. */
export const tabInFront = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

let letGo: (() => void) | null = null;

/** Holds a lock as long as this tab is in front: it falls by itself when the tab is closed. */
function hold(): void {
  if (!tabInFront()) {
    letGo?.();
    letGo = null;
    return;
  }
  if (letGo || !('locks' in navigator)) return;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => held).catch(() => (letGo = null));
}

/** Tells the other tabs when this one is in front. @returns how to stop. */
export function tellInFront(): () => void {
  const events: [EventTarget, string][] = [
    [window, 'focus'],
    [window, 'blur'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ];
  for (const [target, name] of events) target.addEventListener(name, hold);
  hold();
  return () => {
    for (const [target, name] of events) target.removeEventListener(name, hold);
    letGo?.();
    letGo = null;
  };
}

/** True when some tab of Pult in this browser is in front; without locks only this one is asked. */
export async function anyTabInFront(): Promise<boolean> {
  if (tabInFront()) return true;
  if (!('locks' in navigator)) return false;
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === LOCK) ?? false;
}
