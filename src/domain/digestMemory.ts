/** What a digest said of each order when it was last worked out: an order that did not change since is not gone through again. */
import type { ChangedOrder } from '#src/contracts/changes.ts';
import type { DigestInput, Told } from '#src/domain/digest.ts';
import { sameLate } from '#src/domain/digestLate.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { isOpenStage, stageOf } from '#src/domain/stage.ts';

type Remembered = {
  /** As the board had it. */
  order: DispatchOrder | null;
  now: number;
  /** True when time alone can change nothing of it: it is over. */
  settled: boolean;
  story: Told | null;
};

/** Of one span and one who asks; anything else asked for begins it anew. */
export type DigestMemory = { asked: string; of: WeakMap<ChangedOrder | DispatchOrder, Remembered> };

export const digestMemory = (): DigestMemory => ({ asked: '', of: new WeakMap() });

/** A finished order cannot become late any more, nor later. */
function isSettled(subject: ChangedOrder | DispatchOrder, now: number): boolean {
  if (!('steps' in subject)) return false;
  const last = subject.steps.at(-1);
  if (!last || last.at > now) return false;
  return last.is === null || !isOpenStage(subject.system, stageOf(subject.system, last.is.status));
}

/** Of the same order and the same steps: only being late can have come or gone with time. */
const sameStory = (a: Told | null, b: Told | null): boolean =>
  a !== null &&
  b !== null &&
  a.archived === b.archived &&
  a.own === b.own &&
  (a.entry === null || b.entry === null
    ? a.entry === b.entry
    : sameLate(a.entry.late, b.entry.late) && a.entry.groups.length === b.entry.groups.length);

/** Gives `(subject, order, work)`: what is remembered of the subject, or what `work` says when that may be out of date. */
export function recalling(memory: DigestMemory, { span, now, ownLogin }: DigestInput) {
  const asked = JSON.stringify([span.from, span.until, ownLogin]);
  if (memory.asked !== asked) {
    memory.asked = asked;
    memory.of = new WeakMap();
  }
  const { of } = memory;
  return (subject: ChangedOrder | DispatchOrder, order: DispatchOrder | null, work: () => Told | null) => {
    const known = of.get(subject);
    if (known?.order === order && (known.now === now || known.settled)) return known.story;
    const fresh = work();
    const story = known?.order === order && sameStory(known.story, fresh) ? known.story : fresh;
    of.set(subject, { order, now, settled: isSettled(subject, now), story });
    return story;
  };
}
