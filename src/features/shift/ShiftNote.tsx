/** A note for those who take over: kept on this computer, printed with the sheet. */
import { Textarea } from '@mantine/core';
import { memo } from 'react';
import { useDraft } from '#src/components/form/useDraft.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ShiftSheet.module.css';

const LONGEST = 4000;
const isText = (kept: unknown): kept is string => typeof kept === 'string';

/** Its field measures itself whenever it is drawn: not with each order that moves. @param props.from when the shift began, epoch ms: each has its own note. */
export const ShiftNote = memo(function ShiftNote({ from }: { from: number }) {
  const t = useWords(digestWords).shift;
  const { values: note, setValues } = useDraft(`shift.note.${from}`, '', isText);
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
        onChange={(event) => setValues(event.currentTarget.value)}
      />
      {/* A field shows on paper only as much as it shows on screen. */}
      <p className={classes.noteText} aria-hidden>
        {note}
      </p>
    </section>
  );
});
