/** Which orders became late in a stretch of time: told from how each stood over it, also when it was put right since. */
import type { OrderGlance, OrderStep } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Span } from '#src/domain/digestStep.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { isOpenStage, stageOf } from '#src/domain/stage.ts';

/** How being late ended; `still`: it has not; `deleted`: in Pult; `gone`: its list lost it, nobody knows why. */
type LateEnd = 'still' | 'delivered' | 'cancelled' | 'moved' | 'deleted' | 'gone';

export type LateNote = {
  /** End of the window that was missed, epoch ms. */
  windowTo: number;
  ended: LateEnd;
  /** When the end was noticed, epoch ms; null while it lasts. */
  endedAt: number | null;
  /** Delivered at some moment around the end of the window: nobody looked, so it may have been in time. */
  doubtful: boolean;
};

/** Whether both say the same of being late; by how long is not in it. */
export const sameLate = (a: LateNote | null, b: LateNote | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.windowTo === b.windowTo &&
    a.ended === b.ended &&
    a.endedAt === b.endedAt &&
    a.doubtful === b.doubtful);

type Story = {
  system: System;
  /** All known steps since the span began, oldest first. */
  steps: readonly OrderStep[];
  /** How it stands now; null = it is not listed. */
  current: Pick<OrderGlance, 'status' | 'windowFrom' | 'windowTo'> | null;
};
type State = Story['current'];

const isOpen = (system: System, state: NonNullable<State>): boolean =>
  isOpenStage(system, stageOf(system, state.status));

/** Since when an order in this state counts as late, epoch ms; null = never. */
const lateFrom = (system: System, state: State): number | null =>
  state !== null && isOpen(system, state) ? windowEnd(state) : null;

function endOf(system: System, { is, at, by }: OrderStep): LateEnd | null {
  if (is === null) return by === null ? 'gone' : 'deleted';
  if (!isOpen(system, is)) return stageOf(system, is.status) === 'cancelled' ? 'cancelled' : 'delivered';
  const end = windowEnd(is);
  return end === null || end >= at ? 'moved' : null;
}

/** Not listed any more, which may pass: lists flicker, and what was deleted may be restored. */
const isAway = (ended: LateEnd | null | undefined): boolean => ended === 'gone' || ended === 'deleted';

const ending = (note: LateNote, ended: LateEnd, endedAt: number | null): LateNote => ({
  ...note,
  ended,
  endedAt,
});

/**
 * The last time that the order became late within the span, and how that ended; null = it did not.
 * @param now epoch ms.
 */
export function becameLate(
  { system, steps, current }: Story,
  { from, until }: Span,
  now: number,
): LateNote | null {
  const last = Math.min(until ?? now, now);
  let state: State = steps[0] ? steps[0].was : current;
  let begin = from;
  const late = lateFrom(system, state);
  let wasLate = late !== null && late <= from;
  let note: LateNote | null = null;

  for (const step of steps) {
    const how = endOf(system, step);
    // Its list lost it for a while: it has been there all along.
    const isBack = state === null && step.is !== null;
    if (isBack && note && isAway(note.ended)) note = ending(note, 'still', null);
    const end = lateFrom(system, state);
    const starts = end === null ? Infinity : Math.max(end, begin);
    const isLate = end !== null && starts < step.at;
    if (isLate && !wasLate && note?.ended !== 'still' && starts > from && starts <= last) {
      // Put right while nobody looked, perhaps before the window ended: only of a delivery it is worth telling.
      const unseen = step.after !== null && step.after < starts && how !== null;
      if (!unseen || how === 'delivered') {
        note = { windowTo: end, ended: 'still', endedAt: null, doubtful: unseen };
      }
    }
    if (note?.ended === 'still' && how !== null) note = ending(note, how, step.at);
    if (isAway(how)) wasLate = wasLate || isAway(note?.ended);
    else wasLate = how === null && (isLate || (isBack && wasLate));
    state = step.is;
    begin = step.at;
  }

  if (note?.ended === 'still') return note;
  const end = lateFrom(system, state);
  if (end === null || wasLate) return note;
  const starts = Math.max(end, begin);
  if (starts >= now || starts > last || starts <= from) return note;
  return { windowTo: end, ended: 'still', endedAt: null, doubtful: false };
}
