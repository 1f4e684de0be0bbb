/** Every failure is an ApiError that says whose it is. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { onSessionLost, request, send } from '#src/api/http.ts';

const answer = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));

afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
  it('gives the parsed answer', async () => {
    answer(200, { name: 'Пульт' });
    await expect(request('/x', z.object({ name: z.string() }))).resolves.toEqual({ name: 'Пульт' });
  });

  it('refuses an answer of another shape', async () => {
    answer(200, { name: 1 });
    await expect(request('/x', z.object({ name: z.string() }))).rejects.toMatchObject({ code: 'badAnswer' });
  });

  it('carries the proxy’s code, the system and its words', async () => {
    answer(502, { error: { code: 'upstreamRefused', system: 'kassa', message: 'Заказ уже выдан' } });
    await expect(send('/x')).rejects.toMatchObject({
      code: 'upstreamRefused',
      system: 'kassa',
      status: 502,
      message: 'Заказ уже выдан',
    });
  });

  it('calls a page of some gateway in between a bad answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 504 })));
    await expect(send('/x')).rejects.toMatchObject({ code: 'badAnswer', status: 504 });
  });

  it('says offline when no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    await expect(send('/x')).rejects.toMatchObject({ code: 'offline' });
  });

  it('names what it would write over, and tells when that is stale', async () => {
    const fetched = vi.fn<typeof fetch>(() =>
      Promise.resolve(Response.json({ error: { code: 'stale', system: 'ireca' } }, { status: 412 })),
    );
    vi.stubGlobal('fetch', fetched);
    const write = send('/x', { method: 'PUT', body: { a: 1 }, ifMatch: '"v1"' });
    await expect(write).rejects.toMatchObject({ code: 'stale', status: 412 });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      method: 'PUT',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'if-match': '"v1"' },
    });
  });

  it('tells that the session was lost', async () => {
    const listener = vi.fn();
    const stop = onSessionLost(listener);
    answer(401, { error: { code: 'unauthenticated' } });
    await expect(send('/x')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(listener).toHaveBeenCalledOnce();
    stop();
  });
});
