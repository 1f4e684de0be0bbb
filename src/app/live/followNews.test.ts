/** Hints lead to pulls and readings: none is lost behind one that is under way, and none leads to two. */
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import { send } from '#src/api/http.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { createCatchUp } from './catchUp.ts';
import { followHealth, followNews } from './followNews.ts';
import { noteReadings } from './readings.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function desk() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const readings = noteReadings(client);
  const news = followNews(client, readings);
  ends.push(news.stop, readings.stop);
  return { client, readings, news };
}

/** A query that a screen shows. The result counts how often it was read. */
function shown(
  client: QueryClient,
  queryKey: readonly unknown[],
  read: () => unknown = () => 'read',
  more = {},
) {
  const queryFn = vi.fn(async (): Promise<unknown> => read());
  client.setQueryData(queryKey, { version: 'v1' });
  ends.push(new QueryObserver(client, { queryKey, queryFn, ...more }).subscribe(() => {}));
  return queryFn;
}

/** Reads that wait to be let go, one after another. */
function gated(answers: unknown[]) {
  const waiting: (() => void)[] = [];
  return {
    read: () => new Promise((resolve) => waiting.push(() => resolve(answers.shift()))),
    go: () => waiting.shift()?.(),
    waiting,
  };
}

describe('followHint', () => {
  it('pulls when the feed is elsewhere, and does nothing when it is there already', async () => {
    const { client, news } = desk();
    const queryFn = shown(client, ORDERS_FEED, () => ({ version: 'v2' }));
    await news.followHint({ feed: 'orders', version: 'v1' });
    expect(queryFn).not.toHaveBeenCalled();
    await news.followHint({ feed: 'orders', version: 'v2' });
    expect(queryFn).toHaveBeenCalledOnce();
  });

  it('pulls once more when a pull under way ends behind the hint', async () => {
    const { client, news } = desk();
    const { read, go } = gated([{ version: 'v2' }, { version: 'v3' }]);
    const queryFn = shown(client, ORDERS_FEED, read);
    const busy = client.refetchQueries({ queryKey: ORDERS_FEED });
    const followed = news.followHint({ feed: 'orders', version: 'v3' });
    go();
    await busy;
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
    go();
    await followed;
    expect(client.getQueryData(ORDERS_FEED)).toEqual({ version: 'v3' });
  });

  it('makes no storm of the hints that a frozen page finds waiting', async () => {
    const { client, news } = desk();
    const queryFn = shown(client, ORDERS_FEED, () => ({ version: 'v500' }));
    await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        news.followHint({ feed: 'orders', version: `v${index + 1}` }),
      ),
    );
    expect(queryFn.mock.calls.length).toBeLessThanOrEqual(2);
    expect(client.getQueryData(ORDERS_FEED)).toEqual({ version: 'v500' });
  });

  it('does not ask for ever when a pull fails', async () => {
    const { client, news } = desk();
    const queryFn = shown(client, ORDERS_FEED, () => Promise.reject(new Error('no')));
    await news.followHint({ feed: 'orders', version: 'v2' });
    expect(queryFn).toHaveBeenCalledOnce();
  });

  it('leaves what it does not understand', () => {
    const { news } = desk();
    for (const data of ['', 'null', '{', '{"feed":"weather","version":"1"}', '{"list":7}']) {
      for (const event of ['hint', 'health', 'list', 'beat'] as const) {
        expect(() => news.take(event, data)).not.toThrow();
      }
    }
  });
});

