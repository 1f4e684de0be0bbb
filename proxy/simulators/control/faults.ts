/** Switches that make a simulated upstream misbehave on chosen requests. */
import { refusal } from './refusal.ts';

export const FAULT_KINDS = [
  'delay',
  'hang',
  'status',
  'cut',
  'cutAfter',
  'crash',
  'crashAfter',
  'malformed',
  'error200',
  'unauthorized',
  'ignore',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export type Fault = {
  kind: FaultKind;
  method?: string;
  /** Beginning of the path, without the base prefix. */
  path?: string;
  /** Part of the query. */
  query?: string;
  bodyIncludes?: string;
  /** Only requests that name this order; with `ignore`, only this order of a batch. */
  orderId?: string;
  /** For `delay`. */
  ms: number;
  /** For `status`, and for `crash`, which answers with a page that nobody documented. */
  status: number;
  message: string;
  /** How many requests it still hits; -1 = all. */
  times: number;
};

export type Faults = {
  /** Takes the body of `POST /__sim/faults`. Refuses an unknown kind. */
  add: (body: unknown) => Fault;
  all: () => readonly Fault[];
  clear: () => void;
  /** The faults that hit this request (each counts it): all delays, and the first of any other kind. */
  hit: (request: { method: string; path: string; query: string; body: string }) => Fault[];
};

const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value));

function readFault(body: unknown): Fault {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const kind = FAULT_KINDS.find((known) => known === sent.kind);
  if (!kind) throw refusal(`Unknown kind of fault; known: ${FAULT_KINDS.join(', ')}`, 400);
  const path = text(sent.path);
  return {
    kind,
    method: text(sent.method)?.toUpperCase(),
    path: path === undefined || path.startsWith('/') ? path : `/${path}`,
    query: text(sent.query),
    bodyIncludes: text(sent.bodyIncludes),
    orderId: text(sent.orderId),
    ms: Number(sent.ms ?? 1_000),
    status: Number(sent.status ?? 500),
    message: text(sent.message) ?? 'Сервис временно недоступен',
    times: Number(sent.times ?? 1),
  };
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (body) => {
      const fault = readFault(body);
      faults.push(fault);
      return fault;
    },
    all: () => faults,
    clear: () => {
      faults = [];
    },
    hit: ({ method, path, query, body }) => {
      const hits: Fault[] = [];
      for (const fault of faults) {
        const { times, orderId, bodyIncludes } = fault;
        if (times === 0 || (fault.method && fault.method !== method)) continue;
        if (fault.path && !path.startsWith(fault.path)) continue;
        if (fault.query && !query.includes(fault.query)) continue;
        if (bodyIncludes && !body.includes(bodyIncludes)) continue;
        if (orderId && !`${path} ${query} ${body}`.includes(orderId)) continue;
        if (fault.kind !== 'delay' && hits.some(({ kind }) => kind !== 'delay')) continue;
        if (times > 0) fault.times -= 1;
        hits.push(fault);
      }
      return hits;
    },
  };
}
