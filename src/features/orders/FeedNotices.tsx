/** What is wrong with the data on screen: a system that does not answer, a refresh that failed, records set aside. */
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { SetAsideRecord } from '#src/api/feedPull.ts';
import { ApiError } from '#src/api/http.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import notices from '#src/components/records/ListNotices.module.css';
import type { FeedProblem } from '#src/contracts/feed.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';

const SetAsideList = lazyPart(() => import('./SetAsideList.tsx'), 'SetAsideList');

/** @param error of the last pull, when it failed; the rows on screen are older then. */
export function FeedNotices({
  feed,
  error,
  onRetry,
}: {
  feed: OrdersFeed;
  error: unknown;
  onRetry: () => void;
}) {
  const t = useText().orders.feed;
  const { systems } = useAppConfig();
  const words = useErrorWords();
  // That Pult cannot be reached stands in the header already: a line here would move the rows under the hand.
  const unreached = error instanceof ApiError && error.code === 'offline';
  const failure = error && !unreached ? words(error) : null;
  return (
    <div className={notices.notices}>
      {feed.problems.map((problem) => (
        <ProblemLine
          key={problem.system}
          problem={problem}
          asOf={feed.asOf[problem.system]}
          onRetry={onRetry}
        />
      ))}
      {failure && (
        <p className={notices.notice} data-level="risk" role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>
            <strong>{failure.title}</strong> · {failure.said ?? failure.advice} · {t.stale}
          </span>
          <RetryButton onRetry={onRetry} />
        </p>
      )}
      {(['ireca', 'kassa'] as const).map(
        (system) => systems[system] || <OffLine key={system} system={system} />,
      )}
      {feed.setAside.size > 0 && <SetAsideLine records={feed.setAside} />}
    </div>
  );
}

function ProblemLine({
  problem,
  asOf,
  onRetry,
}: {
  problem: FeedProblem;
  asOf: number | null;
  onRetry: () => void;
}) {
  const t = useText().orders;
  const format = useFormat();
  return (
    <p className={notices.notice} data-level="late" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>
        <strong>{t.feed.problem[problem.code](t.systems[problem.system], format.time(problem.since))}</strong>
        {problem.message && <q>{problem.message}</q>}
        {' · '}
        {asOf === null ? t.feed.neverRead : t.feed.asOf(format.timeSeconds(asOf))}
      </span>
      <RetryButton onRetry={onRetry} />
    </p>
  );
}

function OffLine({ system }: { system: 'ireca' | 'kassa' }) {
  const t = useText().orders;
  return (
    <p className={notices.notice}>
      <IconPlugConnectedX size={16} stroke={1.8} aria-hidden />
      <span>{t.feed.off(t.systems[system])}</span>
    </p>
  );
}

function SetAsideLine({ records }: { records: ReadonlyMap<string, SetAsideRecord> }) {
  const t = useText().orders.feed;
  const [open, setOpen] = useState(false);
  return (
    <p className={notices.notice}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <button type="button" className={notices.link} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.setAside(records.size)}
      </button>
      {open && (
        <Suspense>
          <SetAsideList records={[...records.values()]} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  );
}

function RetryButton({ onRetry }: { onRetry: () => void }) {
  const t = useText().orders.feed;
  return (
    <button type="button" className={notices.link} onClick={onRetry}>
      {t.retry}
    </button>
  );
}
