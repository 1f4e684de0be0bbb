import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appConfigSchema } from '#src/contracts/appConfig.ts';
import type { TestProxy } from '#proxy/testing/startTestProxy.ts';
import { CALLBACK_SECRET, PASSWORD, SESSION_SECRET, startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { IRECA_TOKEN } from '#proxy/testing/testIreca.ts';
import { KASSA_PASSWORD, KASSA_USERNAME } from '#proxy/testing/testUpstreams.ts';
import { acceptedEncoding } from './body.ts';
import { routeOf } from './requestLog.ts';
import { allTileSources, tileSources } from './securityHeaders.ts';

let proxy: TestProxy;
let clientDir: string;
beforeAll(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'pult-client-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>Пульт</title>');
  writeFileSync(join(clientDir, 'assets/app-abc123.js'), 'console.log(1)');
  writeFileSync(join(clientDir, 'assets/app-abc123.js.br'), 'brotli bytes');
  writeFileSync(join(clientDir, 'assets/app-abc123.js.gz'), 'gzip bytes');
  writeFileSync(join(clientDir, 'assets/app-abc123.js.map'), 'sources');
  proxy = await startTestProxy({ clientDir });
});
afterAll(async () => {
  await proxy.close();
  rmSync(clientDir, { recursive: true });
});
beforeEach(() => {
  proxy.upstreams.bend.with = null;
});
const page = { accept: 'text/html,*/*' };

describe('the built client', () => {
  it('is served with every address that is a page, and asked anew each time', async () => {
    for (const path of ['/', '/orders/ireca/209900', '/index.html']) {
      const response = await fetch(`${proxy.url}${path}`, { headers: page });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('Пульт');
    }
    const etag = (await fetch(proxy.url, { headers: page })).headers.get('etag') ?? '';
    expect((await fetch(proxy.url, { headers: { ...page, 'if-none-match': etag } })).status).toBe(304);
  });

  it('is cached for ever where the name holds a hash, and sent as it was compressed at build time', async () => {
    const ask = (encoding: string) =>
      fetch(`${proxy.url}/assets/app-abc123.js`, {
        headers: { 'accept-encoding': encoding },
        method: 'HEAD',
      });
    const plain = await ask('identity');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await ask('gzip, deflate, br')).headers.get('content-encoding')).toBe('br');
    expect((await ask('gzip')).headers.get('content-encoding')).toBe('gzip');
  });

  it.each([
    ['a file that is not there', '/assets/none.js', { accept: '*/*' }],
    ['a file of no known kind', '/assets/app-abc123.js.map', { accept: '*/*' }],
    ['a compressed file by its own name', '/assets/app-abc123.js.br', { accept: '*/*' }],
    ['a way out of the folder', '/..%2f..%2fetc%2fpasswd', { accept: '*/*' }],
  ])('does not hold %s', async (_, path, headers) => {
    expect((await fetch(`${proxy.url}${path}`, { headers })).status).toBe(404);
  });

  it('says that it is not built where it is not', async () => {
    const other = await startTestProxy();
    const response = await fetch(other.url, { headers: page });
    expect(response.status).toBe(503);
    await other.close();
  });
});

