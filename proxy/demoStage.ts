/** What a demo stands on: the simulated upstreams, three users, and settings that point at them. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '#proxy/access/passwords.ts';
import type { User } from '#proxy/access/users.ts';
import { writeUsersFile } from '#proxy/access/users.ts';
import type { SimulatorOptions } from '#proxy/simulators/startSimulators.ts';
import { startSimulators } from '#proxy/simulators/startSimulators.ts';

/** Of all three users; the demo holds nobody's data. */
export const DEMO_PASSWORD = 'pult-demo';
const DEMO_USERS: Pick<User, 'login' | 'name' | 'role'>[] = [
  { login: 'dispatcher', name: 'Мария Диспетчер', role: 'dispatcher' },
  { login: 'viewer', name: 'Олег Наблюдатель', role: 'viewer' },
  { login: 'admin', name: 'Анна Администратор', role: 'admin' },
];

export type DemoStage = {
  /** Settings for `readConfig`, without the port and the address that it is part of. */
  env: Record<string, string>;
  logins: string[];
  close(): Promise<void>;
};

/** Where the simulated iRECA can call a proxy of this machine. */
export const callableUrl = (port: number) => `http://127.0.0.1:${port}`;

/** A port that nobody listens on: its number must be known before the proxy starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the simulators and writes the users into a file that goes away with the demo. */
export async function startDemoStage(options: SimulatorOptions): Promise<DemoStage> {
  const dir = await mkdtemp(join(tmpdir(), 'pult-demo-'));
  const usersFile = join(dir, 'users.json');
  const password = await hashPassword(DEMO_PASSWORD);
  writeUsersFile(
    usersFile,
    DEMO_USERS.map((user) => ({ ...user, password })),
  );
  const simulators = await startSimulators({ ...options, live: true });
  const { ireca, kassa } = simulators;
  return {
    env: {
      DEMO: '1',
      USERS_FILE: usersFile,
      DATA_DIR: join(dir, 'data'),
      CALLBACK_SECRET: randomBytes(24).toString('hex'),
      IRECA_BASE_URL: ireca.url,
      IRECA_TOKEN: ireca.token,
      KASSA_BASE_URL: kassa.url,
      KASSA_USERNAME: kassa.username,
      KASSA_PASSWORD: kassa.password,
      KASSA_ORGANIZATION_ID: kassa.organizationId,
      KASSA_TRADE_OBJECT_ID: kassa.tradeObjectId,
      IMAGE_HOSTS: new URL(ireca.url).origin,
    },
    logins: DEMO_USERS.map(({ login }) => login),
    async close() {
      await simulators.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
