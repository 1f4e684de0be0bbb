/** The couriers as the table shows them: one row each, counted by what needs a decision, searched and put in order. */
import type { Licence } from '#src/contracts/ireca/people.ts';
import type { CourierSummary, Silence } from '#src/components/map/courierSummary.ts';
import { silenceOf } from '#src/components/map/courierSummary.ts';
import type { CourierDirectory, KassaBar } from '#src/domain/courierDirectory.ts';
import { kassaBar } from '#src/domain/courierDirectory.ts';
import type { CourierLoad, Position } from '#src/domain/courierState.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

export type CourierRow = {
  courierId: string;
  title: string;
  phone: string;
  /** Why Kassa orders cannot be given to them; null = they can. */
  kassaBar: KassaBar | null;
  /** Its title, or its id where no role has it; '' = none, or not known yet. */
  role: string;
  /** Null = not known: licences could not be read. */
  onShift: boolean | null;
  /** Sessions of the app, the latest first. */
  devices: readonly Licence[];
  /** Start of the latest session, epoch ms. */
  since: number | null;
  /** Null = orders are not known yet. */
  load: CourierLoad | null;
  /** The last believed position; null = there was none, or it is not known. */
  position: Position | null;
  /** Should be heard and is not; null also while that is not known. */
  silence: Silence | null;
  /** Folded words and digits of the phone, for the search. */
  searchText: string;
};

/** unknown: not read yet, or never · stale: they do not come any more, so nobody can be said to keep silent. */
export type PositionsState = 'known' | 'stale' | 'unknown';

/** What is behind the rows, and what of it could not be read. */
export type CourierSources = {
  directory: CourierDirectory;
  /** By courier id. */
  summaries: ReadonlyMap<string, CourierSummary>;
  /** Null = not known. */
  licenses: readonly Licence[] | null;
  /** Null = not known yet. */
  roleTitles: ReadonlyMap<string, string> | null;
  ordersKnown: boolean;
  positions: PositionsState;
  /** Epoch ms. */
  now: number;
};

function devicesByCourier(licenses: readonly Licence[]): Map<string, Licence[]> {
  const devices = new Map<string, Licence[]>();
  for (const licence of licenses) {
    const known = devices.get(licence.courierId);
    if (known) known.push(licence);
    else devices.set(licence.courierId, [licence]);
  }
  for (const of of devices.values()) of.sort((a, b) => (b.sessionStartAt ?? 0) - (a.sessionStartAt ?? 0));
  return devices;
}

const none: readonly Licence[] = [];

/** A row for everyone in the directory, in its order. */
export function courierRows(sources: CourierSources): CourierRow[] {
  const { directory, summaries, licenses, roleTitles, ordersKnown, positions, now } = sources;
  const devices = licenses && devicesByCourier(licenses);
  return directory.all.map((courier): CourierRow => {
    const { courierId, title, phone, roleId } = courier;
    const summary = summaries.get(courierId);
    const own = devices?.get(courierId) ?? none;
    const role = roleId === null || !roleTitles ? '' : roleTitles.get(roleId) || roleId;
    const { open = 0, late = 0, atRisk = 0, position = null } = summary ?? {};
    const onShift = devices === null ? null : own.length > 0;
    return {
      courierId,
      title,
      phone,
      kassaBar: kassaBar(courier, directory),
      role,
      onShift,
      devices: own,
      since: own[0]?.sessionStartAt ?? null,
      load: ordersKnown ? { open, late, atRisk } : null,
      position: positions === 'unknown' ? null : position,
      silence:
        positions === 'known'
          ? silenceOf({ onShift: onShift === true, open, position }, onShift !== null, now)
          : null,
      searchText: [
        fold(title),
        courier.phoneDigits ?? '',
        fold(role),
        ...own.map((device) => fold(`${device.deviceTitle} ${device.deviceId ?? ''}`)),
        courierId,
      ].join('\n'),
    };
  });
}

/** In the order of the counters. */
export const COURIER_VIEWS = ['all', 'onShift', 'late', 'silent', 'offShift'] as const;
export type CourierView = (typeof COURIER_VIEWS)[number];

