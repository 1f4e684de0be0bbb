/** Which entries of a change journal are shown, and by what they can be chosen. */
import type { StoryEntry } from '#src/domain/orderStory.ts';
import type { JournalView } from './journalView.ts';

type Wanted = Pick<JournalView, 'courier' | 'program' | 'field'>;

/** An entry is shown whole: what else the deed changed explains it. */
export function filterChanges(
  entries: readonly StoryEntry[],
  { courier, program, field }: Wanted,
): StoryEntry[] {
  return entries.filter(
    (entry) =>
      (courier === null || entry.who === courier) &&
      (program === null || entry.program === program) &&
      (field === null || entry.changes.some((change) => change.field === field)),
  );
}

export type ChangeChoices = { programs: string[]; fields: string[] };

/** What the journal names, each once, the most frequent first; what is chosen is always among them. */
export function changeChoices(entries: readonly StoryEntry[], { program, field }: Wanted): ChangeChoices {
  return {
    programs: frequent(
      entries.map((entry) => entry.program).filter((name) => name !== ''),
      program,
    ),
    fields: frequent(
      entries.flatMap((entry) => entry.changes.map((change) => change.field)),
      field,
    ),
  };
}

function frequent(names: readonly string[], chosen: string | null): string[] {
  const counts = new Map<string, number>(chosen === null ? [] : [[chosen, 0]]);
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
