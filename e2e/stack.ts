/** The whole product as one value: simulated upstreams and the built proxy, on free ports, with users made for the run. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashPassword } from '#proxy/access/passwords.ts';
import type { Clock } from '#proxy/clock.ts';
import { readConfig } from '#proxy/config.ts';
import { upstream } from './upstream.ts';

type StartSimulators = (typeof import('#proxy/simulators/startSimulators.ts'))['startSimulators'];
type StartProxy = (typeof import('#proxy/startProxy.ts'))['startProxy'];
export type Simulators = Awaited<ReturnType<StartSimulators>>;

/** Signing in is not what these runs are about: a cheaper hash than real users get. */
const QUICK = { N: 2 ** 12, r: 8, p: 1 };

/** Another build than `dist/` can be tried by naming its folder. */
const DIST = new URL(process.env['PULT_DIST'] ?? '../dist/', import.meta.url);

/** Sign-ins of every stack; the password is one, the roles are what matters. */
export const PASSWORD = 'e2e-password';
export const LOGINS = { dispatcher: 'dina', second: 'denis', viewer: 'vera', admin: 'anna' } as const;

export type Stack = {
  url: string;
  simulators: Simulators;
  /** Stops the proxy and starts another one on the same port, as a deployment does. */
  restartProxy(): Promise<void>;
  close(): Promise<void>;
};

export type StackOptions = {
  orders?: number;
  couriers?: number;
  /** The least size of the catalogue; what the shops of the day sell is always in it. */
  goods?: number;
  seed?: number;
  live?: boolean;
  clock?: Clock;
  /** More settings for the proxy, by their names in the environment. */
  settings?: Record<string, string>;
};

async function writeUsers(path: string): Promise<void> {
  const password = await hashPassword(PASSWORD, QUICK);
  const user = (login: string, name: string, role: string) => ({ login, name, role, password });
  const users = [
    user(LOGINS.dispatcher, 'Дина Орлова', 'dispatcher'),
    user(LOGINS.second, 'Денис Котов', 'dispatcher'),
    user(LOGINS.viewer, 'Вера Зорина', 'viewer'),
    user(LOGINS.admin, 'Анна Белова', 'admin'),
  ];
  await writeFile(path, JSON.stringify({ users }), { mode: 0o600 });
}

/** Passwords of the couriers of every stack so far, as they were seeded and as tests left them. */
export const couriersPasswords = new Set<string>();
/** A shorter one, which a test has given, would be found in any number. */
const TELLING = 8;

async function rememberPasswords({ ireca }: Simulators): Promise<void> {
  const rows = await upstream(ireca.control).list('couriers');
  for (const { sourcePassword } of Object.values(rows)) {
    if (typeof sourcePassword === 'string' && sourcePassword.length >= TELLING) {
      couriersPasswords.add(sourcePassword);
    }
  }
}

/** Starts everything from `dist/`; `close` stops everything and leaves nothing behind. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { orders = 220, couriers = 18, goods = 0, seed = 7, live = false, clock, settings = {} } = options;
  const { startSimulators } = (await import(new URL('proxy/simulators.js', DIST).href)) as {
    startSimulators: StartSimulators;
  };
  const { startProxy } = (await import(new URL('proxy/startProxy.js', DIST).href)) as {
    startProxy: StartProxy;
  };
  const folder = await mkdtemp(join(tmpdir(), 'pult-'));
  const usersFile = join(folder, 'users.json');
  await writeUsers(usersFile);
  const simulators = await startSimulators({
    orders,
    couriers,
    goods,
    seed,
    live,
    ...(clock && { now: clock.now }),
  });
  await rememberPasswords(simulators);
  const { ireca, kassa } = simulators;
  const environment = {
    PORT: '0',
    SESSION_SECRET: 'only-for-end-to-end-tests-'.padEnd(40, '0'),
    USERS_FILE: usersFile,
    IRECA_BASE_URL: ireca.url,
    IRECA_TOKEN: ireca.token,
    KASSA_BASE_URL: kassa.url,
    KASSA_USERNAME: kassa.username,
    KASSA_PASSWORD: kassa.password,
    KASSA_ORGANIZATION_ID: kassa.organizationId,
    KASSA_TRADE_OBJECT_ID: kassa.tradeObjectId,
    IMAGE_HOSTS: new URL(ireca.url).origin,
    TILE_URL: '',
    LOG_LEVEL: 'silent',
    DEMO: '1',
    ...settings,
  };
  const start = (port: string) =>
    startProxy({
      config: readConfig({ ...environment, PORT: port }),
      clientDir: fileURLToPath(new URL('client', DIST)),
      ...(clock && { clock }),
    });
  let proxy = await start('0');
  return {
    url: proxy.url,
    simulators,
    async restartProxy() {
      const { port } = proxy;
      await proxy.close();
      proxy = await start(String(port));
    },
    async close() {
      await proxy.close();
      await rememberPasswords(simulators);
      await simulators.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
