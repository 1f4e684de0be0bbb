/** Reads an error log of all couriers together: whole the first time, and then only its two ends. */
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { succeeded } from '#proxy/upstream/failure.ts';

/** One page of the log as iRECA writes it; pages are counted from 0. */
export type AskPage = (page: number) => Promise<UpstreamResult<unknown[]>>;

/**
 * Takes in the rows of a page; answers how many of them were not known before.
 * @param first they were there when the log was first read.
 */
export type TakeRows = (rows: readonly unknown[], first: boolean) => number;

export type WholeLog = {
  /** One look at the log. What came before a page failed stays taken in. */
  read(take: TakeRows): Promise<UpstreamResult<null>>;
  /** It has been read to its end once. */
  looked(): boolean;
};

/** The most rows that a page may have (iRECA API text, `count`). */
export const PAGE_ROWS = 500;
/** One look asks for no more pages than this; a longer log is read on with the next. */
const MAX_PAGES = 100;

/**
 * Nothing says at which end a log grows, nor how long it is, and pages have no filter by time (iRECA API text). So new
 * rows are looked for at both ends: on page 0 and what follows it while all of it is new, and on the last page that had
 * any rows and what follows it once it is full. That is two calls a look, however old the log is; one, while it is short.
 */
export function createWholeLog(ask: AskPage): WholeLog {
  /** Where the first reading goes on; null = it is done. */
  let goesOnAt: number | null = 0;
  /** The last page that had rows. */
  let last = 0;

  async function pageOf(page: number, take: TakeRows, first: boolean) {
    const reply = await ask(page);
    if (!reply.ok) return reply;
    const { length } = reply.value;
    const unknown = take(reply.value, first);
    return succeeded({ unknown, empty: length === 0, full: length >= PAGE_ROWS, news: unknown === length });
  }

  async function readFirst(take: TakeRows, from: number): Promise<UpstreamResult<null>> {
    for (let page = from; page < from + MAX_PAGES; page += 1) {
      const seen = await pageOf(page, take, true);
      if (!seen.ok) return seen;
      const { empty, full, unknown } = seen.value;
      // A log that knows no pages gives the same rows again and again.
      const repeated = page > 0 && unknown === 0;
      if (!empty && !repeated) last = page;
      goesOnAt = full && !repeated ? page + 1 : null;
      if (goesOnAt === null) break;
    }
    return succeeded(null);
  }

  /** Old rows were taken away, so the log ends earlier than it did: on the last page before `from` that has rows. */
  async function readBack(take: TakeRows, from: number, to: number): Promise<UpstreamResult<null>> {
    let found = false;
    for (let page = from - 1; page >= to; page -= 1) {
      const seen = await pageOf(page, take, false);
      if (!seen.ok) return seen;
      const { empty, news } = seen.value;
      if (!empty && !found) last = page;
      found ||= !empty;
      if (found && !news) break;
    }
    if (!found) last = Math.max(0, to - 1);
    return succeeded(null);
  }

  async function readEnds(take: TakeRows): Promise<UpstreamResult<null>> {
    let front = 0;
    for (let isNew = true; isNew && front < MAX_PAGES; front += 1) {
      const seen = await pageOf(front, take, false);
      if (!seen.ok) return seen;
      if (!seen.value.full) {
        last = front;
        return succeeded(null);
      }
      isNew = seen.value.news;
    }
    const start = Math.max(front, last);
    for (let page = start; page < start + MAX_PAGES; page += 1) {
      const seen = await pageOf(page, take, false);
      if (!seen.ok) return seen;
      const { empty, full, unknown } = seen.value;
      if (empty && page === last) return readBack(take, page, front);
      const repeated = page > last && unknown === 0;
      if (!empty && !repeated) last = page;
      if (!full || repeated) break;
    }
    return succeeded(null);
  }

  return {
    read: (take) => (goesOnAt === null ? readEnds(take) : readFirst(take, goesOnAt)),
    looked: () => goesOnAt === null,
  };
}
