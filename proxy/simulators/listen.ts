/** Starts an HTTP server for one simulated upstream and stops it without waiting for anybody. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { SimulatorEnv } from './control/simulatorEnv.ts';

export type Listening = { origin: string; close: () => Promise<void> };

/** Port 0 takes any free port. Rejects when the port is taken. */
export function listen(app: Hono<SimulatorEnv>, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // A connection kept by the client must not be cut under its next request.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      resolve({
        origin: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
