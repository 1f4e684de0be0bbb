/** Vite plugin: mounts the proxy into the development server. This file is loaded for builds too, so it imports nothing heavy. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

type Development = typeof import('./development.ts');

/** What belongs to the proxy; everything else is Vite's. */
const PROXY_PATHS = /^\/(api|callbacks|healthz|readyz)(\/|\?|$)/;

/**
 * Serves `/api` and its neighbours from the same app as production. The upstreams are those of `.env`, or the simulators
 * when `IRECA_TOKEN` is not set.
 */
export function proxyInDevelopment(): Plugin {
  return {
    name: 'pult-proxy',
    apply: 'serve',
    async configureServer(server) {
      const module = (await server.ssrLoadModule('/proxy/development.ts')) as Development;
      const development = await module.startDevelopment();
      for (const line of development.notes) server.config.logger.info(line);
      server.middlewares.use((incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => {
        if (PROXY_PATHS.test(incoming.url ?? '')) void development.handle(incoming, outgoing);
        else next();
      });
      server.httpServer?.once('close', () => void development.close());
    },
  };
}