describe('logs of terminals and recorders on screen', () => {
  const hint = (version: string) => JSON.stringify({ feed: 'deviceErrors', version });
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  function logs(versions: string[]) {
    vi.useFakeTimers();
    const { client, news, readings } = desk();
    const feed = shown(client, DEVICE_ERRORS_FEED, () => ({ version: versions.shift() }));
    const log = shown(client, ['order', 'ireca', '7', 'bankTerminalLogs']);
    const receipts = shown(client, ['order', 'ireca', '7', 'orderReceipts']);
    return { client, news, readings, feed, log, receipts };
  }

  it('are read once for a change that a hint tells of, and again for the next one', async () => {
    const { news, feed, log, receipts } = logs(['v2', 'v3']);
    await later(1_000);
    for (let times = 0; times < 3; times += 1) news.take('hint', hint('v2'));
    await later(1_000);
    expect(log).toHaveBeenCalledOnce();
    news.take('hint', hint('v3'));
    await later(1_000);
    expect(log).toHaveBeenCalledTimes(2);
    expect(feed).toHaveBeenCalledTimes(2);
    expect(receipts).not.toHaveBeenCalled();
  });

  it('are read when polling moved the feed on, and a hint that comes later adds nothing', async () => {
    const { client, news, log } = logs(['v1', 'v2']);
    await later(1_000);
    await client.refetchQueries({ queryKey: DEVICE_ERRORS_FEED });
    await later(1_000);
    expect(log).not.toHaveBeenCalled();
    await client.refetchQueries({ queryKey: DEVICE_ERRORS_FEED });
    news.take('hint', hint('v2'));
    await later(1_000);
    expect(log).toHaveBeenCalledOnce();
  });

  it('are read once by a catch-up that reads the feed, too', async () => {
    const { client, readings, log } = logs(['v2']);
    const { catchUp, stop } = createCatchUp(client, readings);
    ends.push(stop);
    await later(1_000);
    void catchUp(true);
    await later(5_000);
    expect(log).toHaveBeenCalledOnce();
  });

  it('are left alone by a first pull and by news of ages', async () => {
    const { client, news, log } = logs(['v1']);
    client.removeQueries({ queryKey: DEVICE_ERRORS_FEED });
    client.setQueryData(DEVICE_ERRORS_FEED, { version: 'v0', loading: { done: 1, of: 2 } });
    client.setQueryData(DEVICE_ERRORS_FEED, { version: 'v1', loading: null, asOf: {} });
    const health = { feed: 'deviceErrors', asOf: { ireca: 9, kassa: null }, nextAt: 10, problems: [] };
    news.take('health', JSON.stringify(health));
    await later(1_000);
    expect(log).not.toHaveBeenCalled();
  });
});

describe('followHealth', () => {
  const health = { feed: 'orders', asOf: { ireca: 9, kassa: null }, nextAt: 10, problems: [] } as const;

  it('renews ages and troubles and leaves the orders as they are', () => {
    const client = new QueryClient();
    const records = new Map();
    client.setQueryData(ORDERS_FEED, { version: 'v1', records, loading: null, asOf: { ireca: 1, kassa: 1 } });
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryData(ORDERS_FEED)).toMatchObject({ version: 'v1', asOf: health.asOf, nextAt: 10 });
    expect(client.getQueryData<{ records: unknown }>(ORDERS_FEED)?.records).toBe(records);
  });

  it('makes nothing up while nothing, or not all, has been read', () => {
    const client = new QueryClient();
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryData(ORDERS_FEED)).toBeUndefined();
    const partial = { version: 'v1', loading: { done: 1, of: 2 } };
    client.setQueryData(ORDERS_FEED, partial);
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryData(ORDERS_FEED)).toBe(partial);
  });

  it('does not hide that a pull has failed', async () => {
    const { client } = desk();
    shown(client, ORDERS_FEED, () => Promise.reject(new Error('no')));
    const held = { version: 'v1', loading: null, asOf: { ireca: 1, kassa: null } };
    client.setQueryData(ORDERS_FEED, held);
    await client.refetchQueries({ queryKey: ORDERS_FEED });
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryState(ORDERS_FEED)).toMatchObject({ status: 'error', data: held });
  });

  it('does not make data older than it is', () => {
    const client = new QueryClient();
    const held = { version: 'v1', loading: null, asOf: { ireca: 20, kassa: null } };
    client.setQueryData(ORDERS_FEED, held);
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryData(ORDERS_FEED)).toBe(held);
  });
});

