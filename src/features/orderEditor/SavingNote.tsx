/** How the last attempt to save ended, when it did not end with a saved order. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ApiError } from '#src/api/http.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Note } from './Note.tsx';
import type { SavingState, StopNote } from './useSaving.ts';

export function SavingNote({ state, onLook }: { state: SavingState; onLook: () => void }) {
  if (state.phase === 'stopped') return <StoppedNote note={state.note} />;
  if (state.phase === 'unconfirmed') return <UnconfirmedNote state={state} onLook={onLook} />;
  return null;
}

function StoppedNote({ note }: { note: StopNote }) {
  const t = useWords(editorWords).outcome;
  switch (note.kind) {
    case 'refused':
      return (
        <Note tone="late" title={t.refused} said={note.message} urgent>
          {t.refusedAdvice}
        </Note>
      );
    case 'notSent':
      return <NotSentNote error={note.error} />;
    case 'taken':
      return (
        <Note
          tone="late"
          title={t.taken(note.orderId)}
          urgent
          actions={<Link to={orderAddress('ireca', note.orderId)}>{t.openTaken}</Link>}
        />
      );
    case 'gone':
      return <Note tone="late" title={t.gone} urgent />;
    case 'absent': {
      const { before, write } = note.sent;
      return (
        <Note tone="risk" title={before ? t.absentEdit : t.absentCreate(write.orderId)} urgent>
          {t.absentAdvice}
        </Note>
      );
    }
    case 'unchanged':
      return <Note tone="plain" title={t.unchanged} urgent />;
  }
}

function NotSentNote({ error }: { error: unknown }) {
  const t = useWords(editorWords).outcome;
  const words = useErrorWords()(error);
  const session = error instanceof ApiError && error.code === 'unauthenticated';
  return (
    <Note tone="late" title={t.notSent} said={session ? null : words.said} urgent>
      {session ? t.session : `${words.advice} ${t.notSentAdvice}`}
    </Note>
  );
}

type Unconfirmed = Extract<SavingState, { phase: 'unconfirmed' }>;

function UnconfirmedNote({ state, onLook }: { state: Unconfirmed; onLook: () => void }) {
  const t = useWords(editorWords).outcome;
  const { sent, looking, unreadable } = state;
  return (
    <Note
      tone="risk"
      title={t.unconfirmed}
      urgent
      actions={
        <Button variant="default" size="xs" onClick={onLook} disabled={looking}>
          {looking ? t.checking : t.check}
        </Button>
      }
    >
      {sent.before ? t.unconfirmedEdit : t.unconfirmedCreate(sent.write.orderId)}
      {unreadable && ` ${t.unreadable}`}
    </Note>
  );
}
