/** «This list was written»: whoever shows it reads it anew, once, also when it was this very tab that wrote it. */
import type { QueryClient } from '@tanstack/react-query';
import { onWrite } from '#src/api/http.ts';
import type { Readings } from './readings.ts';

/** Several writes one after another are one. */
const GATHER_MS = 200;
/** The proxy tells of a write a moment after it has answered the writer; what comes later tells of another's. */
const OWN_NEWS_MS = 500;
/** Whoever writes a list here reads the record back, and then the list: as long as that may take. */
const OWN_READING_MS = 1_500;

const API = '/api/ireca/';

export function createListNews(client: QueryClient, readings: Readings) {
  /** Told of, and not read since: a list and when it was told of. */
  const told = new Map<string, number>();
  /** Writes of this tab: how many are under way to a path below iRECA's address, and when the last one ended. */
  const own = new Map<string, { running: number; endedAt: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopNoting = onWrite((path, ended) => {
    if (!path.startsWith(API)) return;
    const list = (path.split('?')[0] ?? path).slice(API.length);
    const before = own.get(list) ?? { running: 0, endedAt: 0 };
    own.set(
      list,
      ended
        ? { running: before.running - 1, endedAt: Date.now() }
        : { ...before, running: before.running + 1 },
    );
  });

  /** The write of this tab that news of a list, told at `at`, are about: `goods/replace` is one of `goods`. */
  function ownWrite(list: string, at: number): { running: boolean; endedAt: number } | null {
    const mine = [...own].flatMap(([path, write]) => (`${path}/`.startsWith(`${list}/`) ? [write] : []));
    const running = mine.some((write) => write.running > 0);
    const endedAt = Math.max(0, ...mine.map((write) => write.endedAt));
    // Apart in either direction: a clock that was set back must not make all news one's own until it has caught up.
    return running || Math.abs(at - endedAt) < OWN_NEWS_MS ? { running, endedAt } : null;
  }

  function settle(): void {
    const now = Date.now();
    for (const [list, at] of told) {
      const queryKey = ['ireca', ...list.split('/')];
      const mine = ownWrite(list, at);
      if (mine?.running) continue;
      const since = Math.max(at, mine?.endedAt ?? 0);
      const queries = client.getQueryCache().findAll({ queryKey });
      const looked = mine !== null && queries.some((query) => readings.begunAt(query) >= mine.endedAt);
      // Not yet: the form that wrote it is about to read it.
      if (mine && !looked && Math.abs(now - mine.endedAt) < OWN_READING_MS) continue;
      told.delete(list);
      if (looked) continue;
      void client.invalidateQueries({ queryKey, predicate: (query) => readings.begunAt(query) <= since });
    }
    timer = told.size > 0 ? setTimeout(settle, GATHER_MS) : undefined;
  }

  return {
    /** @param list its path below iRECA's address: `goods`, `dictionary/taxTypes`. */
    follow(list: string): void {
      told.set(list, Date.now());
      timer ??= setTimeout(settle, GATHER_MS);
    },
    stop(): void {
      clearTimeout(timer);
      stopNoting();
    },
  };
}
