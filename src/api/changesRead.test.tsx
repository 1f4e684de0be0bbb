// @vitest-environment jsdom
/** The first answer of a huge day is read in slices, and is taken whole or not at all. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useChanges } from '#src/api/changes.ts';
import { ApiError } from '#src/api/http.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';

afterEach(() => vi.unstubAllGlobals());

const order = (n: number) => changedOrder(`ireca:${n}`, orderStep(200 + n, null, glance('6')));

function look(orders: unknown[]) {
  const answer = { since: 100, now: 500, knownFrom: 50, blind: [], orders };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return renderHook(() => useChanges(100), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  }).result;
}

it('reads every order of a long answer, in its order', async () => {
  const orders = Array.from({ length: 8_000 }, (_, n) => order(n));
  const read = look(orders);
  await waitFor(() => expect(read.current.data).toBeDefined(), { timeout: 10_000 });
  expect(read.current.data?.orders).toEqual(orders);
});

it('says that the answer is bad when one order of it is', async () => {
  const read = look([order(1), { ...order(2), steps: 'none' }]);
  await waitFor(() => expect(read.current.error).toBeInstanceOf(ApiError));
  expect(read.current.error).toMatchObject({ code: 'badAnswer' });
  expect(read.current.data).toBeUndefined();
});
