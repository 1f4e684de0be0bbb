/** Program behind `npm run demo`: the built product over simulated upstreams, with people to sign in as. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import type { DemoFlags } from './demoFlags.ts';
import { readDemoFlags } from './demoFlags.ts';
import { callableUrl, DEMO_PASSWORD, freePort, startDemoStage } from './demoStage.ts';
import { onStopSignal } from './onStopSignal.ts';
import type { RunningProxy } from './startProxy.ts';
import { startProxy } from './startProxy.ts';

/** How many ports are tried when the first is taken. */
const PORTS_TRIED = 20;

function flagsOrExit(): DemoFlags {
  try {
    return readDemoFlags(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(2);
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function startOnFreePort(
  env: Record<string, string>,
  port: number,
  clientDir: string,
): Promise<RunningProxy> {
  for (let tried = 0; ; tried += 1) {
    const own = port === 0 ? await freePort() : port + tried;
    const settings = { LOG_LEVEL: 'warn', PUBLIC_URL: callableUrl(own), ...env, PORT: String(own) };
    try {
      return await startProxy({ config: readConfig(settings), clientDir });
    } catch (error) {
      if (!isTaken(error) || tried >= PORTS_TRIED) throw error;
    }
  }
}

const { port, ...day } = flagsOrExit();
// This file is bundled to dist/proxy/demo.js; the client stands beside it.
const clientDir = join(dirname(fileURLToPath(import.meta.url)), '../client');
const stage = await startDemoStage(day);
const { TILE_URL, TILE_URL_DARK, TILE_ATTRIBUTION, TILE_MAX_ZOOM, HOST, LOG_LEVEL } = process.env;
const given = { TILE_URL, TILE_URL_DARK, TILE_ATTRIBUTION, TILE_MAX_ZOOM, HOST, LOG_LEVEL };
const own = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
const proxy = await startOnFreePort({ ...stage.env, ...Object.fromEntries(own) }, port, clientDir);

const logins = stage.logins.join(' · ');
console.log(`
  Пульт (демо): ${proxy.url}
  Вход: логин ${logins}, пароль ${DEMO_PASSWORD}. Данные вымышлены, Ctrl+C останавливает.

  Pult (demo): ${proxy.url}
  Sign in as ${logins} with password ${DEMO_PASSWORD}. All data is made up; Ctrl+C stops.
`);

onStopSignal(async () => {
  await proxy.close();
  await stage.close();
});
