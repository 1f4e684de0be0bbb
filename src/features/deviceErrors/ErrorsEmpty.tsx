/** In place of the rows of «Ошибки кассы»: being read, not read or not readable, none at all, none for this filter. */
import { Button } from '@mantine/core';
import type { DeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { ListSkeleton, NothingReadable } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';

type ErrorsEmptyProps = {
  feed: DeviceErrorsFeed | undefined;
  error: unknown;
  onRetry: () => void;
  /** How many the filter hides. */
  hidden: number;
  /** Nothing but «Новые» is chosen: what it hides was looked at, and that is good news. */
  onlyUnseen: boolean;
  onReset: () => void;
};

export function ErrorsEmpty({ feed, error, onRetry, hidden, onlyUnseen, onReset }: ErrorsEmptyProps) {
  const t = useWords(deviceErrorsWords);
  if (!feed) return error ? <ErrorNote error={error} onRetry={onRetry} /> : <ListSkeleton />;
  if (hidden > 0) {
    const whole = feed.problems.length === 0 && feed.loading === null && feed.setAside.size === 0;
    const allSeen = onlyUnseen && whole;
    return (
      <Nothing
        title={allSeen ? t.states.allSeen : t.states.nothing}
        lead={allSeen ? t.states.allSeenLead(hidden) : t.states.nothingLead(hidden)}
      >
        <Button variant="default" onClick={onReset}>
          {allSeen ? t.states.showSeen : t.filters.reset}
        </Button>
      </Nothing>
    );
  }
  // Its trouble stands above the table; that nothing is wrong at the tills may not be said then.
  if (feed.problems.length > 0) return null;
  if (feed.asOf.ireca === null) return <Nothing title={t.states.waiting} lead={t.states.waitingLead} />;
  if (feed.loading !== null) return <ListSkeleton />;
  if (feed.setAside.size > 0) return <NothingReadable />;
  return <Nothing title={t.states.none} lead={t.states.noneLead} />;
}
