/** Hints lead to pulls; none is lost behind a pull that was already under way. */
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { followHealth, followHint } from '#src/app/liveUpdates.ts';

/** A client whose orders feed gives these versions, one a pull. */
async function clientWith(versions: string[], gate?: Promise<void>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(ORDERS_FEED, { version: 'v1' });
  const queryFn = vi.fn(async () => {
    await gate;
    return { version: versions.shift() ?? 'end' };
  });
  client.setQueryDefaults(ORDERS_FEED, { queryFn });
  // A query that nobody watches is not refetched: watch it, as the screen does.
  const { QueryObserver } = await import('@tanstack/react-query');
  const stop = new QueryObserver(client, { queryKey: ORDERS_FEED, queryFn }).subscribe(() => {});
  return { client, queryFn, stop };
}

describe('followHint', () => {
  it('pulls when the feed is elsewhere', async () => {
    const { client, queryFn, stop } = await clientWith(['v2']);
    await followHint(client, { feed: 'orders', version: 'v2' });
    expect(queryFn).toHaveBeenCalledOnce();
    stop();
  });

  it('does nothing when it is there already', async () => {
    const { client, queryFn, stop } = await clientWith(['v2']);
    await followHint(client, { feed: 'orders', version: 'v1' });
    expect(queryFn).not.toHaveBeenCalled();
    stop();
  });

  it('pulls once more when a pull under way ends behind the hint', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { client, queryFn, stop } = await clientWith(['v2', 'v3'], gate);
    const busy = client.refetchQueries({ queryKey: ORDERS_FEED });
    const followed = followHint(client, { feed: 'orders', version: 'v3' });
    open();
    await Promise.all([busy, followed]);
    expect(queryFn).toHaveBeenCalledTimes(2);
    expect(client.getQueryData(ORDERS_FEED)).toEqual({ version: 'v3' });
    stop();
  });
});

describe('followHealth', () => {
  const health = { feed: 'orders', asOf: { ireca: 9, kassa: null }, nextAt: 10, problems: [] } as const;

  it('renews ages and troubles and leaves the orders as they are', () => {
    const client = new QueryClient();
    const records = new Map();
    client.setQueryData(ORDERS_FEED, { version: 'v1', records, loading: null, asOf: { ireca: 1, kassa: 1 } });
    followHealth(client, { ...health, problems: [] });
    expect(client.getQueryData(ORDERS_FEED)).toMatchObject({
      version: 'v1',
      asOf: { ireca: 9, kassa: null },
      nextAt: 10,
    });
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
});
