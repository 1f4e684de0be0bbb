/** By which words of ours a field is known in a table that people or our own export made, in both languages. */
import type { ListSlug } from '#src/domain/declaration.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';

const LANGUAGES = [recordsWords.ru, recordsWords.en];

export const fieldNames = (slug: ListSlug, key: string): string[] =>
  LANGUAGES.flatMap(({ lists }) => {
    const labels: Readonly<Record<string, string>> = lists[slug].fields;
    return labels[key] ?? [];
  });
