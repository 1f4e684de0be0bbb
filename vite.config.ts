/** Builds the client (default) or, with `--mode proxy`, the proxy; `vite` serves both in development. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { compressAssets } from './vite.compress.ts';
import { proxyInDevelopment } from './proxy/dev.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) =>
  mode === 'proxy'
    ? {
        publicDir: false,
        build: {
          ssr: true,
          target: 'node20',
          outDir: 'dist/proxy',
          emptyOutDir: true,
          rolldownOptions: {
            input: {
              main: fromRoot('./proxy/main.ts'),
              startProxy: fromRoot('./proxy/startProxy.ts'),
              user: fromRoot('./proxy/access/userCommand.ts'),
              demo: fromRoot('./proxy/demo.ts'),
              simulators: fromRoot('./proxy/simulators/startSimulators.ts'),
            },
          },
        },
      }
    : {
        plugins: [react(), compressAssets(), mode === 'development' && proxyInDevelopment()],
        build: {
          outDir: 'dist/client',
          target: 'es2022',
          chunkSizeWarningLimit: 900,
          // What the first screen needs is one file: split by who else uses it, it was thirty, and they shrink worse.
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
          },
        },
        server: { port: 5173 },
        test: {
          include: ['src/**/*.test.{ts,tsx}', 'proxy/**/*.test.ts'],
          setupFiles: ['./src/testing/setup.ts'],
          // Slow machines: what is polled for, and what Testing Library looks for, gets the time of a whole test.
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 30_000,
        },
      },
);
