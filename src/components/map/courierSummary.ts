/** One courier as the map and its list show them: who, on shift or not, what they carry, where they were last seen. */
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { CourierLoad, Position } from '#src/domain/courierState.ts';
import { acceptPosition, positionBand } from '#src/domain/courierState.ts';
import { fold, initials } from '#src/lib/text.ts';
import { keepIdentity } from './markerDiff.ts';

export type CourierSummary = {
  courierId: string;
  name: string;
  initials: string;
  /** Folded name, for the filter. */
  searchText: string;
  onShift: boolean;
  open: number;
  late: number;
  atRisk: number;
  /** The last believed fix; null = never seen. */
  position: Position | null;
};

const nobody: ReadonlyMap<string, CourierSummary> = new Map();
const NOTHING: CourierLoad = { open: 0, late: 0, atRisk: 0 };

/** Each record is judged once; the same record gives the same position object. */
const believed = new WeakMap<LastPosition, Position>();

/** The position in the feed's record, when it can be believed at `now` (epoch ms). */
export function believedPosition(record: LastPosition | undefined, now: number): Position | null {
  if (record === undefined) return null;
  const known = believed.get(record);
  if (known) return known;
  const verdict = acceptPosition(null, record, now);
  if (!verdict.accepted) return null;
  believed.set(record, verdict.position);
  return verdict.position;
}

/**
 * Everyone in the directory, by courier id; whoever shows nothing new keeps the object of `before`, and so does the map when
 * that is everyone: what comes after a batch of positions costs as much as there were moved.
 * @param positions records of the positions feed, by `ireca:<courierId>`.
 * @param now epoch ms at which the positions were read.
 */
export function courierSummaries(
  directory: CourierDirectory,
  loads: ReadonlyMap<string, CourierLoad>,
  positions: ReadonlyMap<string, LastPosition>,
  now: number,
  before: ReadonlyMap<string, CourierSummary> = nobody,
): ReadonlyMap<string, CourierSummary> {
  const summaries = new Map<string, CourierSummary>();
  for (const { courierId, title, onShift } of directory.all) {
    const old = before.get(courierId);
    const named = old?.name === title;
    summaries.set(courierId, {
      courierId,
      name: title,
      initials: named ? old.initials : initials(title) || '?',
      searchText: named ? old.searchText : fold(title),
      onShift,
      ...(loads.get(courierId) ?? NOTHING),
      position: believedPosition(positions.get(`ireca:${courierId}`), now),
    });
  }
  return keepIdentity(before, summaries, sameSummary);
}

/** True when nothing that is shown differs. */
export function sameSummary(a: CourierSummary, b: CourierSummary): boolean {
  return (
    a.name === b.name &&
    a.onShift === b.onShift &&
    a.open === b.open &&
    a.late === b.late &&
    a.atRisk === b.atRisk &&
    (a.position === b.position ||
      (a.position !== null &&
        b.position !== null &&
        a.position.at === b.position.at &&
        a.position.accuracy === b.position.accuracy &&
        a.position.orderId === b.position.orderId &&
        a.position.point.latitude === b.position.point.latitude &&
        a.position.point.longitude === b.position.point.longitude))
  );
}

/** silent: the last position is older than ten minutes · never: there was none at all. */
export type Silence = 'silent' | 'never';

/**
 * How a courier who should be heard keeps silent at `now` (epoch ms); null for whoever is heard, and for whoever is neither
 * on shift nor carries anything: nobody waits for them.
 */
export function silenceOf(
  { onShift, open, position }: Pick<CourierSummary, 'onShift' | 'open' | 'position'>,
  shiftsKnown: boolean,
  now: number,
): Silence | null {
  if (shiftsKnown && !onShift && open === 0) return null;
  const band = positionBand(position, now);
  if (band === 'never') return 'never';
  return band === 'ghost' ? 'silent' : null;
}

export type CourierSort = 'load' | 'late' | 'age';

const byName = new Intl.Collator('ru').compare;

type Compare = (a: CourierSummary, b: CourierSummary) => number;

const SORTS: Record<CourierSort, Compare> = {
  load: (a, b) => b.open - a.open || b.late - a.late,
  late: (a, b) => b.late - a.late || b.atRisk - a.atRisk || b.open - a.open,
  age: (a, b) => (b.position?.at ?? 0) - (a.position?.at ?? 0),
};

/** Those whose name holds `query`, on shift first, then those who still carry something, then by the chosen order. */
export function sortedCouriers(
  summaries: Iterable<CourierSummary>,
  sort: CourierSort,
  query: string,
): CourierSummary[] {
  const wanted = fold(query);
  const rank = (one: CourierSummary) => (one.onShift ? 0 : one.open > 0 ? 1 : 2);
  return [...summaries]
    .filter((one) => wanted === '' || one.searchText.includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || SORTS[sort](a, b) || byName(a.name, b.name));
}

/**
 * The list in an order that was on screen before: nothing moves under the hand. Who has come since stands at the end.
 * @param ids the order to keep.
 */
export function heldOrder(sorted: readonly CourierSummary[], ids: readonly string[]): CourierSummary[] {
  const byId = new Map(sorted.map((one) => [one.courierId, one]));
  const kept = ids.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(ids);
  return [...kept, ...sorted.filter((one) => !known.has(one.courierId))];
}
