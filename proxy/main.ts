/** Program behind `npm start`: the proxy and the built client, from the settings in the environment or `.env`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { readConfig } from './config.ts';
import { onStopSignal } from './onStopSignal.ts';
import { startProxy } from './startProxy.ts';

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  }
}

if (existsSync('.env')) process.loadEnvFile('.env');
const config = configOrExit();
// This file is bundled to dist/proxy/main.js; the client stands beside it.
const clientDir = join(dirname(fileURLToPath(import.meta.url)), '../client');
const proxy = await startProxy({ config, clientDir });
console.log(`Pult: ${config.publicUrl ?? proxy.url}`);
onStopSignal(() => proxy.close());
