/** A proxy over the test upstreams, with three users, a clock that the test drives, and its log kept for reading. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action, OutcomeLine, Target } from '#src/contracts/command.ts';
import type { Feed } from '#src/contracts/feed.ts';
import type { Role } from '#src/contracts/session.ts';
import { hashPassword } from '#proxy/access/passwords.ts';
import { writeUsersFile } from '#proxy/access/users.ts';
import type { Config } from '#proxy/config.ts';
import { readConfig } from '#proxy/config.ts';
import { createLogger } from '#proxy/logger.ts';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { startProxy } from '#proxy/startProxy.ts';
import type { TestUpstreams } from './testUpstreams.ts';
import { IRECA_TOKEN } from './testIreca.ts';
import { KASSA_PASSWORD, KASSA_USERNAME, startTestUpstreams } from './testUpstreams.ts';

export const START = Date.UTC(2026, 2, 2, 8);
export const SESSION_SECRET = 'session-secret-0123456789abcdefghij';
export const CALLBACK_SECRET = 'callback-secret-0123456789abcdefghi';
export const PASSWORD = 'dispatcher-password';

/** Cheap to check, so that tests are quick; the real cost is tested by itself. */
const CHEAP = { N: 1024, r: 8, p: 1 };

export type SignedIn = {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  feed(name: 'orders' | 'positions' | 'deviceErrors', since?: string): Promise<Feed>;
  command(action: Action, targets: Target[], id?: string): Promise<OutcomeLine[]>;
};

export type TestProxy = {
  url: string;
  clock: ManualClock;
  upstreams: TestUpstreams;
  usersFile: string;
  log(): string;
  signIn(login?: string): Promise<SignedIn>;
  close(): Promise<void>;
};

export function linesOf(text: string): OutcomeLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutcomeLine);
}

export async function startTestProxy(
  options: {
    config?: Partial<Config>;
    env?: Record<string, string>;
    clientDir?: string;
  } = {},
): Promise<TestProxy> {
  const upstreams = await startTestUpstreams();
  const dir = mkdtempSync(join(tmpdir(), 'pult-test-'));
  const usersFile = join(dir, 'users.json');
  const password = await hashPassword(PASSWORD, CHEAP);
  const roles: Role[] = ['viewer', 'dispatcher', 'admin'];
  writeUsersFile(
    usersFile,
    roles.map((role) => ({ login: role, name: `Фамилия-${role}`, role, password })),
  );
  const config = {
    ...readConfig({
      PORT: '0',
      SESSION_SECRET,
      CALLBACK_SECRET,
      USERS_FILE: usersFile,
      DATA_DIR: join(dir, 'data'),
      IRECA_BASE_URL: `${upstreams.ireca.url}/`,
      IRECA_TOKEN,
      KASSA_BASE_URL: upstreams.kassa.url,
      KASSA_USERNAME,
      KASSA_PASSWORD,
      KASSA_ORGANIZATION_ID: '1579776541385873338810',
      KASSA_TRADE_OBJECT_ID: '1579776541385873338827',
      ...options.env,
    }),
    ...options.config,
  };
  const clock = manualClock(START);
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line: string) => void lines.push(line) });
  const proxy = await startProxy({ config, clock, logger, clientDir: options.clientDir ?? null });

  async function signIn(login = 'dispatcher'): Promise<SignedIn> {
    const response = await fetch(`${proxy.url}/api/session`, {
      method: 'POST',
      headers: { origin: proxy.url, 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`sign-in failed: ${response.status}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const get: SignedIn['get'] = (path, headers = {}) =>
      fetch(`${proxy.url}${path}`, { headers: { cookie, ...headers } });
    const send: SignedIn['send'] = (method, path, body, headers = {}) =>
      fetch(`${proxy.url}${path}`, {
        method,
        headers: { cookie, origin: proxy.url, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    return {
      cookie,
      get,
      send,
      async feed(name, since) {
        const response = await get(`/api/feeds/${name}${since === undefined ? '' : `?since=${since}`}`);
        if (!response.ok) throw new Error(`feed failed: ${response.status}`);
        return (await response.json()) as Feed;
      },
      async command(action, targets, id = crypto.randomUUID()) {
        const response = await send('POST', '/api/commands', { id, action, targets });
        if (!response.ok) throw new Error(`command failed: ${response.status} ${await response.text()}`);
        return linesOf(await response.text());
      },
    };
  }

  return {
    url: proxy.url,
    clock,
    upstreams,
    usersFile,
    log: () => lines.join(''),
    signIn,
    async close() {
      await proxy.close();
      await upstreams.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
