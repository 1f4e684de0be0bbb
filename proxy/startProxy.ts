/** Starts the proxy as a server, and stops it without cutting a command in half. */
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createClientFiles } from './http/clientFiles.ts';
import type { Logger } from './logger.ts';
import { createLogger } from './logger.ts';
import { createServices } from './services.ts';

export type RunningProxy = {
  url: string;
  port: number;
  /** Refuses new commands, lets running ones finish what they have begun to write, then closes. */
  close(): Promise<void>;
};

/**
 * Idle connections are kept longer than browsers, reverse proxies and test clients keep theirs (a minute is common): the
 * side that goes first must not be this one, or a call sent at that very moment is answered with a cut connection.
 */
const KEEP_IDLE_MS = 75_000;
/** Answers still being sent when the proxy closes get so long. */
const LAST_ANSWERS_MS = 5_000;

/**
 * @param clientDir the built client; without it only the API is served.
 * @throws when the port is taken (`EADDRINUSE`).
 */
export async function startProxy(options: {
  config: Config;
  clock?: Clock;
  logger?: Logger;
  clientDir?: string | null;
}): Promise<RunningProxy> {
  const { config, clock = systemClock, logger = createLogger(config.logLevel) } = options;
  const services = createServices({ config, clock, logger });
  const app = createApp(services, await createClientFiles(options.clientDir ?? null));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.keepAliveTimeout = KEEP_IDLE_MS;
  const answering = new Set<ServerResponse>();
  server.on('request', (_request, response: ServerResponse) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  logger.info({ port, kassa: config.kassa !== null, demo: config.demo }, 'started');

  let closing: Promise<void> | null = null;
  const close = async () => {
    logger.info('stopping');
    await services.stop();
    await closeServer(server, answering);
    logger.info('stopped');
  };
  return { url: `http://${host}:${port}`, port, close: () => (closing ??= close()) };
}

/** Takes no more requests, waits for the answers under way, and then for nothing: browsers keep spare connections open. */
async function closeServer(server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const answered = Promise.all(
    [...answering].map((response) => new Promise((done) => response.once('close', done))),
  );
  let cutOff: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    cutOff = setTimeout(resolve, LAST_ANSWERS_MS);
  });
  await Promise.race([answered, patience]).finally(() => clearTimeout(cutOff));
  server.closeAllConnections();
  await closed;
}
