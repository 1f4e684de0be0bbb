/** What the log of changes cannot tell of a span: it begins later, nobody looked, a system was not read of late. */
import { IconEyeOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { digestGaps } from '#src/domain/digest.ts';
import type { Span } from '#src/domain/digestStep.ts';
import { unreadSystems } from '#src/domain/feedAge.ts';
import { paths } from '#src/lib/paths.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { momentWords } from './useEntryWords.ts';
import classes from './DigestGaps.module.css';

const MINUTE_MS = 60_000;
/** The longest are told, the rest counted. */
const TOLD = 3;

/** Renders nothing when nothing is unknown. */
export function DigestGaps({ changes, span }: { changes: Changes; span: Span }) {
  const t = useWords(digestWords).gaps;
  const { system, problem: problems } = useText().shell;
  const { systems, ordersPollSeconds } = useAppConfig();
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const moment = momentWords(format, now);
  const { data: feed } = useOrdersFeed(useQueryClient());
  /** With the network away nobody says that a system does not answer: its orders only get older. */
  const unreadLines = ({ asOf, problems: told }: OrdersFeed): string[] =>
    unreadSystems(asOf, systems, now, ordersPollSeconds)
      .filter((whose) => !told.some((problem) => problem.system === whose))
      .map((whose) => {
        const at = asOf[whose];
        return at === null ? t.neverRead(system[whose]) : t.readLast(system[whose], moment(at));
      });
  const { knownFrom, blind } = digestGaps(changes, span);
  const longest = blind.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const told = longest.slice(0, TOLD).sort((a, b) => a.from - b.from);
  const lines = [
    ...(changes.knownFrom === null ? [t.nothingKnown] : []),
    ...(knownFrom === null ? [] : [t.knownFrom(moment(knownFrom))]),
    ...told.map((gap) =>
      t.blind(gap.systems.map((one) => system[one]).join(t.and), moment(gap.from), moment(gap.to)),
    ),
    ...(longest.length > TOLD ? [t.blindMore(longest.length - TOLD)] : []),
    ...(feed?.problems ?? []).map(({ system: whose, since, message, code }) =>
      t.problem(system[whose], moment(since), message ?? problems[code]),
    ),
    ...(feed && feed.loading === null ? unreadLines(feed) : []),
  ];
  const setAside = feed?.setAside.size ?? 0;
  if (lines.length === 0 && setAside === 0) return null;
  return (
    <aside className={classes.gaps} aria-label={t.title}>
      <IconEyeOff size={16} stroke={1.7} aria-hidden />
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {setAside > 0 && (
          <li>
            {t.setAside(setAside)} <Link to={paths.quality}>{t.setAsideLink}</Link>
          </li>
        )}
      </ul>
    </aside>
  );
}
