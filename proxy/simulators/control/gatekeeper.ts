/** Stands before each simulated API: writes the request down and lets the faults do their harm. */
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault, Faults } from './faults.ts';
import { readableBody, type RequestEntry, type RequestLog } from './requestLog.ts';
import type { SimulatorEnv } from './simulatorEnv.ts';

/** How one upstream writes its errors and reads its JSON. */
export type Dialect = {
  base: string;
  parse: (text: string) => unknown;
  error: (message: string) => Record<string, unknown>;
  unauthorized: Record<string, unknown>;
};

/** What a web server answers by itself when the program behind it breaks down: no word of the API's own. */
const crashPage = (status: number) =>
  new Response('<html><body><h1>Something went wrong</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

export type Gatekeeper = {
  middleware: MiddlewareHandler<SimulatorEnv>;
  /** Lets go of every request that hangs. */
  release: () => void;
};

export function createGatekeeper(
  dialect: Dialect,
  log: RequestLog,
  faults: Faults,
  now: () => number,
): Gatekeeper {
  const hanging = new Set<() => void>();

  /** Waits `ms`, or for ever; ends early when the client goes away or the simulator closes. */
  const hold = (c: Context<SimulatorEnv>, ms: number) =>
    new Promise<void>((resolve) => {
      const timer = Number.isFinite(ms) ? setTimeout(() => end(), ms) : undefined;
      const end = () => {
        clearTimeout(timer);
        hanging.delete(end);
        c.env.outgoing.off('close', end);
        resolve();
      };
      hanging.add(end);
      c.env.outgoing.once('close', end);
    });

  /** A final answer of a fault, or null when the request goes on to the API. */
  const harm = async (c: Context<SimulatorEnv>, fault: Fault): Promise<Response | null> => {
    const json = (body: unknown, status: number) => c.json(body, status as ContentfulStatusCode);
    switch (fault.kind) {
      case 'delay':
        await hold(c, fault.ms);
        return null;
      case 'hang':
        await hold(c, Infinity);
        c.env.incoming.socket.destroy();
        return c.body(null, 503);
      case 'cut':
        c.env.incoming.socket.destroy();
        return c.body(null, 503);
      case 'status':
        return json(dialect.error(fault.message), fault.status);
      case 'crash':
        return crashPage(fault.status);
      case 'error200':
        return json(dialect.error(fault.message), 200);
      case 'unauthorized':
        return json(dialect.unauthorized, 401);
      case 'malformed':
        return c.body('[{"orderId": 2099, "codeAl', 200, { 'content-type': 'application/json' });
      case 'ignore':
        c.set('ignored', { all: !fault.orderId, orderIds: new Set(fault.orderId ? [fault.orderId] : []) });
        return null;
      case 'cutAfter':
      case 'crashAfter':
        return null;
    }
  };

  const middleware: MiddlewareHandler<SimulatorEnv> = async (c, next) => {
    const { method } = c.req;
    const path = c.req.path.slice(dialect.base.length) || '/';
    const query = new URL(c.req.url).search.slice(1);
    const body = method === 'GET' ? '' : await c.req.text();
    const type = c.req.header('content-type') ?? '';
    const entry: RequestEntry = log.add({
      at: now(),
      method,
      path,
      query,
      body: readableBody(body, type, dialect.parse),
    });
    const hits = faults.hit({ method, path, query, body });
    for (const fault of hits) {
      const answer = await harm(c, fault);
      if (!answer) continue;
      if (fault.kind !== 'cut' && fault.kind !== 'hang') entry.status = answer.status;
      return answer;
    }
    await next();
    const crash = hits.find(({ kind }) => kind === 'crashAfter');
    if (crash) c.res = crashPage(crash.status);
    if (hits.some(({ kind }) => kind === 'cutAfter')) c.env.incoming.socket.destroy();
    else entry.status = c.res.status;
    return undefined;
  };

  return {
    middleware,
    release: () => {
      for (const end of [...hanging]) end();
    },
  };
}
