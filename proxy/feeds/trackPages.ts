/** One reading of a courier's fixes from iRECA, page by page. */
import { locationRows } from '#src/contracts/ireca/location.ts';
import { isRow } from '#src/contracts/wire.ts';
import { parseGmt } from '#src/lib/dates.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { failed, succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { LOCATIONS_COUNT } from '#proxy/upstream/ireca.ts';
import { withoutSecrets } from '#proxy/upstream/secrets.ts';

/** An entry as iRECA wrote it, and its time (epoch ms; null: none that can be read). */
export type FixRow = { row: unknown; at: number | null };

export type TrackPages = {
  rows: FixRow[];
  /** False: there were more pages than are read. */
  complete: boolean;
  /** All fixes up to this moment are here; Infinity when iRECA had no more. Epoch ms. */
  until: number;
};

/** Ten thousand fixes: a week at one a minute, ten times more than the longest range should hold. */
const MAX_PAGES = 20;
/** A full page of nothing new: pages begin one later than the settings say. Two: this list has no pages at all. */
const MAX_STALE_PAGES = 2;
/** A phone whose clock is wrong says nothing of where in the list a page lies. */
const AHEAD_MS = 2 * 60_000;

/** What tells two entries apart: they have no id. */
export const keyOf = ({ row }: FixRow): string => JSON.stringify(row);

/** The entries of an answer of `/locations`, without secrets; null: it holds no list. */
export function fixRows(body: unknown): FixRow[] | null {
  const rows = locationRows(body);
  if (!Array.isArray(rows)) return null;
  return (withoutSecrets(rows) as unknown[]).map((row) => {
    const createdAt = isRow(row) ? row['createdAt'] : null;
    return { row, at: typeof createdAt === 'string' ? parseGmt(createdAt.trim()) : null };
  });
}

/** True when a page in order of time has gone beyond `to`; of a list in another order nothing of the kind is known. */
function isBeyond(page: readonly FixRow[], to: number, now: number): boolean {
  let previous = -Infinity;
  for (const { at } of page) {
    if (at === null || at > now + AHEAD_MS) continue;
    if (at < previous) return false;
    previous = at;
  }
  return previous > to;
}

/**
 * Reads all pages since `from` until a short one, or until fixes are later than `to` (epoch ms). Assumptions:
 * `createdAt` means «since»; a page shorter than `count` is the last one. A failure of any page is one of all.
 * @param now epoch ms.
 */
export async function readTrackPages(
  ireca: Pick<Ireca, 'locations'>,
  firstPage: number,
  { courierId, from, to }: { courierId: string; from: number; to: number },
  now: number,
): Promise<UpstreamResult<TrackPages>> {
  const rows: FixRow[] = [];
  const seen = new Set<string>();
  let stale = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const reply = await ireca.locations(courierId, from, firstPage + page);
    if (!reply.ok) return reply;
    const read = fixRows(reply.value);
    if (read === null) return failed('malformed');
    const before = rows.length;
    for (const row of read) {
      const key = keyOf(row);
      if (seen.has(key)) continue;
      seen.add(key);
      rows.push(row);
    }
    if (read.length < LOCATIONS_COUNT) return succeeded({ rows, complete: true, until: Infinity });
    if (isBeyond(read, to, now)) return succeeded({ rows, complete: true, until: to });
    stale = rows.length > before ? 0 : stale + 1;
    if (stale === MAX_STALE_PAGES) break;
  }
  return succeeded({ rows, complete: false, until: to });
}