const IN_VIEW: Record<CourierView, (row: CourierRow) => boolean> = {
  all: () => true,
  onShift: ({ onShift }) => onShift === true,
  late: ({ load }) => load !== null && load.late > 0,
  silent: ({ silence }) => silence !== null,
  offShift: ({ onShift }) => onShift === false,
};

/** How many rows each view holds, whatever is searched for. */
export function courierCounts(rows: readonly CourierRow[]): Record<CourierView, number> {
  const counts: Record<CourierView, number> = { all: 0, onShift: 0, late: 0, silent: 0, offShift: 0 };
  for (const row of rows) for (const view of COURIER_VIEWS) if (IN_VIEW[view](row)) counts[view] += 1;
  return counts;
}

/** Three digits are not yet a phone, but «+7 921…» is searched for by its digits. */
const PHONE_LIKE = /^[+\d\s()-]{3,}$/;

/** A test for rows of this view in which every word of `query` stands: name, phone, role, device or number. */
export function courierTest(view: CourierView, query: string): (row: CourierRow) => boolean {
  const wanted = fold(query);
  const digits = PHONE_LIKE.test(wanted) ? digitsOf(wanted).replace(/^8(?=\d{10}$)/, '7') : '';
  const words = digits === '' ? wanted.split(' ').filter(Boolean) : [digits];
  return (row) => IN_VIEW[view](row) && words.every((word) => row.searchText.includes(word));
}

export const COURIER_COLUMNS = ['title', 'phone', 'role', 'since', 'open', 'late', 'atRisk', 'seen'] as const;
export type CourierColumn = (typeof COURIER_COLUMNS)[number];

/** By what a column sorts; null = nothing stands there. */
export const SORT_VALUE: Record<CourierColumn, (row: CourierRow) => string | number | null> = {
  title: ({ title }) => title,
  phone: ({ phone }) => phone || null,
  role: ({ role }) => role || null,
  since: ({ since }) => since,
  open: ({ load }) => load && load.open,
  late: ({ load }) => load && load.late,
  atRisk: ({ load }) => load && load.atRisk,
  seen: ({ position }) => position && position.at,
};

const collator = new Intl.Collator('ru', { numeric: true });
const byTitle = (a: CourierRow, b: CourierRow) => collator.compare(a.title, b.title);

/** What needs a decision first: late orders, then orders with somebody who is not heard, then orders at risk. */
function urgency({ load, silence, onShift }: CourierRow): number {
  const { open = 0, late = 0, atRisk = 0 } = load ?? {};
  if (late > 0) return 0;
  if (silence !== null && open > 0) return 1;
  if (atRisk > 0) return 2;
  if (silence !== null) return 3;
  return onShift === false && open === 0 ? 5 : 4;
}

function byUrgency(a: CourierRow, b: CourierRow): number {
  return (
    urgency(a) - urgency(b) ||
    (b.load?.late ?? 0) - (a.load?.late ?? 0) ||
    (b.load?.atRisk ?? 0) - (a.load?.atRisk ?? 0) ||
    byTitle(a, b)
  );
}

/** In the order of a column, or what needs a decision first (`sort` null). Where nothing stands is last either way. */
export function sortedCourierRows(
  rows: readonly CourierRow[],
  sort: { column: CourierColumn; down: boolean } | null,
): CourierRow[] {
  if (sort === null) return [...rows].sort(byUrgency);
  const valueOf = SORT_VALUE[sort.column];
  const sign = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byTitle(a, b);
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return sign * order || byTitle(a, b);
  });
}

/**
 * Rows as they stood when the hand came: none moves and none leaves, also when it would not be shown any more; those that
 * have come since stand at the end.
 * @param all every row there is, as it is now.
 * @param shown what would be shown now.
 * @param ids what stood on screen, in its order.
 */
export function heldCourierRows(
  all: readonly CourierRow[],
  shown: readonly CourierRow[],
  ids: readonly string[],
): CourierRow[] {
  const byId = new Map(all.map((row) => [row.courierId, row]));
  const held = new Set(ids);
  const kept = ids.flatMap((id) => byId.get(id) ?? []);
  return [...kept, ...shown.filter(({ courierId }) => !held.has(courierId))];
}
