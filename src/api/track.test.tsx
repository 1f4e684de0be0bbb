// @vitest-environment jsdom
/** When a track is asked for again: while it grows once a minute, in its turn when it must wait, else never. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '#src/api/queryClient.ts';
import type { TrackAsk } from '#src/api/track.ts';
import { useTrackFixes } from '#src/api/track.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const fix = (createdAt: string) => ({
  orderId: 7,
  latitude: 59.9,
  longitude: '30.3',
  accuracy: 9,
  createdAt,
});

/** The proxy answers these one after another, the last one again and again. */
function answers(...bodies: object[]) {
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(Response.json(bodies.length > 1 ? bodies.shift() : bodies[0])),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const answer = (fields: object = {}) => ({
  fixes: [],
  asOf: Date.now(),
  complete: true,
  retryAt: null,
  ...fields,
});

/** The clock goes on, and what is due then happens. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function look(ask: TrackAsk | null) {
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook((asked: TrackAsk | null) => useTrackFixes(asked), { wrapper, initialProps: ask });
  await pass(0);
  return hook;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('useTrackFixes', () => {
  it('asks nothing for nobody, and for somebody their hours; an entry that cannot be read is counted', async () => {
    const fetched = answers(answer({ fixes: [fix('2026-03-02 07:00:00'), 'no entry', fix('odd')] }));
    const { result, rerender } = await look(null);
    expect(fetched).not.toHaveBeenCalled();
    rerender({ courierId: '55752', from: NOW - HOUR, to: NOW - MINUTE });
    await pass(0);
    expect(fetched.mock.calls[0]?.[0]).toBe(
      `/api/tracks?courierId=55752&from=${NOW - HOUR}&to=${NOW - MINUTE}`,
    );
    expect(result.current.data).toMatchObject({
      fixes: [{ orderId: '7', longitude: 30.3, createdAt: NOW - HOUR }, { createdAt: null }],
      setAside: 1,
      retryAt: null,
    });
  });

  it('asks again once a minute while the range reaches beyond now', async () => {
    const fetched = answers(answer());
    await look({ courierId: '1', from: NOW - HOUR, to: NOW + HOUR });
    await pass(59_000);
    expect(fetched).toHaveBeenCalledTimes(1);
    await pass(3_000);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('does not ask again about what is past', async () => {
    const fetched = answers(answer());
    await look({ courierId: '1', from: NOW - 2 * HOUR, to: NOW - HOUR });
    await pass(10 * MINUTE);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('waits for its turn and then asks by itself, whatever the clock of this computer says', async () => {
    // The server is an hour ahead.
    const asOf = NOW + HOUR;
    const fetched = answers(
      answer({ asOf, retryAt: asOf + 20_000 }),
      answer({ asOf: asOf + 21_000, fixes: [fix('2026-03-01 07:00:00')] }),
    );
    const { result } = await look({ courierId: '1', from: NOW - 30 * HOUR, to: NOW - 20 * HOUR });
    expect(result.current.data).toMatchObject({ fixes: [], retryAt: asOf + 20_000 });
    await pass(19_000);
    expect(fetched).toHaveBeenCalledTimes(1);
    await pass(3_000);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(result.current.data?.fixes).toHaveLength(1);
    await pass(10 * MINUTE);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("fails with the upstream's own words", async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        Response.json(
          { error: { code: 'upstreamRefused', system: 'ireca', message: 'База недоступна' } },
          { status: 422 },
        ),
      ),
    );
    const { result } = await look({ courierId: '1', from: NOW - HOUR, to: NOW });
    expect(result.current.error).toMatchObject({
      code: 'upstreamRefused',
      system: 'ireca',
      message: 'База недоступна',
    });
  });

  it('keeps the identity of fixes that have not changed', async () => {
    const fixes = [fix('2026-03-02 07:00:00')];
    answers(answer({ fixes }), answer({ fixes: [...fixes, fix('2026-03-02 07:01:00')] }));
    const { result } = await look({ courierId: '1', from: NOW - HOUR, to: NOW + HOUR });
    const [first] = result.current.data?.fixes ?? [];
    await pass(62_000);
    expect(result.current.data?.fixes).toHaveLength(2);
    expect(result.current.data?.fixes[0]).toBe(first);
  });
});
