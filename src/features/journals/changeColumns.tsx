/** Columns of the change journal: when, who, and what was → what is. */
import { useMemo } from 'react';
import { Link } from 'react-router';
import { StoryChangeLine } from '#src/components/story/StoryChangeLine.tsx';
import { storyHeadline } from '#src/components/story/storyHeadline.ts';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { courierAddress } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import classes from './changeColumns.module.css';
import type { JournalColumn } from './JournalTable.tsx';
import { useProgramTitle } from './programTitle.ts';
import { useJournalTime } from './useJournalTime.ts';

export function useChangeColumns(
  nameOf: (courierId: string) => string,
): readonly JournalColumn<StoryEntry>[] {
  const t = useWords(journalsWords).table;
  const { moment } = useJournalTime();
  const programTitle = useProgramTitle();
  return useMemo(
    () => [
      {
        id: 'time',
        label: t.time,
        width: '22ch',
        card: 'plain',
        cell: ({ at }) => (
          <time dateTime={new Date(at).toISOString()} className={classes.time}>
            {moment(at)}
          </time>
        ),
      },
      {
        id: 'who',
        label: t.who,
        width: '30ch',
        card: 'plain',
        cell: ({ who, program }) => (
          <span className={classes.who}>
            {who !== null && (
              <Link to={courierAddress(who)} tabIndex={-1}>
                {nameOf(who)}
              </Link>
            )}
            <span className={classes.program}>{programTitle(program)}</span>
          </span>
        ),
      },
      { id: 'what', label: t.what, card: 'main', cell: (entry) => <Changes entry={entry} /> },
    ],
    [t, moment, nameOf, programTitle],
  );
}

function Changes({ entry }: { entry: StoryEntry }) {
  const t = useWords(storyWords);
  const { event, changes } = entry;
  const headline = storyHeadline(entry, t);
  return (
    <>
      {headline !== null && (
        <p className={classes.headline}>
          {headline}
          {event === 'update' && <small>{t.noDetails}</small>}
        </p>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <StoryChangeLine key={change.field} change={change} />
          ))}
        </ul>
      )}
    </>
  );
}
