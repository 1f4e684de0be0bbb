import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { startDevelopment } from './development.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('stands on simulators with people to sign in as, when there is no token of a real upstream', async () => {
  vi.stubEnv('IRECA_TOKEN', '');
  vi.stubEnv('LOG_LEVEL', 'silent');
  const development = await startDevelopment();
  const server = createServer((incoming, outgoing) => void development.handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const [words] = development.notes;
    const [, login, password] = /sign in as (\w+), .* with (\S+)/.exec(words ?? '') ?? [];
    const signedIn = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { origin: url },
      body: JSON.stringify({ login, password }),
    });
    expect(await signedIn.json()).toMatchObject({ login: 'dispatcher', role: 'dispatcher' });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const board = await fetch(`${url}/api/feeds/orders`, { headers: { cookie } });
    expect(((await board.json()) as { changed: unknown[] }).changed.length).toBeGreaterThan(100);
    const config = await fetch(`${url}/api/config`, { headers: { cookie } });
    const { imageHosts, ...told } = (await config.json()) as { imageHosts: string[] };
    expect(told).toMatchObject({ demo: true, systems: { ireca: true, kassa: true } });
    const goods = await fetch(`${url}/api/ireca/goods?page=0&count=500`, { headers: { cookie } });
    const pictures = ((await goods.json()) as { imageUrl: string }[]).map(({ imageUrl }) => imageUrl);
    const shown = pictures.filter((address) => imageHosts.some((host) => address.startsWith(`${host}/`)));
    expect(shown.length).toBeGreaterThan(5);
    const signIn = JSON.stringify({ login: 'admin', password });
    const admin = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { origin: url },
      body: signIn,
    });
    const own = { cookie: admin.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: url };
    const switched = await fetch(`${url}/api/callbacks`, {
      method: 'POST',
      headers: own,
      body: JSON.stringify({ kind: 'orders', isActive: true }),
    });
    expect(await switched.json()).toMatchObject({ local: true, kinds: { orders: { state: 'on' } } });
    // The simulated iRECA reaches this proxy, though nobody knows yet where Vite will listen.
    const control = (development.notes[1] ?? '').replace(/^.*(http:\S+)\/api\/v1 .*$/, '$1/__sim');
    const fired = await fetch(`${control}/callbacks/orders`, { method: 'POST' });
    expect(await fired.json()).toEqual({ statuses: [201] });
    const policy = config.headers.get('content-security-policy') ?? '';
    for (const host of imageHosts) expect(policy).toContain(host);
  } finally {
    await development.close();
    server.close();
    server.closeAllConnections();
  }
});
