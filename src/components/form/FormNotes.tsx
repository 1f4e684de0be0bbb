/** Notes above a form: what was restored, what is wrong, what became of what was sent. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FormNotes.module.css';

type Tone = 'late' | 'risk' | 'ok';

/** One line of words, and perhaps links or a button. `urgent`: spoken at once. */
export function LineNote({ tone, urgent, children }: { tone?: Tone; urgent?: boolean; children: ReactNode }) {
  return (
    <p className={classes.note} data-tone={tone} role={urgent ? 'alert' : 'status'}>
      {children}
    </p>
  );
}

type RestoredNoteProps = { words: string; clear: string; onClear: () => void };

/** What was typed before is there again. */
export function RestoredNote({ words, clear, onClear }: RestoredNoteProps) {
  return (
    <LineNote>
      {words}
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {clear}
      </Button>
    </LineNote>
  );
}

type SentNoteProps = {
  tone: Tone;
  title: string;
  text: string;
  urgent?: boolean;
  /** Stands before the words: something is still going on. */
  sign?: ReactNode;
  /** What can be done about it. */
  children?: ReactNode;
};

/** What became of a form that was sent. */
export function SentNote({ tone, title, text, urgent, sign, children }: SentNoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role={urgent ? 'alert' : 'status'}>
      {sign}
      <div className={classes.words}>
        <strong>{title}</strong>
        <span>{text}</span>
      </div>
      {children}
    </div>
  );
}
