/** What happened to one order, told once: iRECA's status journal and change journal merged, or Kassa's list of statuses. */
import type { JournalRow, StatusChange } from '#src/contracts/ireca/orderHistory.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import type { StoryChange, StoryValue } from '#src/domain/orderChange.ts';
import { byImportance, sameValue, storyChanges, storyValue } from '#src/domain/orderChange.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { readOptionalId } from '#src/contracts/wire.ts';

export type StoryPlace = {
  point: LatLon;
  /** Metres; null = not said. */
  accuracy: number | null;
};

/** One deed. */
export type StoryEntry = {
  /** The same for as long as the order lives, so that a list may be renewed without anything jumping. */
  key: string;
  /** Epoch ms. */
  at: number;
  /** `status`: known from the status journal only. `other`: a journal event without a word of ours. */
  event: 'create' | 'update' | 'status' | 'other';
  /** The event's name as it came. */
  eventName: string;
  /** iRECA: the courier who did it (id); Kassa: the login. Null = nobody is named. */
  who: string | null;
  /** iRECA: the program that did it, as it came; '' = not said (Kassa does not say). */
  program: string;
  changes: StoryChange[];
  /** Kassa: the words that came with the status. */
  info: string;
  place: StoryPlace | null;
};

/** Newest first. */
export type OrderStory = { entries: StoryEntry[]; setAside: number };

/** How the couriers' app signs the journal (iRECA API text). */
const COURIER_APP = 'Application: iRECA Courier';
export const isCourierApp = (program: string): boolean => program.toLowerCase() === COURIER_APP.toLowerCase();

/** Both journals are written by one deed, each with its own clock reading. */
const SAME_DEED_MS = 5000;

/** Oldest first, whichever way the source runs; rows of one moment keep the order in which they happened. */
function chronological<T>(rows: readonly T[], timeOf: (row: T) => number): T[] {
  const first = rows[0];
  const last = rows.at(-1);
  const runsBack = first !== undefined && last !== undefined && timeOf(first) > timeOf(last);
  return (runsBack ? rows.toReversed() : [...rows]).sort((a, b) => timeOf(a) - timeOf(b));
}

/** Numbers the entries of one source and moment, so that each has a key of its own. */
function keyMaker(source: string): (at: number) => string {
  const seen = new Map<number, number>();
  return (at) => {
    const n = seen.get(at) ?? 0;
    seen.set(at, n + 1);
    return `${source}:${at}:${n}`;
  };
}

const statusSet = ({ event, afterItem }: JournalRow): string | null =>
  event === 'create' ? null : readOptionalId(afterItem?.deliveryStatusId);

/**
 * Which journal row tells of the same deed as each status row: the same status within a few seconds, the nearest pair
 * first, each row once. A status that nothing else explains belongs to the order's creation, when that is as near.
 */
function pairUp(
  journal: readonly JournalRow[],
  statuses: readonly StatusChange[],
): Map<StatusChange, JournalRow> {
  const pairs: { row: JournalRow; status: StatusChange; apart: number }[] = [];
  for (const status of statuses) {
    for (const row of journal) {
      const apart = Math.abs(row.createdAt - status.createdAt);
      if (apart > SAME_DEED_MS) continue;
      if (row.event === 'create') pairs.push({ row, status, apart: apart + SAME_DEED_MS });
      else if (status.statusId !== null && statusSet(row) === status.statusId)
        pairs.push({ row, status, apart });
    }
  }
  // Stable: of equally near ones the earlier rows find each other.
  pairs.sort((a, b) => a.apart - b.apart);
  const found = new Map<StatusChange, JournalRow>();
  const taken = new Set<JournalRow>();
  for (const { row, status } of pairs) {
    if (found.has(status) || taken.has(row)) continue;
    found.set(status, row);
    taken.add(row);
  }
  return found;
}

function placeOf({ latitude, longitude, accuracy }: StatusChange): StoryPlace | null {
  const point = knownPoint(latitude, longitude);
  return point && { point, accuracy: accuracy !== null && accuracy > 0 ? accuracy : null };
}

const UNSAID: StoryValue = { kind: 'unsaid' };

const became = (field: string, value: unknown): StoryChange => ({
  field,
  before: UNSAID,
  after: storyValue(field, value),
});

