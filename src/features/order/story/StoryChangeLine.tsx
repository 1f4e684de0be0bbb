/** «поле: было → стало», in words. */
import { VisuallyHidden } from '@mantine/core';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { StoryChange, StoryValue } from '#src/domain/orderChange.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { IdTitle } from './IdTitle.tsx';
import { partsText } from './partsText.ts';
import classes from './OrderStory.module.css';

/** What was set without a word of what it was is told as «поле: стало». */
export function StoryChangeLine({ change: { field, before, after } }: { change: StoryChange }) {
  const t = useWords(storyWords);
  return (
    <li>
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

/** Statuses are the one kind of value that has a word of its own for «nothing». */
const STATUSES = new Set(['deliveryStatusId', 'currentStatusType']);

function ValueText({ field, value }: { field: string; value: StoryValue }) {
  const t = useWords(storyWords);
  const format = useFormat();
  switch (value.kind) {
    case 'unsaid':
      return t.values.unsaid;
    case 'nothing':
      return STATUSES.has(field) ? t.values.noStatus : t.values.nothing;
    case 'id':
      return <IdTitle of={value.of} id={value.id} />;
    case 'flag':
      return value.on ? t.values.yes : t.values.no;
    case 'money':
      return format.money(value.kopecks);
    case 'time':
      return format.dateTime(value.at);
    case 'phone':
      return format.phone(value.phone);
    case 'text':
      return value.text;
    case 'parts':
      return partsText(value.parts, t.parts);
    case 'raw':
      return <code>{value.text}</code>;
  }
}
