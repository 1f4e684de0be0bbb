/** Something chosen, with a button that takes it away. */
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './Chip.module.css';

type ChipProps = {
  /** What is chosen, in words. */
  words: string;
  onClear: () => void;
  /** In place of the words: a link with them. */
  children?: ReactNode;
};

export function Chip({ words, onClear, children }: ChipProps) {
  const t = useWords(journalsWords).filter;
  return (
    <span className={classes.chip}>
      <span className={classes.words}>{children ?? words}</span>
      <button type="button" aria-label={t.clear(words)} title={t.clear(words)} onClick={onClear}>
        <IconX size={13} stroke={2} aria-hidden />
      </button>
    </span>
  );
}
