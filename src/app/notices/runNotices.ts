/** A command that did not end as asked, in the words of a notice. */
import type { CommandRun, RowState } from '#src/components/commands/commandRun.ts';
import { runRows, tally } from '#src/components/commands/commandRun.ts';
import { runSummary, runTitle } from '#src/components/commands/runWords.ts';
import type { Notice, NoticeWords } from '#src/components/notices/announce.ts';
import { orderAddress, paths } from '#src/lib/paths.ts';
import type { Catalogue } from '#src/locales/ru.ts';
import type { notices } from '#src/locales/ru/notices.ts';

type Say = { commands: Catalogue['commands']; events: (typeof notices)['events'] };

const FAILED: ReadonlySet<RowState> = new Set(['failed', 'notApplied', 'unknown']);

/**
 * Null when the run has not ended, or nothing in it was refused or left unconfirmed. Orders that were not touched because
 * somebody changed them first, or that the dispatcher stopped, are no failures: the panel of outcomes lists them.
 */
export function runNotice(run: CommandRun, { commands, events }: Say): Notice | null {
  if (run.state === 'running') return null;
  const rows = runRows(run);
  // A command that was refused as a whole left its orders unsent.
  const failed = rows.filter(
    ({ state }) => FAILED.has(state) || (run.failure !== null && state === 'unsent'),
  );
  const [first] = failed;
  if (!first) return null;
  const deed = runTitle(run, commands);
  const unconfirmed = failed.every(({ state }) => state === 'unknown');
  const { system, id, number } = first.target;
  return {
    kind: 'failed',
    key: `failed:${run.id}`,
    name: deed,
    title: unconfirmed ? events.unconfirmed(deed) : events.failed(deed),
    body: [...(failed.length === 1 ? [number] : []), runSummary(tally(rows), commands)].join(commands.dot),
    to: failed.length === 1 ? orderAddress(system, id) : paths.orders,
    ownTab: true,
  };
}

/** Several that ended at once. */
export const runsTogether = (fresh: readonly Notice[], { commands, events }: Say): NoticeWords => ({
  title: events.failedMany(fresh.length),
  body: fresh.map(({ name }) => name).join(commands.dot),
  to: paths.orders,
});
