/** What the simulators received, and what is made to go wrong there: the tests' side of `/__sim`. */

/** One request as it arrived upstream; `path` is without the API's prefix. */
export type Received = {
  n: number;
  at: number;
  method: string;
  path: string;
  query: string;
  body: unknown;
  status: number;
};

export type Fault = {
  method?: string;
  path?: string;
  query?: string;
  bodyIncludes?: string;
  orderId?: string;
  kind:
    | 'delay'
    | 'hang'
    | 'status'
    | 'cut'
    | 'cutAfter'
    | 'crash'
    | 'crashAfter'
    | 'malformed'
    | 'error200'
    | 'unauthorized'
    | 'ignore';
  ms?: number;
  status?: number;
  message?: string;
  times?: number;
};

/** What a phone sends; null = nothing stands there. */
export type SentFix = {
  courierId: string;
  latitude: number | null;
  longitude: number | null;
  /** Epoch ms; left out = now. */
  createdAt?: number | null;
  accuracy?: number | null;
  orderId?: string | null;
  deliveryStatusId?: number | null;
};

/** What went wrong at a courier's bank terminal or fiscal recorder; the simulator fills in what is left out. */
export type DeviceError = {
  device: 'terminal' | 'recorder';
  courierId: string;
  orderId?: string | null;
  errorCode?: string;
  errorText?: string;
  /** Roubles. */
  amount?: number;
  /** Epoch ms; left out = now, null = the row has no time. */
  at?: number | null;
};

/** A correction receipt that a courier's recorder has printed. */
export type Correction = {
  courierId: string;
  /** Roubles. */
  amount?: number;
  serialNumber?: string;
  /** Epoch ms; left out = now. */
  at?: number;
};

/** A callback registered with iRECA; `isActive` 0 = it was switched off. */
export type Registration = { kind: 'orders' | 'licenses'; url: string; isActive: number };

async function call(url: string, method = 'GET', body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** `control` is the address that a simulator gives for this (`…/__sim`). */
export function upstream(control: string) {
  return {
    /** Requests so far, oldest first; with a filter only those of that method and path. */
    async received(method?: string, path?: RegExp): Promise<Received[]> {
      const all = (await call(`${control}/requests`)) as Received[];
      return all.filter((one) => (!method || one.method === method) && (!path || path.test(one.path)));
    },
    forget: () => call(`${control}/requests`, 'DELETE'),
    fault: (fault: Fault) => call(`${control}/faults`, 'POST', fault),
    mend: () => call(`${control}/faults`, 'DELETE'),
    /** The courier's app, or the cash desk itself, changes an order. */
    change: (id: string, fields: Record<string, unknown>) => call(`${control}/orders/${id}`, 'PATCH', fields),
    order: (id: string) => call(`${control}/orders/${id}`) as Promise<Record<string, unknown>>,
    /** Every order as the simulator keeps it: for choosing one that a test needs. */
    orders: () => call(`${control}/orders`) as Promise<Record<string, unknown>[]>,
    /** A reference list (`couriers`, `goods`, …) as the simulator keeps it, passwords too: its rows by id. */
    list: (path: string) =>
      call(`${control}/lists/${path}`) as Promise<Record<string, Record<string, unknown>>>,
    /** Somebody else changes a row of a list. */
    changeRow: (path: string, id: string, fields: Record<string, unknown>) =>
      call(`${control}/lists/${path}/${id}`, 'PATCH', fields),
    /** Somebody else makes a row, or writes it anew. */
    putRow: (path: string, id: string, row: Record<string, unknown>) =>
      call(`${control}/lists/${path}/${id}`, 'PUT', row),
    /** Somebody else takes a row away, and nothing of it stays behind (`changeRow` with `isActive: 0` marks it deleted). */
    dropRow: (path: string, id: string) => call(`${control}/lists/${path}/${id}`, 'DELETE'),
    /** A courier's phone sends a fix, or several one after another; odd ones too. */
    position: (fixes: SentFix | readonly SentFix[]) => call(`${control}/positions`, 'POST', fixes),
    /** A courier's phone has never sent anything. */
    forgetPositions: (courierId: string) => call(`${control}/positions?courierId=${courierId}`, 'DELETE'),
    /** A terminal or a recorder fails; answers the row as iRECA's log has it. */
    deviceError: (error: DeviceError) =>
      call(`${control}/deviceErrors`, 'POST', error) as Promise<Record<string, string | number>>,
    /** At which end the error logs grow. */
    logsOrder: (newestFirst: boolean) => call(`${control}/logsOrder`, 'POST', { newestFirst }),
    /** A courier prints a correction receipt; answers its row. */
    correction: (receipt: Correction) =>
      call(`${control}/correctionReceipts`, 'POST', receipt) as Promise<Record<string, string | number>>,
    /** The settings of Atol Online as they were last stored, password too; null = none were. */
    atol: () => call(`${control}/atol`) as Promise<Record<string, unknown> | null>,
    /** Which callbacks are registered. */
    callbacks: () => call(`${control}/callbacks`) as Promise<Registration[]>,
    /** iRECA calls at once although nothing has changed; answers the statuses that it got. */
    callback: (kind: Registration['kind'], body: { orderId?: string; times?: number } = {}) =>
      call(`${control}/callbacks/${kind}`, 'POST', body) as Promise<{ statuses: (number | null)[] }>,
    /** Kassa: every access and refresh token given so far. */
    oauth: () => call(`${control}/oauth`) as Promise<{ tokens: string[] }>,
  };
}
