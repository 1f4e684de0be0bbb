/** Going on after saving, when the form still counts as unsaved for one more render. */

let free = false;

/** True while `leaveFreely` navigates. */
export const isLeavingFreely = (): boolean => free;

/** Navigates without the question of `LeaveGuard`. @param go calls `navigate(…)` itself, not later. */
export function leaveFreely(go: () => void): void {
  free = true;
  try {
    go();
  } finally {
    free = false;
  }
}