/** What a status row says beyond what the journal row of the same deed has said. */
function statusChanges(status: StatusChange, known: readonly StoryChange[]): StoryChange[] {
  const changes: StoryChange[] = [];
  const says = (field: string) => known.some((change) => change.field === field);
  if (!says('deliveryStatusId')) changes.push(became('deliveryStatusId', status.statusId));
  if (status.returnReasonId !== null && !says('returnReasonId')) {
    changes.push(became('returnReasonId', status.returnReasonId));
  }
  return changes;
}

function eventOf(name: string): StoryEntry['event'] {
  return name === 'create' || name === 'update' ? name : 'other';
}

const newestFirst = (entries: StoryEntry[]): StoryEntry[] =>
  // Sorting is stable, so of one moment what happened first stays below.
  entries.sort((a, b) => a.at - b.at || beginning(a) - beginning(b)).reverse();

const beginning = ({ event }: StoryEntry): number => (event === 'create' ? 0 : 1);

/**
 * The story of an iRECA order. A status set by a deed that the change journal also tells is one entry, with the place
 * where it was set; its time is the change journal's.
 * @param setAside rows of either journal that could not be read.
 */
export function irecaStory(
  journal: readonly JournalRow[],
  statuses: readonly StatusChange[],
  setAside = 0,
): OrderStory {
  const rows = chronological(journal, (row) => row.createdAt);
  const marks = chronological(statuses, (status) => status.createdAt);
  const pairs = pairUp(rows, marks);
  const markOf = new Map([...pairs].map(([status, row]) => [row, status] as const));
  const journalKey = keyMaker('j');
  const entries = rows.map((row): StoryEntry => {
    const mark = markOf.get(row);
    const changes = storyChanges(row.beforeItem, row.afterItem);
    return {
      key: journalKey(row.createdAt),
      at: row.createdAt,
      event: eventOf(row.event),
      eventName: row.event,
      who: row.courierId,
      program: row.source,
      changes: mark ? byImportance([...changes, ...statusChanges(mark, changes)]) : changes,
      info: '',
      place: mark ? placeOf(mark) : null,
    };
  });
  const statusKey = keyMaker('s');
  for (const mark of marks) {
    // Counted for every row: a key must not change when another row finds its pair.
    const key = statusKey(mark.createdAt);
    if (pairs.has(mark)) continue;
    entries.push({
      key,
      at: mark.createdAt,
      event: 'status',
      eventName: '',
      who: null,
      program: '',
      changes: statusChanges(mark, []),
      info: '',
      place: placeOf(mark),
    });
  }
  return { entries: newestFirst(entries), setAside };
}

type KassaHistory = Pick<WholeOrder, 'created' | 'onlineOrderStatuses'>;

/**
 * The story of a Kassa order: its creation and each status with who set it. Each status is told as following the one
 * before it in the list (assumption: the list is whole). Rows without a time are set aside.
 */
export function kassaStory({ created, onlineOrderStatuses }: KassaHistory): OrderStory {
  type Timed = (typeof onlineOrderStatuses)[number] & { statusDate: number };
  const timed = onlineOrderStatuses.filter((row): row is Timed => row.statusDate !== null);
  const key = keyMaker('k');
  let before: StoryValue = UNSAID;
  const entries = chronological(timed, (row) => row.statusDate).map((row): StoryEntry => {
    const after = storyValue('currentStatusType', row.statusType);
    // The same status once more is no change of status, but its words and its author are news.
    const change = { field: 'currentStatusType', before: sameValue(before, after) ? UNSAID : before, after };
    before = after;
    return {
      key: key(row.statusDate),
      at: row.statusDate,
      event: 'status',
      eventName: '',
      who: row.userLogin,
      program: '',
      changes: [change],
      info: row.statusInfo,
      place: null,
    };
  });
  if (created !== null) {
    const first = entries[0];
    // The first status is written by the very deed that makes the order.
    if (first && Math.abs(first.at - created) <= SAME_DEED_MS) first.event = 'create';
    else {
      const made = { at: created, event: 'create' as const, eventName: '', who: null, program: '', info: '' };
      entries.unshift({ ...made, key: `k:created`, changes: [], place: null });
    }
  }
  return { entries: newestFirst(entries), setAside: onlineOrderStatuses.length - timed.length };
}
