/** A digest as plain text, for a chat or a letter: no names and phones of clients in it. */
import type { Digest, DigestEntry, DigestGroup } from '#src/domain/digest.ts';
import { DIGEST_GROUPS } from '#src/domain/digest.ts';
import type { digest as words } from '#src/locales/ru/digest.ts';
import type { EntryWords } from './useEntryWords.ts';

/** More lines than this are no message any more. */
const MOST_LINES = 200;

/** @param head its first lines. @param wordsOf as the rows have them. */
export function digestText(
  digest: Digest,
  head: readonly string[],
  t: typeof words,
  wordsOf: (entry: DigestEntry, group: DigestGroup) => EntryWords,
): string {
  const lines = [...head, t.total(digest.total)];
  for (const group of DIGEST_GROUPS) {
    const entries = digest.groups[group];
    if (entries.length === 0) continue;
    lines.push('', `${t.group[group]}: ${entries.length}`);
    for (const entry of entries.slice(0, MOST_LINES)) {
      const { statuses, changes, late, courier, doer } = wordsOf(entry, group);
      const path = statuses
        .map(({ title, when }) => (when === null ? title : `${title} ${when}`))
        .join(t.arrow);
      const parts = [path, ...changes, late ?? '', courier, doer].filter((part) => part !== '');
      lines.push(`${entry.number}: ${parts.join('; ')}`);
    }
    if (entries.length > MOST_LINES) lines.push(t.shift.moreOnScreen(entries.length - MOST_LINES));
  }
  return lines.join('\n');
}
