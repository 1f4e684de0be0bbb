// @vitest-environment jsdom
/** Freeing a licence: what is said follows what the list of licences shows afterwards, not what was answered. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { LicenceOutcome } from '#src/api/freeLicence.ts';
import { useFreeLicence } from '#src/api/freeLicence.ts';
import { createQueryClient } from '#src/api/queryClient.ts';

const asked: string[] = [];

const licence = { courierId: 1, deviceId: 'd1', deviceTitle: 'asus', sessionStartAt: '2021-04-28 10:00:00' };
const list = (rows: unknown[]) =>
  Response.json({ licenseUse: rows.length, licenseTotal: 50, licenses: rows });
const refused = (code: string, status = 502) =>
  Response.json({ error: { code, system: 'ireca', message: 'Модель не существует' } }, { status });
const badList = () => refused('upstreamRefused');

/** `close` null: the call never arrives. */
function serve(close: (() => Response) | null, read: () => Response): void {
  vi.stubGlobal('fetch', (address: string, { method }: { method: string }) => {
    asked.push(`${method} ${address}`);
    if (method !== 'POST') return Promise.resolve(read());
    return close === null ? Promise.reject(new TypeError('no network')) : Promise.resolve(close());
  });
}

async function free(look = false): Promise<LicenceOutcome | undefined> {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useFreeLicence(), { wrapper });
  let outcome: LicenceOutcome | undefined;
  await act(async () => {
    outcome = await result.current.mutateAsync({ deviceId: 'd1', look });
  });
  return outcome;
}

const gone = (value: boolean | null) => () => Response.json({ gone: value });

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

describe('useFreeLicence', () => {
  it('closes by the device and looks at the list', async () => {
    serve(gone(true), () => list([]));
    expect(await free()).toEqual({ is: 'freed' });
    expect(asked).toEqual(['POST /api/ireca/licenses/close?deviceId=d1', 'GET /api/ireca/licenses']);
  });

  it('does not say freed while the list still names the device', async () => {
    serve(gone(true), () => list([licence]));
    expect(await free()).toEqual({ is: 'kept' });
    serve(gone(false), () => list([licence]));
    expect(await free()).toEqual({ is: 'kept' });
  });

  it('believes the server where the list cannot be read', async () => {
    serve(gone(true), badList);
    expect(await free()).toEqual({ is: 'freed' });
    serve(gone(null), badList);
    expect(await free()).toEqual({ is: 'unsure', error: null });
  });

  it('tells a refusal from a call of which nobody knows', async () => {
    serve(
      () => refused('upstreamRefused', 422),
      () => list([licence]),
    );
    const outcome = await free();
    expect(outcome).toMatchObject({ is: 'refused', error: { code: 'upstreamRefused' } });
    expect(outcome && 'error' in outcome && outcome.error).toBeInstanceOf(ApiError);
    serve(
      () => refused('upstreamTimeout', 504),
      () => list([licence]),
    );
    expect(await free()).toMatchObject({ is: 'unsure', error: { code: 'upstreamTimeout' } });
    serve(null, () => list([licence]));
    expect(await free()).toMatchObject({ is: 'unsure', error: { code: 'offline' } });
  });

  it('calls it freed when it is, whatever was answered', async () => {
    serve(
      () => refused('upstreamRefused', 404),
      () => list([]),
    );
    expect(await free()).toEqual({ is: 'freed' });
  });

  it('only looks when asked to', async () => {
    serve(gone(true), () => list([licence]));
    expect(await free(true)).toEqual({ is: 'kept' });
    serve(gone(true), badList);
    expect(await free(true)).toEqual({ is: 'unsure', error: null });
    serve(gone(true), () => list([]));
    expect(await free(true)).toEqual({ is: 'freed' });
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  });
});
