/** OAuth2 of Kassa: the password grant and the refresh grant, which changes the refresh token each time. */
import { createHash, randomUUID } from 'node:crypto';

export type Credentials = { username: string; password: string; clientId: string; clientSecret: string };

type Token = { expiresAt: number };

export type OAuthReply = { status: 200 | 400 | 401; body: Record<string, unknown> };

export type OAuth = {
  /** Answers a form-encoded token request. */
  grant: (form: URLSearchParams) => OAuthReply;
  /** Whether the access token is known and has not expired. */
  isValid: (accessToken: string) => boolean;
  /** Seconds for which tokens given from now on are good. */
  setExpiresIn: (seconds: number) => void;
  /** Every access token given so far is no longer good; the refresh tokens neither, if `all`. */
  revoke: (all: boolean) => void;
  /** Every access and refresh token given so far, good or not. */
  given: () => readonly string[];
};

const refuse = (error: string, description: string, status: 400 | 401 = 401): OAuthReply => ({
  status,
  body: { error, error_description: description },
});

/** What the client must send instead of the password: base64 of the raw SHA-256 digest (Kassa API text). */
export const passwordDigest = (password: string): string =>
  createHash('sha256').update(password).digest('base64');

/** `now` is the wall clock, epoch ms: tokens age with their holder, however fast the simulated day runs. */
export function createOAuth(credentials: Credentials, now: () => number): OAuth {
  const access = new Map<string, Token>();
  const refresh = new Set<string>();
  const given: string[] = [];
  let expiresIn = 43_199;

  const issue = (): OAuthReply => {
    const [accessToken, refreshToken] = [randomUUID(), randomUUID()];
    for (const [token, { expiresAt }] of access) if (expiresAt <= now()) access.delete(token);
    access.set(accessToken, { expiresAt: now() + expiresIn * 1000 });
    refresh.add(refreshToken);
    given.push(accessToken, refreshToken);
    return {
      status: 200,
      body: {
        access_token: accessToken,
        token_type: 'bearer',
        refresh_token: refreshToken,
        expires_in: expiresIn,
        scope: 'read write',
        user_id: 88_412,
      },
    };
  };

  return {
    grant: (form) => {
      const known =
        form.get('client_id') === credentials.clientId &&
        form.get('client_secret') === credentials.clientSecret;
      if (!known) return refuse('invalid_client', 'Bad client credentials');
      if (form.get('grant_type') === 'refresh_token') {
        return refresh.delete(form.get('refresh_token') ?? '')
          ? issue()
          : refuse('invalid_grant', 'Invalid refresh token');
      }
      if (form.get('grant_type') !== 'password') {
        return refuse('unsupported_grant_type', 'Unsupported grant type', 400);
      }
      const right =
        form.get('username') === credentials.username &&
        form.get('password') === passwordDigest(credentials.password);
      return right ? issue() : refuse('invalid_grant', 'Bad credentials');
    },
    isValid: (token) => (access.get(token)?.expiresAt ?? 0) > now(),
    setExpiresIn: (seconds) => {
      expiresIn = seconds;
    },
    revoke: (all) => {
      access.clear();
      if (all) refresh.clear();
    },
    given: () => given,
  };
}
