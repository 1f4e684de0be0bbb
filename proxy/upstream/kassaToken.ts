/** Kassa's access token: one sign-in at a time for all callers, renewed before it ends, refresh tokens rotated. */
import { createHash } from 'node:crypto';
import type { Clock } from '#proxy/clock.ts';
import type { KassaConfig } from '#proxy/config.ts';
import type { UpstreamClient } from './client.ts';
import { readJson, READ_TIMEOUT_MS } from './client.ts';
import type { UpstreamResult } from './failure.ts';
import { failed, succeeded } from './failure.ts';

export type KassaToken = {
  /** A token that is good for a while yet. */
  current(): Promise<UpstreamResult<string>>;
  /** A token other than `refused`, which Kassa did not accept any more. */
  renewed(refused: string): Promise<UpstreamResult<string>>;
  /** All that must not come back in a message. */
  secrets(): string[];
};

/** A token is renewed this long before its end, or in the last tenth of its life if that is shorter. */
const RENEW_AHEAD_MS = 5 * 60_000;
/** After Kassa refused our sign-in it is not asked again for so long: a wrong password must not lock the account. */
const REFUSAL_PAUSE_MS = 30_000;

type Held = { access: string; refresh: string | null; renewAt: number };

/** The form in which Kassa wants the password: base64 of the raw SHA-256 digest (BIFIT's instruction on tokens). */
export function passwordDigest(password: string): string {
  return createHash('sha256').update(password, 'utf8').digest('base64');
}

export function createKassaToken(config: KassaConfig, client: UpstreamClient, clock: Clock): KassaToken {
  const password = passwordDigest(config.password);
  let held: Held | null = null;
  let refusal: { result: UpstreamResult<Held>; until: number } | null = null;
  let signingIn: Promise<UpstreamResult<Held>> | null = null;

  async function ask(grant: Record<string, string>): Promise<UpstreamResult<Held>> {
    const asked = clock.now();
    const form = { ...grant, client_id: config.clientId, client_secret: config.clientSecret };
    const reply = await client({
      method: 'POST',
      path: '/oauth/token',
      body: new URLSearchParams(form).toString(),
      contentType: 'application/x-www-form-urlencoded',
      timeoutMs: READ_TIMEOUT_MS,
    });
    if (!reply.ok) {
      const { code, status, message } = reply.failure;
      // OAuth2 says 400 invalid_grant where others say 401.
      return code === 'refused' && status === 400 ? failed('unauthorized', { status, message }) : reply;
    }
    const body = readJson(reply.value.bytes);
    if (!body.ok) return body;
    const token = body.value as Partial<Record<string, unknown>> | null;
    const access = token?.['access_token'];
    const seconds = Number(token?.['expires_in']);
    if (typeof access !== 'string' || access === '') return failed('malformed');
    const life = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
    const refresh = token?.['refresh_token'];
    return succeeded({
      access,
      refresh: typeof refresh === 'string' && refresh !== '' ? refresh : null,
      renewAt: asked + life - Math.min(RENEW_AHEAD_MS, life / 10),
    });
  }

  async function renew(): Promise<UpstreamResult<Held>> {
    if (refusal && refusal.until > clock.now()) return refusal.result;
    if (held?.refresh) {
      const refreshed = await ask({ grant_type: 'refresh_token', refresh_token: held.refresh });
      const refusedByKassa =
        !refreshed.ok && (refreshed.failure.code === 'unauthorized' || refreshed.failure.code === 'refused');
      if (!refusedByKassa) return refreshed;
    }
    const signedIn = await ask({ grant_type: 'password', username: config.username, password });
    const isRefusal = !signedIn.ok && signedIn.failure.code === 'unauthorized';
    refusal = isRefusal ? { result: signedIn, until: clock.now() + REFUSAL_PAUSE_MS } : null;
    return signedIn;
  }

  /** All who need a token while one is being fetched wait for that one. */
  async function fetched(): Promise<UpstreamResult<string>> {
    signingIn ??= renew()
      .then((result) => {
        if (result.ok) held = result.value;
        else if (result.failure.code === 'unauthorized') held = null;
        return result;
      })
      .finally(() => {
        signingIn = null;
      });
    const result = await signingIn;
    return result.ok ? succeeded(result.value.access) : result;
  }

  return {
    async current() {
      if (signingIn) return fetched();
      return held && held.renewAt > clock.now() ? succeeded(held.access) : fetched();
    },
    async renewed(refused) {
      return !signingIn && held && held.access !== refused ? succeeded(held.access) : fetched();
    },
    secrets: () =>
      [config.password, password, config.clientSecret, held?.access, held?.refresh].filter(
        (secret): secret is string => typeof secret === 'string' && secret !== '',
      ),
  };
}
