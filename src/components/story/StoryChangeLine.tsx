/** «поле: было → стало», in words. */
import { VisuallyHidden } from '@mantine/core';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { StoryChange, StoryValue } from '#src/domain/orderChange.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { IdTitle } from './IdTitle.tsx';
import { storyText } from './storyText.ts';
import classes from './StoryChangeLine.module.css';

/** What was set without a word of what it was is told as «поле: стало». */
export function StoryChangeLine({ change: { field, before, after } }: { change: StoryChange }) {
  const t = useWords(storyWords);
  return (
    <li className={classes.change}>
      <span className={classes.field}>{t.field(field)}:</span>{' '}
      {before.kind !== 'unsaid' && (
        <>
          <span className={classes.before}>
            <ValueText field={field} value={before} />
          </span>{' '}
          <span aria-hidden className={classes.arrow}>
            →
          </span>{' '}
          <VisuallyHidden>{t.became}</VisuallyHidden>{' '}
        </>
      )}
      <span className={classes.after}>
        <ValueText field={field} value={after} />
      </span>
    </li>
  );
}

function ValueText({ field, value }: { field: string; value: StoryValue }) {
  const words = useWords(storyWords);
  const format = useFormat();
  if (value.kind === 'id') return <IdTitle of={value.of} id={value.id} />;
  const text = storyText(field, value, { words, format, titleOf: (_of, id) => id });
  return value.kind === 'raw' ? <code>{text}</code> : text;
}
