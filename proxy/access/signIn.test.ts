import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readUsersFile, writeUsersFile } from '#proxy/access/users.ts';
import type { TestProxy } from '#proxy/testing/startTestProxy.ts';
import { PASSWORD, START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
beforeEach(async () => {
  proxy = await startTestProxy();
});
afterEach(() => proxy.close());

const HOUR = 3_600_000;
const attempt = (login: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${proxy.url}/api/session`, {
    method: 'POST',
    headers: { origin: proxy.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ login, password }),
  });

describe('/api/session', () => {
  it('signs in with a cookie that scripts cannot read and other sites cannot use', async () => {
    const response = await attempt('dispatcher', PASSWORD);
    expect(await response.json()).toEqual({
      login: 'dispatcher',
      name: 'Фамилия-dispatcher',
      role: 'dispatcher',
      expiresAt: START + 12 * HOUR,
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^pult_session=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const signedIn = await proxy.signIn();
    expect(await (await signedIn.get('/api/session')).json()).toMatchObject({ login: 'dispatcher' });
  });

  it('says that nobody is signed in without calling it an error', async () => {
    const response = await fetch(`${proxy.url}/api/session`);
    expect(response.status).toBe(200);
    expect(await response.json()).toBeNull();
  });

  it('marks the cookie Secure where Pult is reached by https', async () => {
    const other = await startTestProxy({ config: { publicUrl: 'https://pult.example' } });
    const response = await fetch(`${other.url}/api/session`, {
      method: 'POST',
      headers: { origin: 'https://pult.example' },
      body: JSON.stringify({ login: 'viewer', password: PASSWORD }),
    });
    expect(response.headers.getSetCookie()[0]).toContain('; Secure');
    expect(response.headers.get('strict-transport-security')).toContain('max-age');
    await other.close();
  });

  it.each([
    ['a wrong password', 'dispatcher', 'wrong'],
    ['an unknown login', 'nobody', PASSWORD],
  ])('refuses %s in the same words', async (_, login, password) => {
    const response = await attempt(login, password);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'badCredentials', message: null } });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('refuses a body that is not of its shape, or too long, without repeating it', async () => {
    const odd = await attempt('', 'кто-то');
    expect(odd.status).toBe(400);
    expect(await odd.text()).not.toContain('кто-то');
    expect((await attempt('x', 'y'.repeat(17_000))).status).toBe(413);
  });

  it('slows down guessing, twice as much each time, and lets the right one in afterwards', async () => {
    for (let i = 0; i < 5; i += 1) expect((await attempt('dispatcher', 'wrong')).status).toBe(401);
    const blocked = await attempt('dispatcher', PASSWORD);
    expect(blocked.status).toBe(429);
    expect(await blocked.json()).toMatchObject({ error: { code: 'throttled', retryAfter: 1 } });
    expect(blocked.headers.get('retry-after')).toBe('1');
    await proxy.clock.advance(1000);
    expect((await attempt('dispatcher', 'wrong')).status).toBe(401);
    expect(await (await attempt('dispatcher', PASSWORD)).json()).toMatchObject({ error: { retryAfter: 2 } });
    expect((await attempt('viewer', PASSWORD)).status).toBe(200);
    await proxy.clock.advance(2000);
    expect((await attempt('dispatcher', PASSWORD)).status).toBe(200);
    expect((await attempt('dispatcher', 'wrong')).status).toBe(401);
  });

  it('is no way round to guess many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('dispatcher', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('believes a proxy on this machine about whom it speaks for', async () => {
    const from = (address: string) =>
      attempt('dispatcher', 'wrong', { 'x-forwarded-for': `9.9.9.9, ${address}` }).then(
        ({ status }) => status,
      );
    for (let i = 0; i < 5; i += 1) expect(await from('1.2.3.4')).toBe(401);
    expect(await from('1.2.3.4')).toBe(429);
    expect(await from('1.2.3.5')).toBe(401);
  });

  it('signs out by taking the cookie away', async () => {
    const signedIn = await proxy.signIn();
    const response = await signedIn.send('DELETE', '/api/session');
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^pult_session=; Max-Age=0; Path=\//);
  });
});

describe('a session', () => {
  const statusOf = async (cookie: string) =>
    (await fetch(`${proxy.url}/api/config`, { headers: { cookie } })).status;

  it('is needed for everything behind it', async () => {
    for (const path of [
      '/api/config',
      '/api/feeds/orders',
      '/api/feeds/positions',
      '/api/events',
      '/api/ireca/couriers',
    ]) {
      const response = await fetch(`${proxy.url}${path}`);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated' } });
    }
    expect(proxy.upstreams.seen).toHaveLength(0);
  });

  it('is not believed when the cookie was changed or signed by another', async () => {
    const { cookie } = await proxy.signIn('viewer');
    const [name, value = ''] = cookie.split('=');
    const [payload = '', signature = ''] = decodeURIComponent(value).split('.');
    const forged = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const admin = Buffer.from(JSON.stringify({ ...forged, login: 'admin' })).toString('base64url');
    expect(await statusOf(cookie)).toBe(200);
    expect(await statusOf(`${name}=${encodeURIComponent(`${admin}.${signature}`)}`)).toBe(401);
    expect(await statusOf(`${name}=${payload}`)).toBe(401);
    const other = await startTestProxy({ config: { sessionSecret: 'o'.repeat(40) } });
    expect(await statusOf((await other.signIn()).cookie)).toBe(401);
    await other.close();
  });

  it('ends after twelve hours', async () => {
    const { cookie } = await proxy.signIn();
    await proxy.clock.advance(12 * HOUR - 1);
    expect(await statusOf(cookie)).toBe(200);
    await proxy.clock.advance(1);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('is renewed when half of it is spent, by any request', async () => {
    const signedIn = await proxy.signIn();
    await proxy.clock.advance(6 * HOUR - 1);
    expect((await signedIn.get('/api/config')).headers.getSetCookie()).toEqual([]);
    await proxy.clock.advance(1);
    const renewed = (await signedIn.get('/api/config')).headers.getSetCookie()[0] ?? '';
    expect(renewed).toMatch(/^pult_session=/);
    await proxy.clock.advance(8 * HOUR);
    expect(await statusOf(renewed.split(';')[0] ?? '')).toBe(200);
    expect(await statusOf(signedIn.cookie)).toBe(401);
  });

  it('ends at the next request when the user is removed', async () => {
    const { cookie } = await proxy.signIn('viewer');
    const users = readUsersFile(proxy.usersFile);
    writeUsersFile(
      proxy.usersFile,
      users.filter(({ login }) => login !== 'viewer'),
    );
    expect(await statusOf(cookie)).toBe(401);
  });

  it('ends at the next request when the password is another one', async () => {
    const { cookie } = await proxy.signIn('viewer');
    const users = readUsersFile(proxy.usersFile);
    const changed = users.map((user) => ({ ...user, password: { ...user.password, hash: 'bmV3' } }));
    writeUsersFile(proxy.usersFile, changed);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('has the role that the file says now', async () => {
    const signedIn = await proxy.signIn('viewer');
    const users = readUsersFile(proxy.usersFile);
    writeUsersFile(
      proxy.usersFile,
      users.map((user) => ({ ...user, role: 'admin' as const })),
    );
    expect(await (await signedIn.get('/api/session')).json()).toMatchObject({ role: 'admin' });
  });

  it('survives a users file that somebody broke, and the log says so', async () => {
    const { cookie } = await proxy.signIn('viewer');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(proxy.usersFile, '{"users": [{"login": "имя-в-файле"');
    expect(await statusOf(cookie)).toBe(200);
    expect(proxy.log()).toContain('the users file cannot be read');
    expect(proxy.log()).not.toContain('имя-в-файле');
  });
});
