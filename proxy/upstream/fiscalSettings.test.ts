/** Settings of remote fiscal printing: who may, what is refused, and a password that goes one way only. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
let admin: SignedIn;
/** Every text that left the proxy: bodies and headers of all answers. */
let told: string[];
beforeEach(async () => {
  proxy = await startTestProxy();
  admin = await proxy.signIn('admin');
  told = [];
});
afterEach(() => proxy.close());

const ATOL = '/api/ireca/atolOnlineSettings/replace';
const PECHKA = '/api/ireca/pechka54Settings';
const PASSWORD = 'п/ароль "Атол"-9';
const settings = (fields: Record<string, unknown> = {}) => ({
  settingId: 1,
  login: 'shop-login',
  password: PASSWORD,
  kktGroup: 'group_code_19642',
  isProduction: 1,
  company: { inn: '7801234564', taxSystem: 'usn_income' },
  agent: { type: 'another' },
  ...fields,
});
const seen = () => proxy.upstreams.seen;
async function post(body: unknown, who = admin, headers: Record<string, string> = {}) {
  const response = await who.send('POST', ATOL, body, headers);
  const text = await response.text();
  told.push(text, JSON.stringify([...response.headers]));
  const json = JSON.parse(text) as { error?: { code: string; message: string | null } } | null;
  return { status: response.status, json, ...json?.error };
}
/** How the password might be written by somebody who quotes it. */
const quoted = JSON.stringify(PASSWORD).slice(1, -1);
const latin = quoted
  .replaceAll('/', '\\/')
  .replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
function expectNothingTold(): void {
  expect(proxy.log()).toContain('"path":"/atolOnlineSettings/replace"');
  for (const text of [...told, proxy.log()]) {
    for (const form of [PASSWORD, quoted, latin, 'Атол', 'shop-login']) expect(text).not.toContain(form);
  }
}

describe('settings of Atol Online', () => {
  it('reach iRECA as they are, and are answered with nothing', async () => {
    expect(await post(settings())).toEqual({ status: 201, json: null });
    expect(seen()).toMatchObject([{ method: 'POST', path: '/atolOnlineSettings/replace', query: {} }]);
    expect(JSON.parse(seen()[0]?.body ?? '')).toEqual(settings());
    expectNothingTold();
  });

  it.each(['viewer', 'dispatcher'])('are not for a %s', async (login) => {
    expect(await post(settings(), await proxy.signIn(login))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(seen()).toEqual([]);
  });

  it('are not for strangers and other sites', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect(await post(settings(), admin, foreign)).toMatchObject({ status: 403, code: 'badOrigin' });
    const stranger = await fetch(proxy.url + ATOL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: proxy.url },
      body: JSON.stringify(settings()),
    });
    expect(stranger.status).toBe(401);
    expect(seen()).toEqual([]);
  });

  it.each([
    ['no password', settings({ password: undefined }), 'password: required'],
    ['an empty password', settings({ password: '' }), 'password: required'],
    ['a blank password', settings({ password: ' \t' }), 'password: required'],
    ['null for a password', settings({ password: null }), 'password: required'],
    ['a number for a password', settings({ password: 1234 }), 'password: text expected'],
    ['a record for a password', settings({ password: {} }), 'password: text expected'],
    ['an endless password', settings({ password: 'x'.repeat(201) }), 'password: text expected'],
    ['no id', settings({ settingId: undefined }), 'settingId: required'],
    ['an empty id', settings({ settingId: '' }), 'settingId: required'],
    ['a broken id', settings({ settingId: 1.5 }), 'settingId: required'],
    [
      'a password in another place',
      settings({ company: { password: PASSWORD } }),
      'company.password: may not be sent',
    ],
    ['a second password', settings({ Password: PASSWORD }), 'Password: may not be sent'],
    ['another secret', settings({ token: PASSWORD }), 'token: may not be sent'],
    ['a courier’s password', settings({ sourcePassword: PASSWORD }), 'sourcePassword: may not be sent'],
    ['a list', [settings()], 'body: a record expected'],
    ['no record', 'null', 'body: a record expected'],
    ['no JSON', '{"password": "1', 'no JSON'],
  ])('with %s are refused before anything is sent', async (_name, body, message) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'invalid', message });
    expect(seen()).toEqual([]);
    for (const text of [...told, proxy.log()]) expect(text).not.toContain(PASSWORD);
  });

  it('in another form than JSON, or too large, are refused', async () => {
    expect(await post(settings(), admin, { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
    expect(await post(settings({ login: 'x'.repeat(2 ** 21) }))).toMatchObject({ code: 'tooLarge' });
    expect(seen()).toEqual([]);
  });

  it.each([
    ['the password', PASSWORD],
    ['the password as JSON', quoted],
    ['the password as JSON in Latin letters', latin],
  ])('that iRECA refuses, quoting %s, are refused without it', async (_name, words) => {
    for (const status of [422, 200]) {
      proxy.upstreams.bend.with = () =>
        Response.json({ error: true, message: `Неверный пароль «${words}» для группы` }, { status });
      expect(await post(settings())).toMatchObject({
        status: 422,
        code: 'upstreamRefused',
        message: 'Неверный пароль «…» для группы',
      });
    }
    expectNothingTold();
  });

  it('are sent once, also when iRECA does not answer', async () => {
    proxy.upstreams.bend.with = () => new Response(null, { status: 503 });
    expect(await post(settings())).toMatchObject({ status: 502, code: 'upstreamFailed' });
    expect(seen()).toHaveLength(1);
  });
});

describe('the link of Pechka54', () => {
  it('is told to admins, and is read anew each time', async () => {
    proxy.upstreams.bend.with = () =>
      Response.json({ url: 'https://ireca.example/pechka54/key-of-this-shop' });
    for (let time = 1; time <= 2; time += 1) {
      const response = await admin.get(PECHKA);
      expect(await response.json()).toEqual({ url: 'https://ireca.example/pechka54/key-of-this-shop' });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(seen()).toHaveLength(time);
    }
    expect(proxy.log()).not.toContain('key-of-this-shop');
  });

  it.each(['viewer', 'dispatcher'])('is not told to a %s', async (login) => {
    const response = await (await proxy.signIn(login)).get(PECHKA);
    expect(response.status).toBe(403);
    expect(seen()).toEqual([]);
  });
});
