/** The answer of `GET /api/changes`: steps by order, and what is not known. */
import type { ChangedOrder, Changes, OrderGlance } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Blind, SystemLog } from './changesFile.ts';
import type { Steps } from './changesSteps.ts';

const SYSTEMS = ['ireca', 'kassa'] as const;

/**
 * When the log begins: with the first list of the system that was read first; the other one is blind until its own.
 * Later, when older steps were forgotten. Null = nothing was read yet.
 */
function beginning(systems: Record<System, SystemLog>, forgottenTo: number | null): number | null {
  const firsts = SYSTEMS.map((system) => systems[system].knownFrom).filter((at) => at !== null);
  return firsts.length === 0 ? null : Math.max(Math.min(...firsts), forgottenTo ?? 0);
}

export function changesAnswer(parts: {
  /** Epoch ms. */
  since: number;
  now: number;
  systems: Record<System, SystemLog>;
  blind: readonly Blind[];
  /** True when so many ms without a reading of a system are too many. */
  isBlind: (system: System, ms: number) => boolean;
  steps: Pick<Steps, 'after' | 'forgottenTo'>;
  /** A glance as a browser is to see it. */
  glance: (glance: OrderGlance) => OrderGlance;
}): Changes {
  const { since, now, systems, isBlind, steps, glance } = parts;
  const knownFrom = beginning(systems, steps.forgottenTo());
  const blind = [...parts.blind];
  for (const system of SYSTEMS) {
    const { knownFrom: own, asOf } = systems[system];
    const first = own ?? now;
    if (knownFrom !== null && isBlind(system, first - knownFrom)) {
      blind.push({ system, from: knownFrom, to: first });
    }
    if (asOf !== null && isBlind(system, now - asOf)) blind.push({ system, from: asOf, to: now });
  }
  const orders = new Map<string, ChangedOrder>();
  for (const { key, number, at, after, was, is, by } of steps.after(since)) {
    const [system, id] = [key.slice(0, key.indexOf(':')) as System, key.slice(key.indexOf(':') + 1)];
    const order = orders.get(key) ?? { key, system, id, number, steps: [] };
    orders.set(key, order);
    order.number = number;
    order.steps.push({ at, after, was: was && glance(was), is: is && glance(is), by });
  }
  return {
    since,
    now,
    knownFrom,
    blind: blind.filter(({ to }) => to > since),
    orders: [...orders.values()],
  };
}
