/** The timeline, newest first, parted by days; the early part of a long story is folded away. */
import { useState } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { StoryItem } from './StoryItem.tsx';
import classes from './OrderStory.module.css';

/** Entries shown at first, and with each «показать ещё». */
const STEP = 30;
const DAY_MS = 24 * 60 * 60_000;

/** @param props.nameOf the name behind `who`. */
export function StoryList({ entries, nameOf }: { entries: StoryEntry[]; nameOf: (who: string) => string }) {
  const t = useWords(storyWords);
  const dayTitle = useDayTitle();
  const { dayKey } = useFormat();
  const [shown, show] = useState(STEP);
  const days: { key: string; entries: StoryEntry[] }[] = [];
  for (const entry of entries.slice(0, shown)) {
    const key = dayKey(entry.at);
    if (days.at(-1)?.key !== key) days.push({ key, entries: [] });
    days.at(-1)?.entries.push(entry);
  }
  const left = entries.length - shown;
  return (
    <>
      {days.map((day) => (
        <section key={day.key}>
          <h4 className={classes.day}>{dayTitle(day.entries[0]?.at ?? 0)}</h4>
          <ol className={classes.entries}>
            {day.entries.map((entry) => (
              <StoryItem key={entry.key} entry={entry} who={entry.who === null ? '' : nameOf(entry.who)} />
            ))}
          </ol>
        </section>
      ))}
      {left > 0 && (
        <p className={classes.more}>
          <button type="button" onClick={() => show(shown + STEP)}>
            {t.more(Math.min(STEP, left))}
          </button>
          <span>{t.left(left)}</span>
        </p>
      )}
    </>
  );
}

/** «Сегодня, 21 нояб.», «20 нояб.», and the year where it is not this one. */
function useDayTitle(): (at: number) => string {
  const t = useWords(storyWords);
  const { date, dayKey } = useFormat();
  const now = useNow(60_000);
  return (at) => {
    const day = dayKey(at);
    if (day === dayKey(now)) return t.today(date(at));
    if (day === dayKey(now - DAY_MS)) return t.yesterday(date(at));
    const year = day.slice(0, 4);
    return year === dayKey(now).slice(0, 4) ? date(at) : `${date(at)} ${year}`;
  };
}
