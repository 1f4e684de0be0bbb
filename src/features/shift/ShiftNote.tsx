/** A note for those who take over: whoever works at this computer sees it, and it is printed with the sheet. */
import { Textarea } from '@mantine/core';
import { memo } from 'react';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useShiftNote } from './useShiftNote.ts';
import classes from './ShiftSheet.module.css';

const LONGEST = 4000;

/** What the shift before left behind, for whoever has just taken over. @param props.from when that shift began, epoch ms. */
export const LeftNote = memo(function LeftNote({ from }: { from: number }) {
  const t = useWords(digestWords).shift;
  const [note] = useShiftNote(from);
  if (note.trim() === '') return null;
  return (
    <section className={classes.left} aria-label={t.noteLeft}>
      <h3>{t.noteLeft}</h3>
      <p>{note}</p>
    </section>
  );
});

/** Its field measures itself whenever it is drawn: not with each order that moves. @param props.from when the shift began, epoch ms: each has its own note. */
export const ShiftNote = memo(function ShiftNote({ from }: { from: number }) {
  const t = useWords(digestWords).shift;
  const [note, setNote] = useShiftNote(from);
  return (
    <section className={classes.note} data-empty={note.trim() === '' || undefined} aria-label={t.note}>
      <h3>{t.note}</h3>
      <Textarea
        className={classes.noteField}
        aria-label={t.noteLabel}
        description={t.noteKept}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t.notePlaceholder}
        autosize
        minRows={2}
        maxRows={14}
        maxLength={LONGEST}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {/* A field shows on paper only as much as it shows on screen. */}
      <p className={classes.noteText} aria-hidden>
        {note}
      </p>
    </section>
  );
});
