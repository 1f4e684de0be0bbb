/** «Отменить действие»: what puts each order back to where it was. */
import type { Action, OutcomeLine, Target } from '#src/contracts/command.ts';
import { systemSchema } from '#src/contracts/feed.ts';
import { sameState } from '#src/domain/orderState.ts';

/**
 * What takes an action back; null: nothing does. A courier and a window can be put back. A cancelled order cannot:
 * neither system has a way out of 11, REFUSED or DELETED. An address cannot either: its point on the map and its parts
 * are lost when the line is written.
 */
export function undoAction({ type }: Action): Action | null {
  if (type === 'assign' || type === 'unassign' || type === 'restore') return { type: 'restore' };
  return type === 'reschedule' ? { type: 'reschedule' } : null;
}

/** The target that puts one order back; `line`: how it ended; `sent`: what it was sent with. Null: not to be done. */
function targetBack(
  action: Action,
  { key, outcome, before, after }: OutcomeLine,
  sent: Target | undefined,
): Target | null {
  const colon = key.indexOf(':');
  const system = systemSchema.safeParse(key.slice(0, colon));
  if (outcome !== 'done' || !system.success || before === null || after === null) return null;
  const target = { system: system.data, id: key.slice(colon + 1), seen: after };
  if (action.type !== 'reschedule') return sameState(before, after) ? null : { ...target, to: before };
  // The guard has made sure that what was on screen is what was overwritten.
  const { window, shownWindow } = sent ?? {};
  if (!window || !shownWindow) return null;
  const { from, to } = shownWindow;
  // A window of which a part was not known cannot be written.
  if (from === null || to === null || from > to) return null;
  return { ...target, window: { from, to }, shownWindow: window };
}

/**
 * Targets of the `undoAction` of an action: of the orders that are `done`, each guarded by the state it was left in (so
 * one that has changed since is not touched), with what it was before. Empty when nothing can be undone.
 * @param sent what each order was sent with, by key.
 */
export function undoTargets(
  action: Action,
  lines: Iterable<OutcomeLine>,
  sent: ReadonlyMap<string, Target>,
): Target[] {
  if (undoAction(action) === null) return [];
  const targets: Target[] = [];
  for (const line of lines) {
    const target = targetBack(action, line, sent.get(line.key));
    if (target) targets.push(target);
  }
  return targets;
}
