/** How one order ended: a sign and a word, what it was and what it is now, and the system's own message. */
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconHourglass,
  IconLoader2,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react';
import { memo } from 'react';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { useText } from '#src/locales/language.tsx';
import type { RunRow, RowState } from './commandRun.ts';
import { useStateWords } from './useStateWords.ts';
import classes from './OutcomeRow.module.css';

const SIGNS: Record<RowState, typeof IconCheck> = {
  queued: IconCircleDashed,
  inFlight: IconLoader2,
  unsent: IconPlayerPause,
  done: IconCheck,
  confirmedLater: IconCheck,
  changed: IconArrowsExchange,
  changedLater: IconArrowsExchange,
  forbidden: IconBan,
  failed: IconX,
  notApplied: IconAlertTriangle,
  unknown: IconHourglass,
};

export const OutcomeRow = memo(function OutcomeRow({ row }: { row: RunRow }) {
  const text = useText();
  const t = text.commands;
  const { target, state, line } = row;
  const Sign = SIGNS[state];
  const details = useDetails(row);
  return (
    <li className={classes.row} data-state={state}>
      <span className={classes.sign} aria-hidden>
        <Sign size={17} stroke={1.9} />
      </span>
      <span className={classes.words}>
        <span className={classes.top}>
          <strong className={classes.number}>{target.number}</strong>
          <SystemBadge system={target.system} />
          <span className={classes.state}>{t.row[state]}</span>
        </span>
        {details.map((detail) => (
          <span key={detail} className={classes.detail}>
            {detail}
          </span>
        ))}
        {line?.message && (
          <q className={classes.message}>{t.asked.said(text.orders.systems[target.system], line.message)}</q>
        )}
      </span>
    </li>
  );
});

/** What the state alone does not say; at most two short lines. */
function useDetails({ target, state, line, later }: RunRow): string[] {
  const t = useText().commands;
  const words = useStateWords();
  const { system, seen } = target;
  const whole = (at: typeof seen) => words.whole(system, at);
  switch (state) {
    case 'done': {
      const after = line?.after ?? null;
      if (!after) return [];
      return [words.change(system, line?.before ?? seen, after) || whole(after)];
    }
    case 'confirmedLater':
      return later ? [words.change(system, line?.before ?? seen, later.now) || whole(later.now)] : [];
    case 'changed': {
      const found = line?.before ?? line?.after;
      return found ? [t.asked.seen(whole(seen)), t.asked.now(whole(found))] : [t.asked.seen(whole(seen))];
    }
    case 'changedLater':
      return later ? [t.asked.seen(whole(seen)), t.asked.now(whole(later.now))] : [];
    case 'notApplied':
      return [t.why.notApplied, t.asked.stayed(whole(later?.now ?? line?.after ?? seen))];
    case 'forbidden':
    case 'failed': {
      const now = line?.after ?? line?.before;
      // The upstream's own message says it better than our word for "refused".
      const why =
        line?.reason && !(line.reason === 'upstreamRefused' && line.message) ? [t.why[line.reason]] : [];
      return now ? [...why, t.asked.now(whole(now))] : why;
    }
    case 'unknown':
      return [t.asked.checking];
    default:
      return [];
  }
}
