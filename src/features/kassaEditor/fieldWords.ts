/** What is wrong with a field of the form, in words. */
import type { KassaFieldError } from '#src/domain/kassaOrderCheck.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';

/** Gives the words of an error at a field, null where there is none. */
export function useFieldWords(): (error: KassaFieldError | undefined, field: string) => string | null {
  const t = useWords(kassaEditorWords);
  return (error, field) => {
    if (!error) return null;
    const words: Readonly<Record<string, string>> = t.malformed;
    return (error === 'malformed' && words[field]) || t.error[error];
  };
}
