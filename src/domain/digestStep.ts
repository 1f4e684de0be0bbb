/** One noticed change of an order in a dispatcher's terms: what kind it is, and what led where over several of them. */
import type { OrderGlance, OrderStep } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Stage } from '#src/domain/dispatchOrder.ts';
import { stageOf } from '#src/domain/stage.ts';

/** From when (exclusive) until when (inclusive; null = until now) one looks back, epoch ms. */
export type Span = { from: number; until: number | null };

export type StepKind =
  | 'came'
  | 'left' // its system does not list it any more, nobody knows why
  | 'deleted' // somebody deleted it in Pult
  | 'cancelled' // also refused
  | 'couriers'
  | 'others'
  | 'edited'; // something that the board's columns do not show

/** Stages that the courier's app (in Kassa: the cash desk) brings an order to. */
const ON_THE_ROAD: ReadonlySet<Stage> = new Set<Stage>(['taken', 'delivered', 'closed']);

export const sameCourier = (a: OrderGlance, b: OrderGlance): boolean =>
  a.courierId === b.courierId && a.courierLogin === b.courierLogin;

export const sameWindow = (a: OrderGlance, b: OrderGlance): boolean =>
  a.windowFrom === b.windowFrom && a.windowTo === b.windowTo;

/** Whether an order stands the same in both, as far as the log notes it; null = it is not listed. */
export const sameGlance = (a: OrderGlance | null, b: OrderGlance | null): boolean =>
  a === b || (a !== null && b !== null && a.status === b.status && sameCourier(a, b) && sameWindow(a, b));

/**
 * What happened. Into «taken», «delivered» and «closed» an order is brought by the courier's app in iRECA and by the
 * courier or the cash desk in Kassa, unless it was done in Pult (assumption: neither system says on the order itself).
 */
export function kindOfStep(system: System, { was, is, by }: OrderStep): StepKind {
  if (is === null) return by === null ? 'left' : 'deleted';
  if (was === null) return 'came';
  if (was.status !== is.status) {
    const stage = stageOf(system, is.status);
    if (stage === 'cancelled') return stageOf(system, was.status) === 'cancelled' ? 'others' : 'cancelled';
    return by === null && ON_THE_ROAD.has(stage) ? 'couriers' : 'others';
  }
  return sameCourier(was, is) && sameWindow(was, is) ? 'edited' : 'others';
}

/**
 * True when the change belongs to the span: noticed within it, or noticed later but perhaps made within it (nobody
 * looked in between).
 */
export function stepWithin({ at, after }: OrderStep, { from, until }: Span): boolean {
  return at > from && (until === null || at <= until || (after !== null && after < until));
}

/** A state that something of an order came to; `step`: by which change, null = it stood so before. */
export type PathPoint<T> = { value: T; step: OrderStep | null };

/** What stood there before, in between and in the end: `6 → 7 → 9`. Fewer than two: it did not change. */
export function pathOf<T>(
  steps: readonly OrderStep[],
  pick: (glance: OrderGlance) => T,
  same: (a: T, b: T) => boolean = Object.is,
): PathPoint<T>[] {
  const path: PathPoint<T>[] = [];
  const add = (glance: OrderGlance | null, step: OrderStep | null) => {
    if (glance === null) return;
    const value = pick(glance);
    const last = path.at(-1);
    if (!last || !same(last.value, value)) path.push({ value, step });
  };
  for (const step of steps) {
    add(step.was, null);
    add(step.is, step);
  }
  return path;
}

/** Who changed the order in Pult, each once, the last first; `outside`: some of it was done elsewhere. */
export function doersOf(steps: readonly OrderStep[]): { names: string[]; outside: boolean } {
  const names = new Map<string, string>();
  for (const { by } of steps.toReversed()) if (by) names.set(by.login, by.name || by.login);
  return { names: [...names.values()], outside: steps.some(({ by }) => by === null) };
}
