/** What became of a refund that was sent: refused, out of date, not confirmed, or surely not made. */
import { Button, Loader } from '@mantine/core';
import { ApiError } from '#src/api/http.ts';
import { SentNote } from '#src/components/form/FormNotes.tsx';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { RefundOutcome } from './useRefund.ts';

type OutcomeNoteProps = {
  outcome: RefundOutcome;
  onOpen: (orderId: string) => void;
  onLook: (orderId: string) => void;
  onSendAgain: (form: HTMLFormElement) => void;
};

export function OutcomeNote({ outcome, onOpen, onLook, onSendAgain }: OutcomeNoteProps) {
  const t = useWords(refundWords).outcome;
  const errors = useWords(refundWords).error;
  const errorWords = useErrorWords();
  switch (outcome.step) {
    case 'idle':
    case 'sending':
      return null;
    case 'changed':
      return <SentNote tone="risk" title={t.failed} text={t.changed} urgent />;
    case 'taken':
      return (
        <SentNote
          tone="late"
          title={t.failed}
          text={`${errors.taken}: ${outcome.orderId}. ${t.kept}`}
          urgent
        />
      );
    case 'failed': {
      const { advice, said } = errorWords(outcome.error);
      const refused = outcome.error instanceof ApiError && outcome.error.code === 'upstreamRefused';
      return (
        <SentNote
          tone="late"
          title={refused ? t.refused : t.failed}
          text={said ? `«${said}». ${t.kept}` : `${advice} ${t.kept}`}
          urgent
        />
      );
    }
    case 'looking':
      return (
        <SentNote tone="risk" title={t.unconfirmed} text={t.looking(outcome.orderId)}>
          <Loader size="xs" aria-hidden />
        </SentNote>
      );
    case 'unreadable':
      return (
        <SentNote tone="risk" title={t.unconfirmed} text={t.unreadable}>
          <Button size="xs" onClick={() => onLook(outcome.orderId)}>
            {t.look}
          </Button>
        </SentNote>
      );
    case 'absent':
      return (
        <SentNote tone="risk" title={t.absent(outcome.orderId)} text={t.absentText}>
          <Button size="xs" onClick={({ currentTarget: { form } }) => form && onSendAgain(form)}>
            {t.again}
          </Button>
        </SentNote>
      );
    case 'odd':
      return (
        <SentNote tone="late" title={t.odd(outcome.orderId)} text={t.oddText} urgent>
          <Button size="xs" onClick={() => onOpen(outcome.orderId)}>
            {t.open}
          </Button>
        </SentNote>
      );
  }
}
