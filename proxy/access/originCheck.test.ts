import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnOrigin } from '#proxy/access/originCheck.ts';
import type { TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';

describe('isOwnOrigin', () => {
  const host = 'pult.local:8080';
  const PUBLIC = 'https://pult.example/desk';
  it.each([
    ['our own address', { origin: 'http://pult.local:8080', host }, null, true],
    ['our own address behind TLS', { origin: 'https://pult.local:8080', host }, null, true],
    ['the public address', { origin: 'https://pult.example', host }, PUBLIC, true],
    ['no origin, but the browser says it is ours', { host, fetchSite: 'same-origin' }, null, true],
    ['another site', { origin: 'https://evil.example', host }, PUBLIC, false],
    ['another port', { origin: 'http://pult.local:8081', host }, null, false],
    ['the public address over http', { origin: 'http://pult.example', host }, PUBLIC, false],
    [
      'a name that only begins like ours',
      { origin: 'http://pult.local:8080.evil.example', host },
      null,
      false,
    ],
    ['nothing at all', { host }, null, false],
    ['a sandboxed page', { origin: 'null', host }, null, false],
    ['no origin and another site', { host, fetchSite: 'cross-site' }, null, false],
    [
      'our origin, but the browser says it is another site',
      { origin: 'http://pult.local:8080', host, fetchSite: 'cross-site' },
      null,
      false,
    ],
    ['a link typed in', { host, fetchSite: 'none' }, null, false],
    ['no host', { origin: 'http://pult.local:8080' }, null, false],
  ])('%s', (_, headers, publicUrl, own) => {
    expect(isOwnOrigin(headers, publicUrl)).toBe(own);
  });
});

describe('every change', () => {
  let proxy: TestProxy;
  beforeAll(async () => {
    proxy = await startTestProxy();
  });
  afterAll(() => proxy.close());

  it.each([
    ['POST', '/api/session'],
    ['DELETE', '/api/session'],
    ['POST', '/api/commands'],
    ['PUT', '/api/ireca/orders'],
    ['POST', '/anything'],
  ])('is refused from another site: %s %s', async (method, path) => {
    const signedIn = await proxy.signIn();
    for (const origin of ['https://evil.example', '']) {
      const response = await signedIn.send(method, path, {}, { origin });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: 'badOrigin' } });
    }
    expect(proxy.upstreams.seen).toHaveLength(0);
  });
});
