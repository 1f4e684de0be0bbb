// @vitest-environment jsdom
/** Whoever comes here for the first time is told of this shift's errors, not of yesterday's. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import type { DeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { testQueryClient } from '#src/testing/formScreen.tsx';
import { errorsBefore, useFirstVisit } from './firstVisit.ts';
import { markSeen, neverMarked, useSeenErrors } from './seenErrors.ts';

const MINUTE = 60_000;
/** The shift began at 08:00 in Moscow. */
const START = Date.parse('2026-11-22T05:00:00Z');
const NOW = START + 20 * MINUTE;

const error = (key: string, at: number | null, noticedAt: number | null = null) =>
  ({ key, at, noticedAt }) as DeviceError;
const byKey = (...errors: DeviceError[]) => new Map(errors.map((one) => [one.key, one]));
const DAY = byKey(error('night', START - 1), error('morning', START), error('just now', NOW - 1));

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('errorsBefore', () => {
  it('are those from before the shift; when nobody knows the time, an error is not taken for an old one', () => {
    expect(errorsBefore(DAY, START)).toEqual(['night']);
    const odd = byKey(
      error('no time', null),
      error('noticed before', null, START - 1),
      error('clock of the till is wrong', START - 60 * MINUTE, START + MINUTE),
    );
    expect(errorsBefore(odd, START)).toEqual(['noticed before']);
  });
});

describe('useFirstVisit', () => {
  function visit(records = DAY, more: Partial<DeviceErrorsFeed> = {}) {
    const client = testQueryClient('dima');
    const feed = { version: 'v1', records, loading: null, asOf: { ireca: NOW, kassa: null }, ...more };
    client.setQueryData(DEVICE_ERRORS_FEED, feed);
    const { result, unmount } = renderHook(
      () => {
        useFirstVisit();
        const seen = useSeenErrors();
        return seen;
      },
      {
        wrapper: ({ children }: { children: ReactNode }) => (
          <QueryClientProvider client={client}>{children}</QueryClientProvider>
        ),
      },
    );
    const come = (next: Partial<DeviceErrorsFeed>) =>
      act(async () => {
        client.setQueryData(DEVICE_ERRORS_FEED, { ...feed, ...next });
        // React Query tells of it in its own time.
        await new Promise((resolve) => setTimeout(resolve));
      });
    return { seen: () => [...result.current.keys()], come, unmount };
  }

  it('marks what was before the shift, and what is of this shift stays new', () => {
    const { seen } = visit();
    expect(seen()).toEqual(['night']);
  });

  it('does so once: the next shift finds what nobody has marked', () => {
    const first = visit();
    first.unmount();
    vi.setSystemTime(NOW + 24 * 60 * MINUTE);
    expect(visit().seen()).toEqual(['night']);
  });

  it('is no first visit when there was nothing to mark, or somebody has marked here', async () => {
    const empty = visit(byKey());
    expect(neverMarked('dima')).toBe(false);
    await empty.come({ version: 'v2', records: DAY });
    expect(empty.seen()).toEqual([]);
    empty.unmount();
    markSeen('dima', ['just now'], NOW);
    expect(visit().seen()).toEqual(['just now']);
  });

  it('waits until the errors have been read', async () => {
    const { seen, come } = visit(byKey(), { asOf: { ireca: null, kassa: null } });
    expect(neverMarked('dima')).toBe(true);
    await come({ version: 'v2', records: DAY, asOf: { ireca: NOW, kassa: null } });
    expect(seen()).toEqual(['night']);
  });

  it('marks where nothing can be kept, too, and once', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { seen, come } = visit();
    await come({ version: 'v2', records: byKey(...DAY.values(), error('late news', START - 2)) });
    expect(seen()).toEqual(['night']);
  });
});
