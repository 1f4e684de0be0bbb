/** What a request carries through the pipeline. */
import type { HttpBindings } from '@hono/node-server';
import type { ActiveSession } from '#proxy/access/sessions.ts';

export type AppEnv = {
  /** Absent when the app is called without a server. */
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; session: ActiveSession };
};
