/** What is said above the fields of a record: a draft that was kept, that it is deleted, how the last saving ended. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '#src/api/http.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { FormNote } from './FormNote.tsx';
import type { RecordEditing } from './recordEditing.ts';

type Props = { editor: RecordEditing };

export function RecordNotes({ editor }: Props) {
  return (
    <>
      <DeletedNote editor={editor} />
      <DraftNote editor={editor} />
      <SavingNote editor={editor} />
    </>
  );
}

function DeletedNote({ editor }: Props) {
  const t = useWords(recordFormWords).state;
  const { deleted, dirty, busy, restore, mayKeep } = editor;
  if (!deleted) return null;
  return (
    <FormNote
      tone="deleted"
      title={t.deleted}
      actions={
        mayKeep && (
          <Button variant="default" size="xs" disabled={busy} onClick={restore}>
            {dirty ? t.restoreChanged : t.restore}
          </Button>
        )
      }
    >
      {t.deletedText}
    </FormNote>
  );
}

function DraftNote({ editor }: Props) {
  const t = useWords(recordFormWords).draft;
  const format = useFormat();
  const [read, setRead] = useState(false);
  const { restoredAt, dirty, list, startAnew, busy } = editor;
  if (restoredAt === null || read || !dirty) return null;
  return (
    <FormNote
      tone="draft"
      title={t.restored(format.dateTime(restoredAt))}
      actions={
        <>
          <Button variant="default" size="xs" onClick={() => setRead(true)}>
            {t.goOn}
          </Button>
          <Button variant="default" size="xs" disabled={busy} onClick={startAnew}>
            {t.again}
          </Button>
        </>
      }
    >
      {list.fields.some((field) => field.secret) ? t.kept : t.keptPlain}
    </FormNote>
  );
}

function SavingNote({ editor }: Props) {
  const t = useWords(recordFormWords).outcome;
  const { saving, id, list, look } = editor;
  const isNew = id === null;
  switch (saving.phase) {
    case 'refused': {
      // Said at its field, where there is one on screen.
      const atField = saving.key !== null && (isNew || saving.key !== list.source.idKey);
      return (
        <FormNote tone="late" title={t.refused} said={atField ? null : saving.message} urgent>
          {t.refusedAdvice}
        </FormNote>
      );
    }
    case 'notSent':
      return <NotSentNote error={saving.error} />;
    case 'gone':
      return <FormNote tone="late" title={t.gone} urgent />;
    case 'unchanged':
      return <FormNote tone="plain" title={t.unchanged} urgent />;
    case 'absent':
      return (
        <FormNote
          tone="risk"
          title={saving.accepted ? t.absentAccepted : isNew ? t.absentCreate : t.absentEdit}
          urgent
        >
          {t.absentAdvice}
        </FormNote>
      );
    case 'unconfirmed': {
      const { accepted, looking, unreadable } = saving;
      return (
        <FormNote
          tone="risk"
          title={t.unconfirmed}
          urgent
          actions={
            <Button variant="default" size="xs" onClick={look} disabled={looking}>
              {looking ? t.checking : t.check}
            </Button>
          }
        >
          {accepted ? t.accepted : isNew ? t.unconfirmedCreate : t.unconfirmedEdit}
          {unreadable && ` ${t.unreadable}`}
        </FormNote>
      );
    }
    default:
      return null;
  }
}

function NotSentNote({ error }: { error: unknown }) {
  const t = useWords(recordFormWords).outcome;
  const words = useErrorWords()(error);
  const session = error instanceof ApiError && error.code === 'unauthenticated';
  return (
    <FormNote tone="late" title={t.notSent} said={session ? null : words.said} urgent>
      {session ? t.session : `${words.advice} ${t.notSentAdvice}`}
    </FormNote>
  );
}
