/** Commands: guard → write → read back, for the orders of both systems side by side. */
import { courierListSchema } from '#src/contracts/ireca/people.ts';
import type { Action, Command, OutcomeLine, OutcomeReason } from '#src/contracts/command.ts';
import { courierDirectory, kassaBar, kassaLogin } from '#src/domain/courierDirectory.ts';
import type { Clock } from '#proxy/clock.ts';
import type { ChangeLog } from '#proxy/feeds/changes.ts';
import type { Deed, Who } from '#proxy/feeds/changesDeeds.ts';
import { writesOf } from '#proxy/feeds/changesWrites.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { Kassa } from '#proxy/upstream/kassa.ts';
import { runIreca } from './ireca.ts';
import { createOrderReads } from './irecaReads.ts';
import { runKassa } from './kassa.ts';
import type { OrderLocks } from './orderLocks.ts';
import type { Report } from './outcome.ts';
import { untouched } from './outcome.ts';

export type Commands = {
  /** Does what somebody commands and reports each of its orders exactly once. Never throws. */
  run(command: Command, who: Who, report: Report): Promise<void>;
  /** From now on nothing new is written; what has been begun is brought to its end. */
  stop(): void;
  stopping(): boolean;
};

type Courier =
  { found: true; login: string | null } | { found: false; reason: OutcomeReason; message: string | null };

export function createCommands(options: {
  clock: Clock;
  ireca: Ireca;
  kassa: Kassa | null;
  orders: OrdersFeed;
  changes: Pick<ChangeLog, 'begin'>;
  /** Shared with everything else that writes orders. */
  locks: OrderLocks;
  logger: Logger;
}): Commands {
  const { clock, ireca, kassa, orders, changes, locks, logger } = options;
  const read = createOrderReads(ireca, orders);
  let stopped = false;
  const stopping = () => stopped;

  /** The courier of an assignment: must be on iRECA's list; the login in Kassa comes from their phone. */
  async function courierFor(action: Action): Promise<Courier> {
    if (action.type !== 'assign') return { found: true, login: null };
    const known = await lookUp(action.courierId, false);
    return known.found || known.reason !== 'courierUnknown' ? known : lookUp(action.courierId, true);
  }

  async function lookUp(courierId: string, fresh: boolean): Promise<Courier> {
    const list = await ireca.couriers(fresh);
    if (!list.ok) return { found: false, reason: 'upstreamUnreachable', message: list.failure.message };
    const parsed = courierListSchema.safeParse(list.value);
    if (!parsed.success) return { found: false, reason: 'upstreamUnreachable', message: null };
    const directory = courierDirectory(parsed.data.records, null);
    const courier = directory.byId.get(courierId);
    if (!courier) return { found: false, reason: 'courierUnknown', message: null };
    return { found: true, login: kassaBar(courier, directory) === null ? kassaLogin(courier.phone) : null };
  }

  async function runAll({ action, targets }: Command, who: Who, report: Report): Promise<void> {
    const courier = await courierFor(action);
    if (!courier.found) {
      for (const { system, id } of targets) {
        report(untouched(`${system}:${id}`, 'failed', courier.reason, null, courier.message));
      }
      return;
    }
    const begin = (keys: readonly string[]): Deed => changes.begin(keys, who, writesOf(action));
    const ofIreca = targets.filter(({ system }) => system === 'ireca');
    const ofKassa = targets.filter(({ system }) => system === 'kassa');
    const inKassa = async () => {
      const bar: OutcomeReason | null = !kassa
        ? 'notSupported'
        : action.type === 'assign' && courier.login === null
          ? 'courierNotInKassa'
          : null;
      if (!kassa || bar) {
        for (const { id } of ofKassa) report(untouched(`kassa:${id}`, 'failed', bar, null));
        return;
      }
      await runKassa(
        action,
        ofKassa,
        courier.login,
        { clock, kassa, orders, begin, locks, stopping },
        report,
      );
    };
    await Promise.all([
      runIreca(action, ofIreca, { clock, ireca, read, begin, locks, stopping }, report),
      inKassa(),
    ]);
  }

  return {
    async run(command, who, report) {
      const settled = new Map<string, OutcomeLine>();
      const began = performance.now();
      const once: Report = (line) => {
        if (settled.has(line.key)) return;
        settled.set(line.key, line);
        report(line);
      };
      try {
        await runAll(command, who, once);
      } catch (error) {
        logger.error({ err: errorFields(error), command: command.id }, 'a command broke');
      }
      // Whatever is left over broke half-way: it may have been written, so nothing may be claimed of it.
      for (const { system, id } of command.targets)
        once(untouched(`${system}:${id}`, 'unknown', 'notConfirmed', null));
      const outcomes: Record<string, number> = {};
      for (const { outcome } of settled.values()) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const ms = Math.round(performance.now() - began);
      logger.info({ command: command.id, action: command.action.type, outcomes, ms }, 'command');
    },
    stop() {
      stopped = true;
    },
    stopping,
  };
}
