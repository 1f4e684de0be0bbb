import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '#proxy/logger.ts';
import { createClient, readJson } from './client.ts';

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
  server = null;
});

/** A server that does to each connection what it is told, below HTTP. */
async function clientOf(act: (socket: Socket) => void) {
  const made = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => act(socket));
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return clientAt((made.address() as AddressInfo).port);
}
const clientAt = (port: number) =>
  createClient({
    system: 'ireca',
    baseUrl: `http://127.0.0.1:${port}/api/v1`,
    secrets: () => ['the-token'],
    logger: createLogger('silent'),
  });
const get = { method: 'GET', path: '/orders', timeoutMs: 300 } as const;
const reply = (status: string, body: string) => (socket: Socket) =>
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );

describe('the upstream client', () => {
  it('says that nothing answered in time, and that it was sent', async () => {
    const client = await clientOf(() => {});
    expect(await client(get)).toMatchObject({ ok: false, failure: { code: 'timeout', sent: true } });
  });

  it('gives up on a body that never ends, too', async () => {
    const client = await clientOf((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{"or'),
    );
    expect(await client(get)).toMatchObject({ ok: false, failure: { code: 'timeout' } });
  });

  it('tells a connection that was cut, where something may have been done, from none at all', async () => {
    const client = await clientOf((socket) => socket.destroy());
    expect(await client(get)).toMatchObject({ ok: false, failure: { code: 'unreachable', sent: true } });
    const port = (server?.address() as AddressInfo).port;
    await new Promise((resolve) => server?.close(resolve));
    expect(await clientAt(port)(get)).toMatchObject({
      ok: false,
      failure: { code: 'unreachable', sent: false },
    });
  });

  it('follows no redirect: the token must not go elsewhere', async () => {
    let requests = 0;
    const client = await clientOf((socket) => {
      requests += 1;
      socket.end('HTTP/1.1 307 X\r\nLocation: /api/v1/other\r\nContent-Length: 0\r\n\r\n');
    });
    expect(await client(get)).toMatchObject({ ok: false, failure: { code: 'refused', status: 307 } });
    expect(requests).toBe(1);
  });

  it.each([
    ['200 OK', '{"error": true, "message": "Модель не существует"}', 'refused', 'Модель не существует'],
    ['500 Oops', '{"error": true, "message": "Ой"}', 'refused', 'Ой'],
    [
      '400 Bad',
      '{"error": "invalid_grant", "error_description": "Bad credentials"}',
      'refused',
      'Bad credentials',
    ],
    ['401 No', '', 'unauthorized', null],
    ['503 Busy', '<html>the-token</html>', 'refused', null],
    ['422 No', `{"message": "the-token ${'x'.repeat(600)}"}`, 'refused', `… ${'x'.repeat(498)}`],
  ])('reads %s %s as a failure', async (status, body, code, message) => {
    const client = await clientOf(reply(status, body));
    expect(await client(get)).toMatchObject({ ok: false, failure: { code, message } });
  });

  it.each([
    ['500 Oops', '{"error": true, "message": "Ой"}', true],
    ['200 OK', '{"error": true, "message": "Ой"}', true],
    ['500 Oops', '{"error": true}', false],
    ['500 Oops', '{"error": "Internal Server Error", "message": "x"}', false],
    ['503 Busy', '<html>', false],
  ])('knows the documented form of a no: %s %s', async (status, body, saysNo) => {
    const client = await clientOf(reply(status, body));
    expect(await client(get)).toMatchObject({ ok: false, failure: { saysNo } });
  });

  it.each([
    ['200 OK', '{"error": false, "items": []}'],
    ['201 Created', ''],
    ['200 OK', '[{"error": true}]'],
    ['200 OK', '{"log": "\\"error\\": true"}'],
  ])('reads %s %s as success', async (status, body) => {
    const client = await clientOf(reply(status, body));
    expect(await client(get)).toMatchObject({ ok: true });
  });

  it('reads nothing as null and half of something as malformed', () => {
    expect(readJson(Buffer.from(' \n'))).toEqual({ ok: true, value: null });
    expect(readJson(Buffer.from('{"a":'))).toMatchObject({ ok: false, failure: { code: 'malformed' } });
  });
});
