/** Simulators on free ports with a clock that only the test moves, and a client that speaks to both. */
import { afterAll } from 'vitest';
import { parse } from 'lossless-json';
import { passwordDigest } from '../kassa/oauth.ts';
import { startSimulators, type SimulatorOptions } from '../startSimulators.ts';

export type Row = Record<string, unknown>;

/** An answer read as JSON where it is JSON: one object or a list. */
export type Answer = { status: number; text: string; json: Row; rows: Row[] };

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const NOON = Date.UTC(2026, 10, 21, 9, 12, 0);

/** Closed by itself when the tests of the file are over. */
export async function startForTest(options: SimulatorOptions = {}) {
  const clock = { now: NOON };
  const simulators = await startSimulators({
    orders: 120,
    couriers: 14,
    live: false,
    now: () => clock.now,
    ...options,
  });
  afterAll(() => simulators.close());
  const { ireca, kassa } = simulators;

  const send = async (
    url: string,
    method: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: text }),
    });
    const answer = await response.text();
    const read = tryParse(answer);
    return { status: response.status, text: answer, json: read as Row, rows: read as Row[] };
  };
  const irecaCall = (method: string, path: string, body?: unknown, token = ireca.token): Promise<Answer> =>
    send(ireca.url + path, method, body, { authorization: `Bearer ${token}` });

  const grant = async (form: Record<string, string>): Promise<Answer> => {
    const client = { client_id: 'cashdesk-rest-client', client_secret: 'cashdesk-rest-client' };
    const body = new URLSearchParams({ ...client, ...form }).toString();
    return send(`${kassa.url}/oauth/token`, 'POST', body, {
      'content-type': 'application/x-www-form-urlencoded',
    });
  };
  const signIn = () =>
    grant({ grant_type: 'password', username: kassa.username, password: passwordDigest(kassa.password) });
  let token = '';
  const kassaCall = async (method: string, path: string, body?: unknown, given?: string): Promise<Answer> => {
    if (!token) token = String((await signIn()).json.access_token);
    return send(kassa.url + path, method, body, { authorization: `Bearer ${given ?? token}` });
  };

  return {
    ...simulators,
    clock,
    irecaCall,
    kassaCall,
    grant,
    signIn,
    control: (system: 'ireca' | 'kassa', method: string, path: string, body?: unknown) =>
      send(simulators[system].control + path, method, body, {}),
    /** Moves the test's clock and lets the day follow. */
    pass: (ms: number) => {
      clock.now += ms;
      simulators.advance(ms);
    },
    /** The whole list of Kassa, as text and read without loss. */
    kassaList: async () => {
      const body = { organizationId: kassa.organizationId, beginDate: 0, endDate: clock.now };
      const answer = await kassaCall('POST', '/protected/online_orders/list/read', body);
      return { ...answer, rows: parse(answer.text) as Row[] };
    },
  };
}
