/** Columns of the change journal: when, who, and what was → what is. */
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import { StoryChangeLine } from '#src/components/story/StoryChangeLine.tsx';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { courierAddress } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './changeColumns.module.css';
import type { JournalColumn } from './JournalTable.tsx';
import { useProgramTitle } from './programTitle.ts';

export function useChangeColumns(
  nameOf: (courierId: string) => string,
): readonly JournalColumn<StoryEntry>[] {
  const t = useWords(journalsWords).table;
  const { date, timeSeconds } = useFormat();
  const programTitle = useProgramTitle();
  return useMemo(
    () => [
      {
        id: 'time',
        label: t.time,
        width: '21ch',
        card: 'plain',
        cell: ({ at }) => (
          <time dateTime={new Date(at).toISOString()} className={classes.time}>
            {date(at)}, {timeSeconds(at)}
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
    [t, date, timeSeconds, nameOf, programTitle],
  );
}

function Changes({ entry: { event, eventName, changes } }: { entry: StoryEntry }) {
  const t = useWords(journalsWords).table;
  const headline =
    event === 'create'
      ? t.created
      : event === 'other'
        ? t.event(eventName)
        : changes.length === 0
          ? t.changed
          : null;
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