describe('news of a list', () => {
  const list = (news: ReturnType<typeof desk>['news'], name: string) =>
    news.take('list', JSON.stringify({ list: name }));
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('makes whoever shows it read it, once for several; other lists rest', async () => {
    vi.useFakeTimers();
    const { client, news } = desk();
    const goods = shown(client, ['ireca', 'goods']);
    const cell = shown(client, ['ireca', 'permissions', '1', '2']);
    const types = shown(client, ['ireca', 'dictionary', 'permissions']);
    client.setQueryData(['ireca', 'clients'], 'old');
    for (let times = 0; times < 5; times += 1) list(news, 'goods');
    list(news, 'clients');
    list(news, 'permissions');
    await later(1_000);
    expect(goods).toHaveBeenCalledOnce();
    expect(cell).toHaveBeenCalledOnce();
    expect(types).not.toHaveBeenCalled();
    // Nobody shows it: it is read when somebody does.
    expect(client.getQueryState(['ireca', 'clients'])?.isInvalidated).toBe(true);
  });

  it('restarts a reading that began before it was written', async () => {
    vi.useFakeTimers();
    const { client, news } = desk();
    const { read, waiting } = gated(['old', 'new']);
    const goods = shown(client, ['ireca', 'goods'], read);
    void client.refetchQueries({ queryKey: ['ireca', 'goods'] });
    await later(100);
    list(news, 'goods');
    await later(1_000);
    expect(goods).toHaveBeenCalledTimes(2);
    for (const go of waiting) go();
  });

  it('is no news to the tab that wrote it and reads it itself', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async () => new Response('[]'));
    const { client, news } = desk();
    const goods = shown(client, ['ireca', 'goods']);
    await send('/api/ireca/goods?goodId=5', { method: 'PUT', body: {} });
    list(news, 'goods');
    await later(600);
    await client.invalidateQueries({ queryKey: ['ireca', 'goods'] });
    await later(5_000);
    expect(goods).toHaveBeenCalledOnce();
    // Somebody else's write later on is.
    list(news, 'goods');
    await later(1_000);
    expect(goods).toHaveBeenCalledTimes(2);
  });

  it('waits for the end of an own write, and reads when its form does not', async () => {
    vi.useFakeTimers();
    let answer = (_: Response) => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const { client, news } = desk();
    const goods = shown(client, ['ireca', 'goods']);
    const sent = send('/api/ireca/goods/replace', { method: 'POST', body: [] });
    list(news, 'goods');
    await later(20_000);
    expect(goods).not.toHaveBeenCalled();
    answer(new Response('[]'));
    await sent;
    await later(3_000);
    expect(goods).toHaveBeenCalledOnce();
  });
});