describe('security headers', () => {
  it('stand on every answer, and let images come from ourselves and the tile server only', async () => {
    for (const path of ['/', '/api/config', '/healthz', '/none']) {
      const { headers } = await fetch(`${proxy.url}${path}`, { headers: page });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("img-src 'self' data: https://tile.openstreetmap.org;");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('let pictures of goods come from where the settings say, which the browser is told', async () => {
    const hosts = ['https://img.example', 'http://127.0.0.1:8101'];
    const other = await startTestProxy({ env: { IMAGE_HOSTS: hosts.join(', '), TILE_URL: '' } });
    const viewer = await other.signIn('viewer');
    const response = await viewer.get('/api/config');
    expect(response.headers.get('content-security-policy')).toContain(
      `img-src 'self' data: ${hosts.join(' ')};`,
    );
    expect(await response.json()).toMatchObject({ imageHosts: hosts });
    await other.close();
  });

  it('name each subdomain that tiles come from', () => {
    expect(tileSources('https://{s}.tiles.example:8443/{z}/{x}/{y}.png?k=1')).toEqual([
      'https://a.tiles.example:8443',
      'https://b.tiles.example:8443',
      'https://c.tiles.example:8443',
    ]);
    expect(tileSources('https://tiles.example/{z}/{x}/{y}{r}.png')).toEqual(['https://tiles.example']);
  });

  it('name the hosts of both themes, each once, and nothing else', () => {
    const tiles = { url: 'https://{s}.day.example/{z}/{x}/{y}', attribution: '', maxZoom: 19 };
    expect(allTileSources({ ...tiles, darkUrl: 'https://night.example:444/{z}/{x}/{y}' })).toEqual([
      'https://a.day.example',
      'https://b.day.example',
      'https://c.day.example',
      'https://night.example:444',
    ]);
    expect(allTileSources({ ...tiles, darkUrl: 'https://a.day.example/dark/{z}/{x}/{y}' })).toHaveLength(3);
    expect(allTileSources({ ...tiles, url: 'https://t.example/{z}/{x}/{y}', darkUrl: null })).toEqual([
      'https://t.example',
    ]);
  });
});

describe('GET /api/config', () => {
  it('says what the browser must know, and no secret', async () => {
    const viewer = await proxy.signIn('viewer');
    const text = await (await viewer.get('/api/config')).text();
    expect(appConfigSchema.parse(JSON.parse(text))).toMatchObject({
      timeZone: 'Europe/Moscow',
      atRiskMinutes: 30,
      ordersPollSeconds: 15,
      positionsPollSeconds: 60,
      systems: { ireca: true, kassa: true },
      demo: false,
    });
    expect(text).not.toMatch(/token|secret|password|127\.0\.0\.1/i);
  });
});

describe('health', () => {
  it('says alive, and ready only when both upstreams answer, without words of theirs', async () => {
    expect(await (await fetch(`${proxy.url}/healthz`)).json()).toEqual({ ok: true });
    const ready = await fetch(`${proxy.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, ireca: 'ok', kassa: 'ok' });
    await proxy.clock.advance(10_000);
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'внутреннее' });
    const down = await fetch(`${proxy.url}/readyz`);
    expect(down.status).toBe(503);
    expect(await down.json()).toEqual({ ready: false, ireca: 'unreachable', kassa: 'ok' });
  });

  it('costs the upstream next to nothing however often it is asked', async () => {
    await proxy.clock.advance(10_000);
    proxy.upstreams.seen.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${proxy.url}/readyz`)));
    expect(proxy.upstreams.seen).toHaveLength(1);
  });

  it('costs an upstream in trouble no more than that', async () => {
    await proxy.clock.advance(10_000);
    proxy.upstreams.seen.length = 0;
    const count = () => proxy.upstreams.count('GET', '/dictionary/orderDeliveryStatuses');
    proxy.upstreams.bend.with = () => new Response(null, { status: 429 });
    const ready = async () => (await fetch(`${proxy.url}/readyz`)).status;
    for (let asked = 0; asked < 20; asked += 1) expect(await ready()).toBe(503);
    expect(count()).toBe(1);
    proxy.upstreams.bend.with = () => null;
    await proxy.clock.advance(5_000);
    expect(await ready()).toBe(200);
    expect(count()).toBe(2);
  });
});

describe('the log', () => {
  it('of a whole day’s kinds of work holds no token, password, phone, name, address or cookie', async () => {
    const dispatcher = await proxy.signIn();
    await fetch(`${proxy.url}/api/session`, {
      method: 'POST',
      headers: { origin: proxy.url },
      body: JSON.stringify({ login: 'dispatcher', password: 'wrong-password' }),
    });
    await Promise.all([dispatcher.feed('orders'), dispatcher.feed('positions')]);
    await dispatcher.command({ type: 'assign', courierId: '100' }, [
      { system: 'ireca', id: '1', seen: { status: '6', courierId: null } },
      { system: 'kassa', id: '21', seen: { status: 'ACCEPTED', courierId: '79110000000' } },
    ]);
    await dispatcher.command({ type: 'readdress', addressTo: 'Тайный переулок, 5' }, [
      { system: 'ireca', id: '2', seen: { status: '6', courierId: null } },
    ]);
    for (const path of ['couriers', 'orders?orderId=1', '%2B79123456789/Алексей', 'journal?entityId=1']) {
      await dispatcher.get(`/api/ireca/${path}`);
    }
    for (const who of ['100', 'Секретов', IRECA_TOKEN]) {
      await dispatcher.get(`/api/tracks?courierId=${encodeURIComponent(who)}&from=0&to=1`);
    }
    await dispatcher.send('POST', '/api/feeds/positions/refresh');
    await fetch(`${proxy.url}/callbacks/ireca/orders/${CALLBACK_SECRET}`, { method: 'POST', body: '{}' });
    await fetch(`${proxy.url}/поиск/Невский`, { headers: page });
    proxy.upstreams.bend.with = () =>
      Response.json({ error: true, message: `Секретов +79123456789 ${IRECA_TOKEN}` });
    await proxy.clock.advance(60_000);
    await dispatcher.feed('orders');
    await dispatcher.send('POST', '/api/commands', '{"id": "Секретов');

    const log = proxy.log();
    expect(log).toContain('"route":"/api/commands"');
    expect(log).toContain('"path":"/orders/multipleUpdate"');
    expect(log).toContain('"route":"/api/tracks"');
    expect(log).toContain('"path":"/locations"');
    expect(log.split('\n').length).toBeGreaterThan(30);
    const cookie = decodeURIComponent(dispatcher.cookie.split('=')[1] ?? '');
    const secrets = [IRECA_TOKEN, KASSA_PASSWORD, KASSA_USERNAME, SESSION_SECRET, CALLBACK_SECRET, PASSWORD];
    const people = [
      'wrong-password',
      'access-1',
      'refresh-1',
      'courier-password',
      '79123456789',
      '79110000000',
      '9110000001',
    ];
    const words = [
      'Секретов',
      'Алексей',
      'Быстров',
      'Фамилия',
      'Невский',
      'Правды',
      'Тайный',
      'pult_session',
    ];
    for (const secret of [...secrets, ...people, ...words, cookie]) {
      expect(log, secret).not.toContain(secret);
      expect(log, secret).not.toContain(encodeURIComponent(secret));
    }
  });

  it('says what every screen asks for again and again only to who looks for it', async () => {
    const viewer = await proxy.signIn('viewer');
    const before = proxy.log().length;
    const often = ['/api/feeds/orders', '/api/feeds/deviceErrors', '/api/changes?since=0'];
    for (const path of often) expect((await viewer.get(path)).status).toBe(200);
    expect((await viewer.get('/api/changes')).status).toBe(400);
    type Line = { level: number; route?: string; status?: number };
    const lines = proxy
      .log()
      .slice(before)
      .split('\n')
      .filter((line) => line.includes('"route"'))
      .map((line) => JSON.parse(line) as Line)
      .filter(({ route }) => route?.startsWith('/api/feeds/') || route === '/api/changes');
    expect(lines.map(({ level, status }) => [level, status])).toEqual([
      [20, 200],
      [20, 200],
      [20, 200],
      [30, 400],
    ]);
  });

  it('names a request by its kind', () => {
    expect(routeOf('/api/feeds/orders')).toBe('/api/feeds/orders');
    expect(routeOf('/api/feeds/positions/refresh')).toBe('/api/feeds/positions/refresh');
    expect(routeOf('/api/tracks')).toBe('/api/tracks');
    expect(routeOf('/api/tracks/55752')).toBe('/api/…');
    expect(routeOf('/api/ireca/orders')).toBe('/api/ireca/…');
    expect(routeOf('/callbacks/ireca/orders/secret')).toBe('/callbacks/…');
    expect(routeOf('/api/whatever')).toBe('/api/…');
    expect(routeOf('/orders/ireca/1')).toBe('client');
  });
});

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 , gzip ; q=0.1', 'gzip'],
  ['gzip;q=0', null],
  ['brotli', null],
  ['', null],
  [undefined, null],
])('Accept-Encoding %s means %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});
