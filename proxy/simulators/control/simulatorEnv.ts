/** What the simulators' Hono apps carry with each request. */
import type { HttpBindings } from '@hono/node-server';

/** Set by an `ignore` fault: the deed (or the deed for one order) is reported as done but not done. */
export type Ignored = { all: boolean; orderIds: Set<string> };

export type SimulatorEnv = { Bindings: HttpBindings; Variables: { ignored?: Ignored } };

/** Whether the fault says that nothing is to happen to this order. */
export const isIgnored = (ignored: Ignored | undefined, orderId: string): boolean =>
  ignored !== undefined && (ignored.all || ignored.orderIds.has(orderId));
