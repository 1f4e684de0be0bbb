/** How old the couriers' positions are and when the next ones come; why not, when they do not come. */
import { useQueryClient } from '@tanstack/react-query';
import { useAppConfig } from '#src/api/appConfig.ts';
import { usePositionsFeed } from '#src/api/couriers.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './PositionsCaption.module.css';

/** Ticks each second by itself, so that nothing around it has to. */
export function PositionsCaption() {
  const { map, shell } = useText();
  const t = map.positions;
  const { systems } = useAppConfig();
  const { ago, time } = useFormat();
  const { data, isError } = usePositionsFeed(useQueryClient());
  const now = useNow(1_000);

  const say = (words: string, bad = false) => (
    <p className={classes.caption} data-bad={bad || undefined}>
      {words}
    </p>
  );
  if (!systems.ireca) return say(t.off);
  if (!data) return isError ? say(t.failed, true) : say(t.reading);
  const problem = data.problems.find(({ system }) => system === 'ireca');
  const seen = data.asOf.ireca === null ? t.never : t.age(ago(now - data.asOf.ireca));
  if (problem) return say(`${seen} · ${t.problem(shell.problem[problem.code], time(problem.since))}`, true);
  if (isError) return say(`${seen} · ${t.failed}`, true);
  if (data.asOf.ireca === null) return say(t.reading);
  const next =
    data.nextAt === null ? null : data.nextAt > now ? t.next(ago(data.nextAt - now + 999)) : t.asking;
  return say(next === null ? seen : `${seen} · ${next}`);
}
