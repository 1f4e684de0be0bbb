/** The proxy as the development server runs it: the same app, mounted beside Vite instead of before the built client. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import type { DemoStage } from './demoStage.ts';
import { createClientFiles } from './http/clientFiles.ts';
import { createLogger } from './logger.ts';
import { createServices } from './services.ts';

export type DevelopmentProxy = {
  handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
  close(): Promise<void>;
  /** What a developer wants to know at start. */
  notes: string[];
};

/** Real upstreams when `IRECA_TOKEN` is set (in `.env` or the environment), otherwise simulators and demo users. */
export async function startDevelopment(): Promise<DevelopmentProxy> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const real = Boolean(process.env['IRECA_TOKEN']?.trim());
  let stage: DemoStage | null = null;
  let callable: { PUBLIC_URL: string; port: number } | null = null;
  const notes: string[] = [];
  if (real) {
    notes.push('  Pult: real upstreams, users of the users file');
  } else {
    const { callableUrl, DEMO_PASSWORD, freePort, startDemoStage } = await import('./demoStage.ts');
    stage = await startDemoStage({});
    const port = await freePort();
    callable = { PUBLIC_URL: callableUrl(port), port };
    notes.push(`  Pult: simulated upstreams; sign in as ${stage.logins.join(', ')} with ${DEMO_PASSWORD}`);
    notes.push(`  Simulators: ${stage.env['IRECA_BASE_URL'] ?? ''}  ${stage.env['KASSA_BASE_URL'] ?? ''}`);
  }
  const config = readConfig({
    LOG_LEVEL: 'warn',
    ...process.env,
    ...stage?.env,
    ...(callable && { PUBLIC_URL: callable.PUBLIC_URL }),
  });
  const services = createServices({ config, clock: systemClock, logger: createLogger(config.logLevel) });
  const app = createApp(services, await createClientFiles(null));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  // Vite's own port is not known yet, and the simulated iRECA must know where to call.
  let calls: Server | null = null;
  if (callable) {
    calls = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    calls.listen(callable.port, '127.0.0.1');
  }
  return {
    handle: (incoming, outgoing) => listener(incoming, outgoing),
    async close() {
      await services.stop();
      calls?.close();
      calls?.closeAllConnections();
      await stage?.close();
    },
    notes,
  };
}
