/** How old the couriers' positions are and when the next ones come; why not, when they do not come; and «обновить». */
import { Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { PositionsFeed } from '#src/api/couriers.ts';
import { usePositionsFeed, usePositionsRefresh } from '#src/api/couriers.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { positionsWords } from '#src/locales/positionsWords.ts';
import classes from './PositionsCaption.module.css';
import { isUnderWay } from './positionsRound.ts';
import { QuarantineNotice } from './QuarantineNotice.tsx';

/** An eighth of a turn each second, with the caption: an animation would have the whole map drawn sixty times a second. */
const turned = (now: number) => ({ rotate: `${(Math.floor(now / 1000) % 8) * 45}deg` });
/** How long the answer to «обновить» stands. */
const ANSWER_MS = 8_000;

/** What the caption says, and whether that is bad news. */
function useCaption(feed: PositionsFeed | undefined, isError: boolean, now: number): [string, boolean] {
  const { map, shell } = useText();
  const t = map.positions;
  const { systems } = useAppConfig();
  const { ago, time } = useFormat();
  if (!systems.ireca) return [t.off, false];
  if (!feed) return isError ? [t.failed, true] : [t.reading, false];
  const { asOf, nextAt } = feed;
  const problem = feed.problems.find(({ system }) => system === 'ireca');
  const seen = asOf.ireca === null ? t.never : t.age(ago(now - asOf.ireca));
  if (problem) return [`${seen} · ${t.problem(shell.problem[problem.code], time(problem.since))}`, true];
  if (isError) return [`${seen} · ${t.failed}`, true];
  if (asOf.ireca === null) return [t.reading, false];
  if (isUnderWay(feed, now)) return [`${seen} · ${t.asking}`, false];
  if (nextAt === null || nextAt <= now) return [seen, false];
  return [`${seen} · ${t.next(ago(nextAt - now + 999))}`, false];
}

/** Ticks each second by itself, so that nothing around it has to. */
export function PositionsCaption() {
  const t = useWords(positionsWords);
  const { systems } = useAppConfig();
  const { ago } = useFormat();
  const errorWords = useErrorWords();
  const { data, isError } = usePositionsFeed(useQueryClient());
  const refresh = usePositionsRefresh();
  const now = useNow(1_000);
  const [words, bad] = useCaption(data, isError, now);
  const [answer, setAnswer] = useState({ words: '', at: 0 });
  const busy = refresh.isPending || (data !== undefined && isUnderWay(data, now));

  const ask = () => {
    if (refresh.isPending) return;
    const say = (said: string) => setAnswer({ words: said, at: Date.now() });
    refresh.mutate(undefined, {
      onSuccess: ({ asked, nextAt }) => {
        const wait = nextAt === null ? 0 : nextAt - Date.now();
        if (wait <= 0) return say(t.underWay);
        const inTime = ago(wait + 999);
        say(asked > 0 ? t.asked(asked, inTime) : t.nothingYet(inTime));
      },
      onError: (error) => say(t.failed(errorWords(error).title)),
    });
  };

  return (
    <div className={classes.place}>
      <QuarantineNotice />
      {/* Always here, or a screen reader would not notice the words when they come. */}
      <p className={classes.answer} role="status" data-positions-answer>
        {now - answer.at < ANSWER_MS ? answer.words : ''}
      </p>
      <div className={classes.caption} data-bad={bad || undefined} data-positions>
        <span>{words}</span>
        {systems.ireca && (
          <Tooltip label={t.refreshHint} position="top-start" multiline maw={240}>
            <button
              type="button"
              className={classes.refresh}
              aria-label={t.refresh}
              data-busy={busy || undefined}
              onClick={ask}
            >
              <IconRefresh size={13} stroke={1.8} style={busy ? turned(now) : undefined} aria-hidden />
            </button>
          </Tooltip>
        )}
      </div>
    </div>
  );
}
