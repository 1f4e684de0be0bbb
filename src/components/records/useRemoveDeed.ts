/** What deleting a record of a list is called: «Удалить товар». */
import type { ListSlug } from '#src/domain/declaration.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';

export function useRemoveDeed(slug: ListSlug): string {
  const { deed, other } = useWords(referencesWords).remove;
  const known: Readonly<Partial<Record<ListSlug, string>>> = deed;
  return known[slug] ?? other;
}
