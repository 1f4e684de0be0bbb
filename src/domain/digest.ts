/** «Что изменилось»: the log of changes and the board, as groups that a dispatcher who comes back asks about. */
import type { ChangedOrder, Changes, OrderStep } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LateNote } from '#src/domain/digestLate.ts';
import { becameLate } from '#src/domain/digestLate.ts';
import type { DigestMemory } from '#src/domain/digestMemory.ts';
import { digestMemory, recalling } from '#src/domain/digestMemory.ts';
import type { Span, StepKind } from '#src/domain/digestStep.ts';
import { kindOfStep, stepWithin } from '#src/domain/digestStep.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { isOpenStage, stageOf } from '#src/domain/stage.ts';

/** In the order in which they are told. An order may be in several. */
export const DIGEST_GROUPS = ['new', 'couriers', 'others', 'cancelled', 'late', 'gone'] as const;
export type DigestGroup = (typeof DIGEST_GROUPS)[number];

export type DigestEntry = {
  key: string;
  system: System;
  id: string;
  number: string;
  /** As the board has it now; null = it is not listed (any more). */
  order: DispatchOrder | null;
  groups: readonly DigestGroup[];
  /** What happened within the span, oldest first; empty when only its window ended. */
  steps: readonly OrderStep[];
  late: LateNote | null;
  /** The last of it, epoch ms: what the lists are sorted by. */
  at: number;
};

export type Digest = {
  /** Each group newest first; the late ones: those that still are first. */
  groups: Record<DigestGroup, DigestEntry[]>;
  /** Orders in all groups, each counted once. */
  total: number;
  /** Orders that only the one who asks has changed, left out of all of this. */
  own: number;
  /** Finished orders that their system does not list any more: the day moves on, nothing to decide. */
  archived: number;
};

export type DigestInput = {
  changes: Pick<Changes, 'orders'>;
  records: ReadonlyMap<string, DispatchOrder>;
  span: Span;
  /** Epoch ms. */
  now: number;
  /** Whose deeds do not count; null = everybody's do. */
  ownLogin: string | null;
};

/** Groups that a kind of step puts its order into. */
const GROUP_OF: Partial<Record<StepKind, DigestGroup>> = {
  couriers: 'couriers',
  others: 'others',
};

const emptyGroups = (): Record<DigestGroup, DigestEntry[]> => ({
  new: [],
  couriers: [],
  others: [],
  cancelled: [],
  late: [],
  gone: [],
});

/** How it ended counts: one that was cancelled and restored is not, one that came cancelled is. */
function isCancelled(
  system: System,
  steps: readonly OrderStep[],
  kinds: ReadonlySet<StepKind>,
  counts: (step: OrderStep) => boolean,
): boolean {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return false;
  if (kinds.has('deleted') && last.is === null) return true;
  const cancelled = (glance: OrderStep['is']) =>
    glance !== null && stageOf(system, glance.status) === 'cancelled';
  const cameSo = first.was === null && cancelled(first.is) && counts(first);
  return (cameSo || kinds.has('cancelled')) && cancelled(last.is ?? last.was);
}

function groupsOf(
  system: System,
  steps: readonly OrderStep[],
  counts: (step: OrderStep) => boolean,
): { groups: Set<DigestGroup>; archived: boolean } {
  const groups = new Set<DigestGroup>();
  const kinds = new Set<StepKind>();
  for (const step of steps) {
    if (!counts(step)) continue;
    const kind = kindOfStep(system, step);
    kinds.add(kind);
    const group = GROUP_OF[kind];
    if (group) groups.add(group);
  }
  // Money and receipts are written by the courier's app (assumption): an unnamed edit of an order that a courier has
  // moved is taken for a part of that.
  const edited = steps.some(
    (step) =>
      counts(step) && kindOfStep(system, step) === 'edited' && (step.by !== null || !kinds.has('couriers')),
  );
  if (edited) groups.add('others');
  const first = steps[0];
  const last = steps.at(-1);
  if (isCancelled(system, steps, kinds, counts)) groups.add('cancelled');
  // An order that left the list and came back within the span is neither new nor gone.
  if (first && first.was === null && counts(first)) groups.add('new');
  let archived = false;
  if (last && last.is === null && last.was !== null && counts(last) && last.by === null) {
    if (isOpenStage(system, stageOf(system, last.was.status))) groups.add('gone');
    else archived = true;
  }
  return { groups, archived };
}

const lastAt = (steps: readonly OrderStep[], late: LateNote | null): number =>
  Math.max(steps.at(-1)?.at ?? -Infinity, late?.windowTo ?? -Infinity);

