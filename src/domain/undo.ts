/** «Отменить действие»: what puts each order back to where it was. */
import type { Action, OutcomeLine, Target } from '#src/contracts/command.ts';
import { systemSchema } from '#src/contracts/feed.ts';
import { sameState } from '#src/domain/orderState.ts';

/**
 * A courier can be put back. A cancelled order cannot: neither system has a way out of 11, REFUSED or DELETED. Windows
 * and addresses cannot either: what they were before is not part of the outcome.
 */
const CAN_BE_UNDONE: ReadonlySet<Action['type']> = new Set(['assign', 'unassign', 'restore']);

function targetOfLine({ key, before, after }: OutcomeLine): Target | null {
  const colon = key.indexOf(':');
  const system = systemSchema.safeParse(key.slice(0, colon));
  if (!system.success || before === null || after === null || sameState(before, after)) return null;
  return { system: system.data, id: key.slice(colon + 1), seen: after, to: before };
}

/**
 * Targets of a `restore` that undoes an action: of the orders that are `done`, each with the state it was left in as
 * `seen` (so one that has changed since is not touched) and the state before as `to`. Empty when nothing can be undone.
 */
export function undoTargets(action: Action, lines: Iterable<OutcomeLine>): Target[] {
  if (!CAN_BE_UNDONE.has(action.type)) return [];
  const targets: Target[] = [];
  for (const line of lines) {
    const target = line.outcome === 'done' ? targetOfLine(line) : null;
    if (target) targets.push(target);
  }
  return targets;
}