describe('a clock that was set back', () => {
  const HOUR = 3_600_000;

  it('keeps no news of lists waiting, not of those that were written here either', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async () => new Response('[]'));
    const { client, news } = desk();
    const goods = shown(client, ['ireca', 'goods']);
    await client.refetchQueries({ queryKey: ['ireca', 'goods'] });
    await send('/api/ireca/goods', { method: 'PUT', body: {} });
    vi.setSystemTime(Date.now() - HOUR);
    news.take('list', JSON.stringify({ list: 'goods' }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(goods).toHaveBeenCalledTimes(2);
  });

  it('does not keep a broken stream from being caught up with', async () => {
    vi.useFakeTimers();
    const { client, readings } = desk();
    const { catchUp, stop } = createCatchUp(client, readings);
    ends.push(stop);
    const feed = shown(client, ORDERS_FEED);
    const licences = shown(client, ['ireca', 'licenses']);
    vi.setSystemTime(Date.now() - HOUR);
    void catchUp(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(feed).toHaveBeenCalledOnce();
    expect(licences).toHaveBeenCalledOnce();
  });
});

describe('catching up', () => {
  function sleeper() {
    const { client, readings } = desk();
    const catchUp = createCatchUp(client, readings);
    ends.push(catchUp.stop);
    return { client, ...catchUp };
  }

  it('reads all feeds and whatever is on screen, and leaves forms, titles and the session', async () => {
    vi.useFakeTimers();
    const { client, catchUp } = sleeper();
    const feed = shown(client, ORDERS_FEED);
    const card = shown(client, ['order', 'ireca', '7', 'whole']);
    const licences = shown(client, ['ireca', 'licenses']);
    const form = shown(client, ['record', 'goods', '5'], undefined, { refetchOnWindowFocus: false });
    const closed = shown(client, ['order', 'ireca', '7', 'editor'], undefined, { enabled: false });
    const titles = shown(client, ['ireca', 'dictionary', 'orderStatuses']);
    const session = shown(client, ['session']);
    client.setQueryData(['ireca', 'goods'], 'nobody looks');
    await vi.advanceTimersByTimeAsync(60_000);
    void catchUp(true);
    await vi.advanceTimersByTimeAsync(1_000);
    for (const read of [feed, card, licences]) expect(read).toHaveBeenCalledOnce();
    for (const read of [form, closed, titles, session]) expect(read).not.toHaveBeenCalled();
  });

  it('after a broken stream pulls the feeds at once and reads the rest in a moment', async () => {
    vi.useFakeTimers();
    const { client, catchUp } = sleeper();
    const feed = shown(client, ORDERS_FEED);
    const licences = shown(client, ['ireca', 'licenses']);
    await vi.advanceTimersByTimeAsync(10_000);
    void catchUp(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(feed).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(licences).toHaveBeenCalledOnce();
  });

  it('gives up what hung during the sleep: its first reading too', async () => {
    vi.useFakeTimers();
    const { client, catchUp } = sleeper();
    const never = () => new Promise(() => {});
    const answers: (() => unknown)[] = [never, () => 'after'];
    const again = shown(client, ORDERS_FEED, () => (answers.shift() ?? never)());
    void client.refetchQueries({ queryKey: ORDERS_FEED });
    const firsts: (() => unknown)[] = [never, () => 'first'];
    const first = vi.fn(async () => (firsts.shift() ?? never)());
    const observer = new QueryObserver(client, {
      queryKey: ['order', 'kassa', '1', 'whole'],
      queryFn: first,
    });
    ends.push(observer.subscribe(() => {}));
    await vi.advanceTimersByTimeAsync(60_000);
    void catchUp(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.getQueryData(ORDERS_FEED)).toBe('after');
    expect(observer.getCurrentResult().data).toBe('first');
    expect(again).toHaveBeenCalledTimes(2);
    expect(first).toHaveBeenCalledTimes(2);
  });

  it('does not read again what a look at the page has begun to read', async () => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { client, catchUp } = sleeper();
    const { read, waiting } = gated(['new']);
    const licences = shown(client, ['ireca', 'licenses'], read);
    await vi.advanceTimersByTimeAsync(60_000);
    void catchUp(false);
    await vi.advanceTimersByTimeAsync(1);
    void client.refetchQueries({ queryKey: ['ireca', 'licenses'] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(licences).toHaveBeenCalledOnce();
    for (const go of waiting) go();
  });

  it('asks anew for a feed that nobody has answered for a minute', async () => {
    vi.useFakeTimers();
    const { client, giveUpHung } = sleeper();
    const answers: (() => unknown)[] = [() => new Promise(() => {}), () => 'after'];
    shown(client, ORDERS_FEED, () => answers.shift()?.());
    void client.refetchQueries({ queryKey: ORDERS_FEED });
    await vi.advanceTimersByTimeAsync(50_000);
    giveUpHung(Date.now());
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    giveUpHung(Date.now());
    await vi.advanceTimersByTimeAsync(1);
    expect(client.getQueryData(ORDERS_FEED)).toBe('after');
  });
});
