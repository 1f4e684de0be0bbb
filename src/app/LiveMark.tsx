/** Says in words when changes do not come by themselves: «обновление опросом, раз в 15 с», «нет связи с Пультом с 14:02». */
import { Tooltip } from '@mantine/core';
import { IconCloudOff, IconRefreshAlert } from '@tabler/icons-react';
import { useLiveState } from '#src/app/live/liveStore.ts';
import { useFallbackSeconds } from '#src/app/live/useLiveUpdates.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './LiveMark.module.css';

/** Nothing while all is well; the place is always there, so that a change is read out. */
export function LiveMark() {
  const t = useText().shell.live;
  const format = useFormat();
  const seconds = useFallbackSeconds();
  const live = useLiveState((state) => state.live);
  const said =
    live.state === 'offline'
      ? {
          long: t.offline(format.time(live.since)),
          short: t.offlineShort(format.time(live.since)),
          tiny: t.offlineTiny,
          why: t.offlineWhy,
          Icon: IconCloudOff,
        }
      : live.state === 'polling'
        ? {
            long: t.polling(seconds),
            short: t.pollingShort(seconds),
            tiny: t.pollingTiny,
            why: t.pollingWhy(seconds),
            Icon: IconRefreshAlert,
          }
        : null;
  return (
    <span role="status" className={classes.place}>
      {said && (
        <Tooltip label={`${said.long}. ${said.why}`} multiline maw={300}>
          <span className={classes.mark} data-state={live.state}>
            <said.Icon size={15} stroke={1.8} aria-hidden />
            <span className={classes.long}>{said.long}</span>
            <span className={classes.short} aria-hidden>
              {said.short}
            </span>
            <span className={classes.tiny} aria-hidden>
              {said.tiny}
            </span>
          </span>
        </Tooltip>
      )}
    </span>
  );
}
