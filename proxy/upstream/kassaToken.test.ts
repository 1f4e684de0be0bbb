import { beforeEach, describe, expect, it } from 'vitest';
import type { KassaConfig } from '#proxy/config.ts';
import { manualClock } from '#proxy/manualClock.ts';
import type { UpstreamCall } from './client.ts';
import type { UpstreamFailure } from './failure.ts';
import { failed, succeeded } from './failure.ts';
import { createKassaToken, passwordDigest } from './kassaToken.ts';

const config = {
  username: '79990001122',
  password: 'тайна',
  clientId: 'cashdesk-rest-client',
  clientSecret: 'cashdesk-rest-client',
} as KassaConfig;

let asked: URLSearchParams[];
let issued: number;
let failure: { of: string; code: UpstreamFailure['code']; status: number } | null;
beforeEach(() => {
  asked = [];
  issued = 0;
  failure = null;
});

function tokens() {
  const clock = manualClock(0);
  const client = async (call: UpstreamCall) => {
    const form = new URLSearchParams(call.body);
    asked.push(form);
    await new Promise((resolve) => setImmediate(resolve));
    if (failure && form.get('grant_type') === failure.of)
      return failed(failure.code, { status: failure.status });
    issued += 1;
    const body = { access_token: `a${issued}`, refresh_token: `r${issued}`, expires_in: 43199 };
    return succeeded({ status: 200, bytes: Buffer.from(JSON.stringify(body)) });
  };
  return { clock, token: createKassaToken(config, client, clock) };
}
const grants = () => asked.map((form) => form.get('grant_type'));

describe('the token of Kassa', () => {
  it('is asked for as the vendor says: the password as base64 of its raw SHA-256', async () => {
    const { token } = tokens();
    expect(await token.current()).toEqual({ ok: true, value: 'a1' });
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'password',
      username: '79990001122',
      password: passwordDigest('тайна'),
      client_id: 'cashdesk-rest-client',
      client_secret: 'cashdesk-rest-client',
    });
    expect(passwordDigest('abc')).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
  });

  it('is fetched once for all who need it at the same time', async () => {
    const { token } = tokens();
    const all = await Promise.all(Array.from({ length: 20 }, () => token.current()));
    expect(new Set(all.map((result) => result.ok && result.value))).toEqual(new Set(['a1']));
    await Promise.all(Array.from({ length: 20 }, () => token.renewed('a1')));
    expect(grants()).toEqual(['password', 'refresh_token']);
  });

  it('is renewed before it ends, with the refresh token of the last answer', async () => {
    const { clock, token } = tokens();
    await token.current();
    await clock.advance(43_199_000 - 300_000 - 1);
    expect(await token.current()).toMatchObject({ value: 'a1' });
    await clock.advance(1);
    expect(await token.current()).toMatchObject({ value: 'a2' });
    await token.renewed('a2');
    expect(asked.slice(1).map((form) => form.get('refresh_token'))).toEqual(['r1', 'r2']);
  });

  it('that was refused is not fetched anew when another caller has done so meanwhile', async () => {
    const { token } = tokens();
    await token.current();
    await token.renewed('a1');
    expect(await token.renewed('a1')).toMatchObject({ value: 'a2' });
    expect(asked).toHaveLength(2);
  });

  it('comes from a new sign-in when the refresh is refused, but not when Kassa cannot be reached', async () => {
    const { token } = tokens();
    await token.current();
    failure = { of: 'refresh_token', code: 'refused', status: 400 };
    expect(await token.renewed('a1')).toMatchObject({ value: 'a2' });
    expect(grants()).toEqual(['password', 'refresh_token', 'password']);
    failure = { of: 'refresh_token', code: 'timeout', status: 0 };
    expect(await token.renewed('a2')).toMatchObject({ ok: false, failure: { code: 'timeout' } });
    expect(grants()).toHaveLength(4);
  });

  it('is not asked for again and again with a wrong password, which could lock the account', async () => {
    const { clock, token } = tokens();
    failure = { of: 'password', code: 'refused', status: 400 };
    for (let i = 0; i < 5; i += 1)
      expect(await token.current()).toMatchObject({ failure: { code: 'unauthorized' } });
    expect(asked).toHaveLength(1);
    failure = null;
    await clock.advance(30_000);
    expect(await token.current()).toMatchObject({ value: 'a1' });
  });

  it('stands among what is never repeated in a message', async () => {
    const { token } = tokens();
    await token.current();
    expect(token.secrets()).toEqual(expect.arrayContaining(['тайна', passwordDigest('тайна'), 'a1', 'r1']));
  });
});
