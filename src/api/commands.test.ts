/** The reader of outcomes against a real HTTP server that cuts lines and connections. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandWait } from '#src/api/commands.ts';
import { runCommand } from '#src/api/commands.ts';
import { ApiError } from '#src/api/http.ts';
import type { Command, OutcomeLine } from '#src/contracts/command.ts';
import { commandSchema } from '#src/contracts/command.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const received: Command[] = [];
let answers: Answer[] = [];
let close: () => Promise<void>;

beforeEach(async () => {
  received.length = 0;
  answers = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push(commandSchema.parse(JSON.parse(body)));
      const answer = answers.shift();
      if (answer) answer(response, request);
      else response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(origin + path, init));
  close = () =>
    new Promise((resolve) => {
      vi.unstubAllGlobals();
      server.closeAllConnections();
      server.close(() => resolve());
    });
});

afterEach(() => close());

const command = (...ids: string[]): Command => ({
  id: '00000000-0000-4000-8000-000000000001',
  action: { type: 'assign', courierId: '7' },
  targets: ids.map((id) => ({ system: 'ireca', id, seen: { status: '6', courierId: null } })),
});

const line = (id: string, outcome: OutcomeLine['outcome'] = 'done') =>
  JSON.stringify({
    key: `ireca:${id}`,
    outcome,
    reason: null,
    before: { status: '6', courierId: null },
    after: { status: '6', courierId: '7' },
    message: outcome === 'failed' ? 'Модель не существует' : null,
  } satisfies OutcomeLine);

const ndjson = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
const refuse = (status: number, error: Record<string, unknown>): Answer => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error }));
  };
};

const pace = { firstRetry: 1, longestRetry: 5, silence: 2_000, session: 5 };

async function run(sent: Command, extra: { signal?: AbortSignal; pace?: typeof pace } = {}) {
  const lines: OutcomeLine[] = [];
  const waits: (CommandWait | null)[] = [];
  const outcome = await runCommand(sent, {
    onLine: (one) => lines.push(one),
    onWait: (wait) => waits.push(wait),
    pace,
    ...extra,
  }).then(
    () => null,
    (error: unknown) => error,
  );
  return { keys: lines.map((one) => one.key), lines, waits, error: outcome };
}

test('reads lines however the network cuts them, even inside a Cyrillic letter', async () => {
  const bytes = Buffer.from(`${line('1', 'failed')}\n\n${line('2')}\n`);
  const insideLetter = bytes.indexOf(Buffer.from('М')) + 1;
  answers = [
    (response) => {
      ndjson(response);
      response.write(bytes.subarray(0, insideLetter), () => {
        setImmediate(() =>
          response.write(bytes.subarray(insideLetter, -9), () => response.end(bytes.subarray(-9))),
        );
      });
    },
  ];
  const { keys, lines, error } = await run(command('1', '2'));
  expect(error).toBeNull();
  expect(keys).toEqual(['ireca:1', 'ireca:2']);
  expect(lines[0]?.message).toBe('Модель не существует');
  expect(received).toHaveLength(1);
});

test('a whole last line without its line end counts', async () => {
  answers = [(response) => ndjson(response).end(line('1'))];
  const { keys } = await run(command('1'));
  expect(keys).toEqual(['ireca:1']);
});

test('a connection that breaks is asked again with the same id, and no line is told twice', async () => {
  answers = [
    (response) => {
      ndjson(response).write(`${line('1')}\n${line('2').slice(0, 20)}`, () => response.destroy());
    },
    (response) => ndjson(response).end(`${line('1')}\n`),
    (response) => ndjson(response).end(`${line('1')}\n${line('2')}\n${line('3')}\n`),
  ];
  const { keys, waits, error } = await run(command('1', '2', '3'));
  expect(error).toBeNull();
  expect(keys).toEqual(['ireca:1', 'ireca:2', 'ireca:3']);
  expect(new Set(received.map((one) => one.id)).size).toBe(1);
  expect(received).toHaveLength(3);
  expect(waits.some((wait) => wait?.why === 'connection' && wait.until !== null)).toBe(true);
  expect(waits.at(-1)).toBeNull();
});

test('a silent connection is taken for dead and asked again', async () => {
  answers = [
    (response) => ndjson(response).write(`${line('1')}\n`),
    (response) => ndjson(response).end(`${line('1')}\n${line('2')}\n`),
  ];
  const { keys } = await run(command('1', '2'), { pace: { ...pace, silence: 60 } });
  expect(keys).toEqual(['ireca:1', 'ireca:2']);
  expect(received).toHaveLength(2);
});

test('does not wait for the end of an answer that has said all', async () => {
  answers = [(response) => ndjson(response).write(`${line('1')}\n`)];
  const { keys, error } = await run(command('1'));
  expect(error).toBeNull();
  expect(keys).toEqual(['ireca:1']);
});

test('after 401 it waits for the new session, then posts the same command', async () => {
  answers = [refuse(401, { code: 'unauthenticated' }), (response) => ndjson(response).end(`${line('1')}\n`)];
  let signIn = () => {};
  const signedIn = new Promise<void>((resolve) => (signIn = resolve));
  const waits: (CommandWait | null)[] = [];
  const lines: OutcomeLine[] = [];
  const running = runCommand(command('1'), {
    onLine: (one) => lines.push(one),
    onWait: (wait) => waits.push(wait),
    signedInAgain: () => signedIn,
    pace: { ...pace, session: 60_000 },
  });
  await vi.waitFor(() => expect(waits).toEqual([{ why: 'session', until: null }]));
  expect(received).toHaveLength(1);
  signIn();
  await running;
  expect(lines).toHaveLength(1);
  expect(received[1]?.id).toBe(received[0]?.id);
});

test('429 waits as long as the proxy asks', async () => {
  answers = [
    refuse(429, { code: 'throttled', retryAfter: 0.05 }),
    (response) => ndjson(response).end(`${line('1')}\n`),
  ];
  const { waits, keys } = await run(command('1'));
  expect(waits[0]?.why).toBe('throttled');
  expect(keys).toEqual(['ireca:1']);
});

test.each([
  ['forbidden', 403],
  ['invalid', 400],
  ['tooLarge', 413],
])('%s is not asked again', async (code, status) => {
  answers = [refuse(status, { code, message: 'почему' })];
  const { error } = await run(command('1'));
  expect(error).toMatchObject({ code, status, message: 'почему' });
  expect(error).toBeInstanceOf(ApiError);
  expect(received).toHaveLength(1);
});

test('a page of a gateway in between passes by; a line that is not of its shape does not', async () => {
  answers = [
    (response) => response.writeHead(502).end('<html>Bad gateway</html>'),
    (response) => ndjson(response).end(`${line('1')}\n{"key":"ireca:2","outcome":"perhaps"}\n`),
  ];
  const { keys, error } = await run(command('1', '2'));
  expect(received).toHaveLength(2);
  expect(keys).toEqual(['ireca:1']);
  expect(error).toMatchObject({ code: 'badAnswer' });
});

test('the dispatcher may give up waiting', async () => {
  const giveUp = new AbortController();
  const waits: (CommandWait | null)[] = [];
  const running = runCommand(command('1'), {
    onLine: () => {},
    onWait: (wait) => {
      waits.push(wait);
      giveUp.abort(new Error('enough'));
    },
    signal: giveUp.signal,
    pace: { ...pace, firstRetry: 60_000, longestRetry: 60_000 },
  });
  await expect(running).rejects.toThrow('enough');
  expect(waits).toHaveLength(1);
});
