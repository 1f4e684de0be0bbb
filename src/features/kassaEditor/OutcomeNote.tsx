/** What became of an order that was sent: refused, not confirmed, found after all, or surely not made. */
import { Button, Loader } from '@mantine/core';
import { ApiError } from '#src/api/http.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { KassaOutcome } from './useKassaCreate.ts';
import classes from './kassaEditor.module.css';

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
  switch (outcome.step) {
    case 'idle':
    case 'sending':
      return null;
    case 'failed':
      return (
        <div className={classes.note} data-tone="late" role="alert">
          <Failure error={outcome.error} />
        </div>
      );
    case 'found':
      return (
        <div className={classes.note} data-tone="ok" role="status">
          <Words title={t.found(outcome.number)} text={t.foundText} />
          <Button size="xs" onClick={() => onOpen(outcome.id)}>
            {t.open}
          </Button>
        </div>
      );
    case 'notFound':
      return (
        <div className={classes.note} data-tone="risk" role="status">
          <Words title={t.notFound(outcome.number)} text={t.notFoundText} />
          {again(t.again, 'filled')}
        </div>
      );
    case 'checking':
    case 'unreadable':
      return (
        <div className={classes.note} data-tone="risk" role="status">
          {outcome.step === 'checking' && <Loader size="xs" aria-hidden />}
          <Words
            title={t.checking}
            text={outcome.step === 'checking' ? t.checkingText(outcome.number) : t.unreadable}
          />
          {outcome.step === 'unreadable' && again(t.anyway, 'default')}
        </div>
      );
  }
}

/** Whose refusal it is, in the system's own words if it sent any. */
function Failure({ error }: { error: unknown }) {
  const t = useWords(kassaEditorWords).outcome;
  const { advice, said } = useErrorWords()(error);
  const refused = error instanceof ApiError && error.code === 'upstreamRefused';
  return (
    <Words
      title={refused ? t.refused : t.failed}
      text={said ? `«${said}». ${t.kept}` : `${advice} ${t.kept}`}
    />
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div className={classes.words}>
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  );
}
