/** The whole product as one value: simulated upstreams and the built proxy, on free ports, with users made for the run. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashPassword } from '#proxy/access/passwords.ts';
import type { Clock } from '#proxy/clock.ts';
import { readConfig } from '#proxy/config.ts';
import { createLogger } from '#proxy/logger.ts';
import { passwordDigest } from '#proxy/simulators/kassa/oauth.ts';
import { keepSecrets, logLines } from './secrets.ts';
import type { StreamFate } from './streams.ts';
import { watchStreams } from './streams.ts';
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

/** Last part of the addresses that iRECA calls, where a stack has them. */
export const CALLBACK_SECRET = 'only-for-end-to-end-callbacks-0123456789';
const SESSION_SECRET = 'only-for-end-to-end-tests-'.padEnd(40, '0');

export type Stack = {
  url: string;
  simulators: Simulators;
  /** Lines that its proxies have logged so far, oldest first; each is JSON. */
  log(): readonly string[];
  /** How many event streams are open. */
  openStreams(): number;
  /** Cuts every open event stream, as a network would; answers how many there were. */
  cutStreams(): number;
  /** What the network does to event streams opened from now on; those that are open stay as they are. */
  treatStreams(fate: StreamFate): void;
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
  /** Callbacks are set up: iRECA can call this proxy, with `CALLBACK_SECRET`. */
  callbacks?: boolean;
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

/** What only the simulators and the proxy may know, as it was seeded and as a test has left it. */
async function rememberSecrets({ ireca, kassa }: Simulators): Promise<void> {
  const rows = await upstream(ireca.control).list('couriers');
  const { tokens } = await upstream(kassa.control).oauth();
  keepSecrets(Object.values(rows).map(({ sourcePassword }) => sourcePassword));
  keepSecrets([ireca.token, kassa.password, passwordDigest(kassa.password), ...tokens]);
  keepSecrets([PASSWORD, SESSION_SECRET, CALLBACK_SECRET]);
}

/** A port that nobody listens on: its number must be known before the proxy starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts everything from `dist/`; `close` stops everything and leaves nothing behind. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { orders = 220, couriers = 18, goods = 0, seed = 7, live = false, clock } = options;
  const { callbacks = false, settings = {} } = options;
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
  await rememberSecrets(simulators);
  const { ireca, kassa } = simulators;
  const firstPort = callbacks ? await freePort() : 0;
  const environment = {
    SESSION_SECRET,
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
    DATA_DIR: join(folder, 'data'),
    DEMO: '1',
    ...(callbacks && { PUBLIC_URL: `http://127.0.0.1:${firstPort}`, CALLBACK_SECRET }),
    ...settings,
  };
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
    logLines.push(line);
  };
  const logger = createLogger('info', { write });
  const start = (port: number) =>
    startProxy({
      config: readConfig({ ...environment, PORT: String(port) }),
      clientDir: fileURLToPath(new URL('client', DIST)),
      logger,
      ...(clock && { clock }),
    });
  let proxy = await start(firstPort);
  const streams = watchStreams(() => proxy.port);
  return {
    url: proxy.url,
    simulators,
    log: () => lines,
    openStreams: () => streams.count(),
    cutStreams: () => streams.cut(),
    treatStreams: (fate) => streams.treat(fate),
    async restartProxy() {
      const { port } = proxy;
      await proxy.close();
      proxy = await start(port);
    },
    async close() {
      await proxy.close();
      streams.stop();
      await rememberSecrets(simulators);
      await simulators.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
