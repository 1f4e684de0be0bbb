/** What became of an order that was sent: refused, not confirmed, found after all, or surely not made. */
import { Button, Loader } from '@mantine/core';
import { ApiError } from '#src/api/http.ts';
import { SentNote } from '#src/components/form/FormNotes.tsx';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { KassaOutcome } from './useKassaCreate.ts';

type OutcomeNoteProps = {
  outcome: KassaOutcome;
  onOpen: (id: string) => void;
  onSendAgain: (form: HTMLFormElement) => void;
};

export function OutcomeNote({ outcome, onOpen, onSendAgain }: OutcomeNoteProps) {
  const t = useWords(kassaEditorWords).outcome;
  const again = (words: string, variant: 'filled' | 'default') => (
    <Button size="xs" variant={variant} onClick={({ currentTarget: { form } }) => form && onSendAgain(form)}>
      {words}
    </Button>
  );
  const withWords = (text: string, said: string) => (said === '' ? text : `${text} ${t.said(said)}`);
  switch (outcome.step) {
    case 'idle':
    case 'sending':
      return null;
    case 'failed':
      return <Failure error={outcome.error} />;
    case 'found':
      return (
        <SentNote tone="ok" title={t.found(outcome.number)} text={t.foundText}>
          <Button size="xs" onClick={() => onOpen(outcome.id)}>
            {t.open}
          </Button>
        </SentNote>
      );
    case 'notFound':
      return (
        <SentNote
          tone="risk"
          title={t.notFound(outcome.number)}
          text={withWords(t.notFoundText, outcome.said)}
        >
          {again(t.again, 'filled')}
        </SentNote>
      );
    case 'checking':
    case 'unreadable':
      return (
        <SentNote
          tone="risk"
          title={t.checking}
          text={withWords(
            outcome.step === 'checking' ? t.checkingText(outcome.number) : t.unreadable,
            outcome.said,
          )}
          sign={outcome.step === 'checking' && <Loader size="xs" aria-hidden />}
        >
          {outcome.step === 'unreadable' && again(t.anyway, 'default')}
        </SentNote>
      );
  }
}

/** Whose refusal it is, in the system's own words if it sent any. */
function Failure({ error }: { error: unknown }) {
  const t = useWords(kassaEditorWords).outcome;
  const { advice, said } = useErrorWords()(error);
  const refused = error instanceof ApiError && error.code === 'upstreamRefused';
  return (
    <SentNote
      tone="late"
      title={refused ? t.refused : t.failed}
      text={said ? `«${said}». ${t.kept}` : `${advice} ${t.kept}`}
      urgent
    />
  );
}
