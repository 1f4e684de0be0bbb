/** Waiting with what moves the page until a press that is under way has ended. */

/**
 * Does the deed at once, or after the click when a field was left by pressing something: words that appear below the
 * field in between would push the button away from under the pointer, and nothing would be clicked.
 */
export function afterPress(deed: () => void): void {
  if (!document.querySelector(':active')) {
    deed();
    return;
  }
  const ends = ['pointerup', 'pointercancel'] as const;
  const ended = () => {
    for (const end of ends) window.removeEventListener(end, ended, { capture: true });
    // The click comes after it.
    setTimeout(deed);
  };
  for (const end of ends) window.addEventListener(end, ended, { capture: true });
}
