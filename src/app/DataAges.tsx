/** How old what we see is, per system: «iRECA 14:02:31 · Касса 14:01:50»; amber when late, red when down, with the reason. */
import { Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { LiveMark } from '#src/app/LiveMark.tsx';
import { useLiveState } from '#src/app/live/liveStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { System } from '#src/contracts/feed.ts';
import { isReadLate } from '#src/domain/feedAge.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './DataAges.module.css';

export function DataAges() {
  const t = useText().shell;
  const { systems } = useAppConfig();
  return (
    <div className={classes.ages} role="group" aria-label={t.age.label}>
      {systems.ireca && <Age system="ireca" />}
      {systems.kassa && <Age system="kassa" />}
      <LiveMark />
    </div>
  );
}

function Age({ system }: { system: System }) {
  const t = useText().shell;
  const format = useFormat();
  const { ordersPollSeconds } = useAppConfig();
  const { data } = useOrdersFeed(useQueryClient());
  const now = useNow(5000);
  const asOf = data?.asOf[system] ?? null;
  const problem = data?.problems.find((candidate) => candidate.system === system);
  const late = isReadLate(asOf, now, ordersPollSeconds);
  // Whether the system answers is not known while Pult itself cannot be asked.
  const offline = useLiveState(({ live }) => live.state === 'offline');
  const state = offline || asOf === null ? 'unknown' : problem ? 'down' : late ? 'late' : 'fresh';
  const time = asOf === null ? t.age.never : format.timeSeconds(asOf);
  const name = t.system[system];
  const label = offline
    ? t.live.ageOffline(name, time)
    : problem
      ? t.age.down(name, format.timeSeconds(problem.since), problem.message ?? t.problem[problem.code])
      : state === 'late'
        ? t.age.late(name, time)
        : state === 'fresh'
          ? t.age.fresh(name, time)
          : `${name}: ${t.age.never}`;
  return (
    <Tooltip label={label} multiline maw={320}>
      <span className={classes.age} data-state={state} aria-label={label} role="img">
        <span className={classes.dot} aria-hidden />
        <span aria-hidden>{name}</span>
        <b aria-hidden>{asOf === null ? '—' : time}</b>
      </span>
    </Tooltip>
  );
}
