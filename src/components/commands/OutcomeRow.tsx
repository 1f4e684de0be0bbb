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
import type { Action } from '#src/contracts/command.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { RunRow, RunTarget, RowState } from './commandRun.ts';
import { useStateWords } from './useStateWords.ts';
import { useWindowWords } from './useWindowWords.ts';
import lines from './lineWords.module.css';
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

export const OutcomeRow = memo(function OutcomeRow({ row, action }: { row: RunRow; action: Action }) {
  const text = useText();
  const t = text.commands;
  const { target, state, line } = row;
  const Sign = SIGNS[state];
  const details = useDetails(row, action);
  return (
    <li className={classes.row} data-state={state}>
      <span className={classes.sign} aria-hidden>
        <Sign size={17} stroke={1.9} />
      </span>
      <span className={lines.words}>
        <span className={lines.top}>
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
function useDetails({ target, state, line, later }: RunRow, action: Action): string[] {
  const t = useText().commands;
  const d = useWords(deedsWords).row;
  const achieved = useAchieved(target, action);
  const whyWords = { ...t.why, windowChanged: d.windowChanged, addressChanged: d.addressChanged };
  const words = useStateWords();
  const { system, seen } = target;
  const whole = (at: typeof seen) => words.whole(system, at);
  switch (state) {
    case 'done':
    case 'confirmedLater': {
      if (achieved) return achieved;
      const after = state === 'done' ? line?.after : later?.now;
      return after ? [words.change(system, line?.before ?? seen, after) || whole(after)] : [];
    }
    case 'changed': {
      if (line?.reason) return [whyWords[line.reason]];
      const found = line?.before ?? line?.after;
      return found ? [t.asked.seen(whole(seen)), t.asked.now(whole(found))] : [t.asked.seen(whole(seen))];
    }
    case 'changedLater':
      return later?.now ? [t.asked.seen(whole(seen)), t.asked.now(whole(later.now))] : [];
    case 'notApplied':
      return [t.why.notApplied, t.asked.stayed(whole(later?.now ?? line?.after ?? seen))];
    case 'forbidden':
    case 'failed': {
      const now = line?.after ?? line?.before;
      // The upstream's own message says it better than our word for "refused".
      const why =
        line?.reason && !(line.reason === 'upstreamRefused' && line.message) ? [whyWords[line.reason]] : [];
      return now ? [...why, t.asked.now(whole(now))] : why;
    }
    case 'unknown':
      return [t.asked.checking];
    default:
      return [];
  }
}

/** What a deed that touches neither status nor courier has brought about; null: the state tells it. */
function useAchieved({ window, shownWindow, shownAddress }: RunTarget, action: Action): string[] | null {
  const { arrow } = useText().commands.asked;
  const d = useWords(deedsWords);
  const windows = useWindowWords();
  if (action.type === 'delete') return [d.row.deleted];
  if (action.type === 'readdress') {
    return [d.row.address(action.addressTo), d.row.addressWas(shownAddress || d.nothing)];
  }
  if (action.type !== 'reschedule' || !window) return null;
  const was = (shownWindow && windows(shownWindow)) || d.nothing;
  return [arrow(was, windows(window))];
}