const newestFirst = (a: DigestEntry, b: DigestEntry): number => b.at - a.at;
const stillLateFirst = (a: DigestEntry, b: DigestEntry): number =>
  Number(b.late?.ended === 'still') - Number(a.late?.ended === 'still') ||
  (a.late?.windowTo ?? 0) - (b.late?.windowTo ?? 0);

/** What one order adds to a digest. */
export type Told = { entry: DigestEntry | null; archived: boolean; own: boolean };

/** Null: nothing happened to it since the span began. */
function tellOrder(
  { key, system, id, number, steps }: ChangedOrder,
  order: DispatchOrder | null,
  { span, now, ownLogin }: DigestInput,
): Told | null {
  const counts = (step: OrderStep) => ownLogin === null || step.by?.login !== ownLogin;
  const since = steps.filter(({ at }) => at > span.from);
  if (since.length === 0) return null;
  const within = since.filter((step) => stepWithin(step, span));
  const { groups: found, archived } = groupsOf(system, within, counts);
  const late = becameLate({ system, steps: since, current: order }, span, now);
  if (late) found.add('late');
  if (found.size === 0) return { entry: null, archived, own: within.some((step) => !counts(step)) };
  const groups = DIGEST_GROUPS.filter((group) => found.has(group));
  const at = lastAt(within, late);
  const called = order?.number ?? number;
  const entry = { key, system, id, number: called, order, groups, steps: within, late, at };
  return { entry, archived, own: false };
}

/**
 * Groups everything that happened in the span. Work follows the number of orders and steps; with a memory the number of
 * those that changed since it was asked last, and an order of which nothing new is to be told keeps its entry.
 */
export function buildDigest(input: DigestInput, memory: DigestMemory = digestMemory()): Digest {
  const { changes, records, span, now } = input;
  const groups = emptyGroups();
  const digest: Digest = { groups, total: 0, own: 0, archived: 0 };
  const told = new Set<string>();
  const recall = recalling(memory, input);

  const tell = (entry: DigestEntry) => {
    digest.total += 1;
    for (const group of entry.groups) groups[group].push(entry);
  };

  for (const changed of changes.orders) {
    const order = records.get(changed.key) ?? null;
    const story = recall(changed, order, () => tellOrder(changed, order, input));
    if (!story) continue;
    told.add(changed.key);
    if (story.archived) digest.archived += 1;
    if (story.own) digest.own += 1;
    if (story.entry) tell(story.entry);
  }

  for (const order of records.values()) {
    const end = order.open ? windowEnd(order) : null;
    if (end === null || end <= span.from || end >= now || told.has(order.key)) continue;
    const story = recall(order, order, () => {
      const { key, system, id, number } = order;
      const late = becameLate({ system, steps: [], current: order }, span, now);
      const at = lastAt([], late);
      const entry = late && {
        key,
        system,
        id,
        number,
        order,
        groups: ['late' as const],
        steps: [],
        late,
        at,
      };
      return { entry, archived: false, own: false };
    });
    if (story?.entry) tell(story.entry);
  }

  for (const group of DIGEST_GROUPS) groups[group].sort(group === 'late' ? stillLateFirst : newestFirst);
  return digest;
}

/** Nobody looked from `from` to `to`, epoch ms: at these systems. */
type BlindGap = { systems: System[]; from: number; to: number };

/** A shorter silence makes no time uncertain that anybody would ask for. */
const SHORTEST_GAP_MS = 3 * 60_000;
const MINUTE_MS = 60_000;

/** Earliest first; those of both systems that a clock would show alike are one. */
function blindGaps(blind: Changes['blind']): BlindGap[] {
  const gaps = new Map<string, BlindGap>();
  for (const { system, from, to } of blind) {
    if (to - from < SHORTEST_GAP_MS) continue;
    const alike = `${Math.floor(from / MINUTE_MS)} ${Math.floor(to / MINUTE_MS)}`;
    const known = gaps.get(alike);
    if (!known) gaps.set(alike, { systems: [system], from, to });
    else if (!known.systems.includes(system)) known.systems.push(system);
  }
  return [...gaps.values()].sort((a, b) => a.from - b.from);
}

/**
 * What the log cannot tell of the span. `knownFrom`: it begins only then (epoch ms; null = it knows the whole span or
 * nothing yet); `blind`: stretches of minutes in which nobody looked.
 */
export function digestGaps(
  { knownFrom, blind, now }: Pick<Changes, 'knownFrom' | 'blind' | 'now'>,
  { from, until }: Span,
): { knownFrom: number | null; blind: BlindGap[] } {
  const to = until ?? now;
  return {
    knownFrom: knownFrom === null || knownFrom <= from ? null : knownFrom,
    blind: blindGaps(blind.filter((gap) => gap.to > from && gap.from < to)),
  };
}
