/** Since when the panel looks back. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { shiftStart } from '#src/domain/shiftTimes.ts';
import type { Since } from './digestStore.ts';
import { useDigestStore } from './digestStore.ts';
import { usePauseStore } from './lookStore.ts';

const MINUTE_MS = 60_000;

/** `from` is epoch ms; `mayLook`: there was an absence to look back over. */
export function useDigestSpan(): { since: Since; from: number; mayLook: boolean } {
  const { shiftStarts, timeZone } = useAppConfig();
  const pause = usePauseStore((state) => state.pause);
  const chosen = useDigestStore((state) => state.since);
  const askedAt = useDigestStore((state) => state.askedAt);
  const since = chosen === 'look' && !pause ? 'hour' : (chosen ?? (pause ? 'look' : 'hour'));
  const froms: Record<Since, () => number> = {
    look: () => pause?.from ?? askedAt,
    quarter: () => askedAt - 15 * MINUTE_MS,
    hour: () => askedAt - 60 * MINUTE_MS,
    shift: () => shiftStart(askedAt, shiftStarts, timeZone),
  };
  return { since, from: froms[since](), mayLook: pause !== null };
}
