/** A run in words: what was done, and how many orders ended how. */
import type { Catalogue } from '#src/locales/ru.ts';
import type { CommandRun, RunTally } from './commandRun.ts';

export function runTitle(run: CommandRun, words: Catalogue['commands']): string {
  const { action, courierName, undoOf } = run;
  if (undoOf !== null) return words.action.restore;
  if (action.type !== 'assign') return words.action[action.type];
  return words.action.assign(courierName || words.courierNumber(action.courierId));
}

/** «готово 3 · изменился 1 · отказ системы 1»; what is zero is not said. */
export function runSummary(counts: RunTally, words: Catalogue['commands']): string {
  const { summary } = words;
  const parts: [number, (n: number) => string][] = [
    [counts.good, summary.good],
    [counts.failed, summary.failed],
    [counts.notApplied, summary.notApplied],
    [counts.changed + counts.changedLater, summary.changed],
    [counts.forbidden, summary.forbidden],
    [counts.unknown, summary.unknown],
    [counts.unsent, summary.unsent],
  ];
  return parts.flatMap(([n, say]) => (n > 0 ? [say(n)] : [])).join(words.dot);
}
