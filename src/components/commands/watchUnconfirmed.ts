/** Orders whose outcome could not be confirmed: what later reads of the system say about them. */
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import type { OrderState } from '#src/contracts/command.ts';
import { sameAddress } from '#src/domain/addressLine.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { kassaLogin } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import type { CommandRun, LaterVerdict, RunTarget } from './commandRun.ts';
import { runRows } from './commandRun.ts';

/**
 * The first read after the settling may have begun before the write reached the system; the two after it cannot. When
 * they still do not show what was asked for, it was not applied.
 */
const READS_UNTIL_SURE = 3;

/** True when the order stands as the run asked; a status moved on by the courier since is no contradiction. */
function asAsked(
  run: CommandRun,
  target: RunTarget,
  order: DispatchOrder,
  directory: CourierDirectory | undefined,
) {
  const { action } = run;
  switch (action.type) {
    case 'assign': {
      if (order.system === 'ireca') return order.courierId === action.courierId;
      const phone = directory?.byId.get(action.courierId)?.phone;
      const login = kassaLogin(phone ?? null);
      return login !== null && phoneDigits(order.courierLogin) === login;
    }
    case 'unassign':
      return order.courierId === null && order.courierLogin === null;
    case 'cancel':
      return order.stage === 'cancelled';
    case 'restore':
      return target.to !== undefined && sameState(order.seen, target.to);
    case 'reschedule':
      return order.windowFrom === target.window?.from && order.windowTo === target.window?.to;
    case 'setDelivery':
      return order.status === action.deliveryStatusId;
    case 'readdress':
      return sameAddress(order.address, action.addressTo);
    case 'delete':
      return false;
  }
}

/** The state on which the write was based: as re-read by the proxy, else as it was on screen. */
const stateBefore = (run: CommandRun, target: RunTarget): OrderState =>
  run.lines[target.key]?.before ?? target.seen;

/**
 * Compares a run's unconfirmed orders with the feed. What was asked for counts as confirmed as soon as the system shows
 * it; the opposite only after several reads of the whole system (`asOf` moved on each time).
 * @returns the same run when nothing new is known.
 */
export function watchUnconfirmed(
  run: CommandRun,
  feed: Pick<OrdersFeed, 'asOf' | 'records' | 'setAside' | 'loading'>,
  directory: CourierDirectory | undefined,
): CommandRun {
  let next = run;
  for (const { target, state } of runRows(run)) {
    if (state !== 'unknown') continue;
    const watch = run.watch[target.key] ?? { asOf: 0, reads: 0 };
    const asOf = feed.asOf[target.system] ?? 0;
    const order = feed.records.get(target.key);
    const before = stateBefore(run, target);
    const readAnew = asOf > watch.asOf;
    if (run.action.type === 'delete' && readAnew && isGone(feed, target)) {
      next = withVerdict(next, target, { verdict: 'done', now: null });
      continue;
    }
    const verdict =
      order && asAsked(run, target, order, directory) && (readAnew || !sameState(order.seen, before));
    if (verdict) {
      next = withVerdict(next, target, { verdict: 'done', now: order.seen });
      continue;
    }
    if (!readAnew) continue;
    const reads = watch.reads + 1;
    if (reads < READS_UNTIL_SURE) {
      next = { ...next, watch: { ...next.watch, [target.key]: { asOf, reads } } };
    } else if (order) {
      const untouched = sameState(order.seen, before) && sameWindow(order, target.shownWindow);
      next = withVerdict(next, target, { verdict: untouched ? 'notApplied' : 'changed', now: order.seen });
    }
  }
  return next;
}

/** @param shown undefined: the deed does not touch it. */
const sameWindow = ({ windowFrom, windowTo }: DispatchOrder, shown: RunTarget['shownWindow']) =>
  !shown || (windowFrom === shown.from && windowTo === shown.to);

/** A whole read of the system does not have the order: neither readable nor set aside. */
function isGone(feed: Pick<OrdersFeed, 'records' | 'setAside' | 'loading'>, { key }: RunTarget): boolean {
  return feed.loading === null && !feed.records.has(key) && !feed.setAside.has(key);
}

function withVerdict(run: CommandRun, target: RunTarget, verdict: LaterVerdict): CommandRun {
  return { ...run, later: { ...run.later, [target.key]: verdict } };
}
