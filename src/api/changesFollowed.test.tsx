// @vitest-environment jsdom
/** The log of changes is asked again when the board has moved on: not too often, not in vain, and never one time too few. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useChanges } from '#src/api/changes.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';

const SINCE = 100;
let asked: ((now: number) => void)[] = [];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise<Response>((resolve) => {
        const answer = (now: number) =>
          resolve(Response.json({ since: SINCE, now, knownFrom: 50, blind: [], orders: [] }));
        asked.push(answer);
      }),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function follow() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const move = (version: string) =>
    act(() => void client.setQueryData(ORDERS_FEED, { version, records: new Map() }));
  move('v1');
  renderHook(() => useChanges(SINCE), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  await pass(0);
  asked[0]?.(200);
  await pass(1_500);
  asked[1]?.(300);
  await pass(1_500);
  expect(asked).toHaveLength(2);
  return move;
}

it('asks once more when the board moved on during an answer', async () => {
  const move = await follow();
  move('v2');
  await pass(1_100);
  expect(asked).toHaveLength(3);
  move('v3');
  await pass(3_000);
  expect(asked).toHaveLength(3);
  asked[2]?.(400);
  await pass(2_000);
  expect(asked).toHaveLength(4);
});

it('rests in a page that nobody sees, and asks when it is looked at again', async () => {
  const move = await follow();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  move('v2');
  await pass(5_000);
  expect(asked).toHaveLength(2);
  hidden.mockReturnValue(false);
  state.mockReturnValue('visible');
  await act(async () => void window.dispatchEvent(new Event('visibilitychange')));
  expect(asked).toHaveLength(3);
});
