/** Why a callback was not switched: in the words of whoever refused, or that nobody knows. */
import { Button } from '@mantine/core';
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { FormNote } from '#src/components/records/FormNote.tsx';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';

type CallbackTroubleProps = { error: Error; title: string; onRetry: () => void };

export function CallbackTrouble({ error, title, onRetry }: CallbackTroubleProps) {
  const words = useWords(settingsWords);
  const t = words.callbacks;
  const { advice, said } = useErrorWords()(error);
  const unsure = mayBeDone(error);
  // Pult's own refusal names the settings.
  const own = error instanceof ApiError && error.code === 'invalid' ? error.message : null;
  return (
    <FormNote
      tone={unsure ? 'risk' : 'late'}
      title={unsure ? t.unsureTitle : title}
      said={said ?? own}
      urgent
      actions={
        <Button variant="default" size="xs" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    >
      {unsure ? t.unsureLead : said === null && own === null && advice}
    </FormNote>
  );
}
