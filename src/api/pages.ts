/** Lists that come page by page and never say how many there are. */
import { request } from '#src/api/http.ts';
import type { Parser } from '#src/api/http.ts';
import type { RecordList } from '#src/contracts/records.ts';

/** The most that iRECA gives at once (iRECA API text). */
export const PAGE_SIZE = 500;
/** A list that does not end is an upstream that overlooks `page`. */
const MOST_PAGES = 200;

export type PageOptions<T> = {
  /** Names a record, so that one that moved between two pages is not listed twice; null = keep it. */
  idOf: (record: T) => string | null;
  signal?: AbortSignal;
  /** Is given what has come so far, after each page but the last. */
  onPage?: (soFar: RecordList<T>) => void;
};

/**
 * All pages of `path`, from page 0 until a short one (assumption: `/locations` aside, the samples begin at 0).
 * @param path with its own query, if any; `page` and `count` are added.
 * @throws {ApiError} when any page fails: half a list must not pass for the whole.
 */
export async function pullPages<T>(
  path: string,
  parser: Parser<RecordList<T>>,
  { idOf, signal, onPage }: PageOptions<T>,
): Promise<RecordList<T>> {
  const records = new Map<string, T>();
  const setAside: RecordList<T>['setAside'] = [];
  const all = () => ({ records: [...records.values()], setAside: [...setAside] });
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}page=${page}&count=${PAGE_SIZE}`;
    const answer = await request(`${path}${query}`, parser, signal ? { signal } : {});
    const before = records.size;
    for (const record of answer.records) {
      const id = idOf(record) ?? `nameless ${records.size}`;
      if (!records.has(id)) records.set(id, record);
    }
    setAside.push(...answer.setAside);
    const short = answer.records.length + answer.setAside.length < PAGE_SIZE;
    if (short || records.size === before) break;
    onPage?.(all());
  }
  return all();
}
