/** Where to look when a form is not sent: the first field that says something is wrong with it. */

/**
 * Puts the cursor into the first field of the form that is marked as wrong, by our own check or because what was typed
 * into it cannot be read. Call it once the errors stand on screen.
 * @returns false when no field is wrong.
 */
export function focusFirstWrong(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"]');
  if (!field) return false;
  const target = field.matches('[data-wrong]')
    ? (field.querySelector<HTMLElement>('input, button, textarea, select') ?? field)
    : field;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Leaves the field that is being typed into, so that a number that cannot be read says so before the form is sent. */
export function leaveField(form: HTMLFormElement): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement && form.contains(activeElement)) activeElement.blur();
}
