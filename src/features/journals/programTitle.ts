/** What the program that made a change is called. */
import { useCallback } from 'react';
import { isCourierApp } from '#src/domain/orderStory.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';

/** The courier's app in our words, any other program as iRECA names it. */
export function useProgramTitle(): (program: string) => string {
  const t = useWords(journalsWords).table;
  return useCallback(
    (program) => (program === '' ? t.noProgram : isCourierApp(program) ? t.courierApp : program),
    [t],
  );
}
