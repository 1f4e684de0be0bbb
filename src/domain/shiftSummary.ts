/** «Смена» in numbers that no list counts: what was delivered since it began, how the board stands now, who carried what. */
import type { ChangedOrder, Changes, OrderGlance } from '#src/contracts/changes.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, Stage } from '#src/domain/dispatchOrder.ts';
import type { Span } from '#src/domain/digestStep.ts';
import { stepWithin } from '#src/domain/digestStep.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { isAssigned } from '#src/domain/orderFilter.ts';
import { stageOf } from '#src/domain/stage.ts';

export type CourierShift = {
  /** iRECA's id, or the login of somebody whom the directory does not know. */
  id: string;
  /** Name; null = not known. */
  title: string | null;
  /** iRECA's id when the directory knows the courier. */
  courierId: string | null;
  delivered: number;
  open: number;
  late: number;
};

/** Kopecks as the board has them, and orders whose sum is not known. */
export type KnownSum = { kopecks: number; unknown: number };

export type ShiftSummary = {
  /** Within the span; what was fetched back from clients is not among it. */
  delivered: number;
  /** Of what was delivered. */
  deliveredSum: KnownSum;
  /** Orders of refund that were carried out within the span: their money went back to the client. */
  refunds: { count: number; sum: KnownSum };
  /** As the board stands now. */
  now: { open: number; unassigned: number; onTheWay: number; late: number };
  /** Busiest first. */
  couriers: CourierShift[];
};

const DONE: ReadonlySet<Stage> = new Set<Stage>(['delivered', 'closed']);

type Ends = { before: OrderGlance | null; after: OrderGlance | null };

/** How an order stood before and after the span; null when nothing happened to it. */
function endsOf({ steps }: ChangedOrder, span: Span): Ends | null {
  const within = steps.filter((step) => stepWithin(step, span));
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last) return null;
  // An order that is not listed any more stands as it was last seen.
  return { before: first.was, after: last.is ?? last.was };
}

const isDone = ({ system }: ChangedOrder, glance: OrderGlance | null): boolean =>
  glance !== null && DONE.has(stageOf(system, glance.status));

function addAmount(sum: KnownSum, amount: number | null): void {
  if (amount === null) sum.unknown += 1;
  else sum.kopecks += amount;
}

/** Sums up the span. Everybody's deeds count, one's own too. */
export function shiftSummary(input: {
  changes: Pick<Changes, 'orders'>;
  records: ReadonlyMap<string, DispatchOrder>;
  directory: CourierDirectory;
  span: Span;
  /** Epoch ms. */
  now: number;
}): ShiftSummary {
  const { changes, records, directory, span, now } = input;
  const rows = new Map<string, CourierShift>();
  const rowOf = (whose: Pick<DispatchOrder, 'courierId' | 'courierLogin'>): CourierShift | null => {
    const courier = courierOf(whose, directory);
    const id = courier?.courierId ?? whose.courierId ?? whose.courierLogin;
    if (id === null) return null;
    const known = rows.get(id);
    if (known) return known;
    const title = courier?.title || null;
    const row = { id, title, courierId: courier?.courierId ?? null, delivered: 0, open: 0, late: 0 };
    rows.set(id, row);
    return row;
  };

  const summary: ShiftSummary = {
    delivered: 0,
    deliveredSum: { kopecks: 0, unknown: 0 },
    refunds: { count: 0, sum: { kopecks: 0, unknown: 0 } },
    now: { open: 0, unassigned: 0, onTheWay: 0, late: 0 },
    couriers: [],
  };

  for (const order of changes.orders) {
    const ends = endsOf(order, span);
    if (!ends) continue;
    if (!ends.after || !isDone(order, ends.after) || isDone(order, ends.before)) continue;
    const listed = records.get(order.key);
    // Of an order that is not listed any more nobody can tell, and refunds are few.
    if (listed?.isRefund) {
      summary.refunds.count += 1;
      addAmount(summary.refunds.sum, listed.amount);
      continue;
    }
    summary.delivered += 1;
    addAmount(summary.deliveredSum, listed?.amount ?? null);
    const row = rowOf(ends.after);
    if (row) row.delivered += 1;
  }

  for (const order of records.values()) {
    if (!order.open) continue;
    const late = latenessOf(order, now, 0).band === 'late';
    const row = rowOf(order);
    summary.now.open += 1;
    if (late) summary.now.late += 1;
    if (order.stage === 'taken') summary.now.onTheWay += 1;
    if (!isAssigned(order) && !order.selfPickUp) summary.now.unassigned += 1;
    if (!row) continue;
    row.open += 1;
    if (late) row.late += 1;
  }

  summary.couriers = [...rows.values()].sort(
    (a, b) =>
      b.delivered + b.open - (a.delivered + a.open) || (a.title ?? a.id).localeCompare(b.title ?? b.id, 'ru'),
  );
  return summary;
}
