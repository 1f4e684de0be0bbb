/** What rows of a pasted table are counted and filtered by. */
import type { PasteRow } from '#src/domain/recordPaste.ts';
import type { PasteOutcome } from './pasteRun.ts';
import { isDone, isFailed } from './pasteWords.ts';

export const ROW_GROUPS = ['new', 'changed', 'same', 'wrong', 'failed', 'done'] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

/**
 * How the row ended, if it was sent as it stands now. One that repeats another's number was not; and what was in doubt
 * is settled once the list shows it as it was sent.
 */
export function outcomeOf(
  { id, kind }: PasteRow,
  outcomes: ReadonlyMap<string, PasteOutcome>,
): PasteOutcome | undefined {
  const outcome = outcomes.get(id);
  return kind === 'wrong' || (kind === 'same' && isFailed(outcome)) ? undefined : outcome;
}

/** How it ended goes before what it is: what has just been created is as it is in iRECA. */
export function groupOf({ kind }: PasteRow, outcome: PasteOutcome | undefined): RowGroup {
  if (isDone(outcome)) return 'done';
  return isFailed(outcome) ? 'failed' : kind;
}
