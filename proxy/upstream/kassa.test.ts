import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
let dispatcher: SignedIn;
beforeEach(async () => {
  proxy = await startTestProxy();
  dispatcher = await proxy.signIn();
});
afterEach(() => proxy.close());

const signIns = () => proxy.upstreams.count('POST', '/oauth/token');
const cancel = { type: 'cancel', reasonId: null, comment: null } as const;
const target = (id: string) =>
  ({ system: 'kassa', id, seen: { status: 'ACCEPTED', courierId: '79110000000' } }) as const;

describe('Kassa, seen from the proxy', () => {
  it('is signed in to once for feed and commands together', async () => {
    await Promise.all([dispatcher.feed('orders'), dispatcher.command(cancel, [target('21'), target('22')])]);
    expect(signIns()).toBe(1);
  });

  it('gets the call once more with a new token after a 401, without anybody noticing', async () => {
    await dispatcher.feed('orders');
    proxy.upstreams.kassa.tokens.clear();
    const lines = await dispatcher.command(cancel, [target('21'), target('22')]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(signIns()).toBe(2);
  });

  it('is not asked a third time when the new token is refused as well', async () => {
    await dispatcher.feed('orders');
    proxy.upstreams.bend.with = ({ path }) =>
      path.startsWith('/protected/') ? new Response(null, { status: 401 }) : null;
    proxy.upstreams.seen.length = 0;
    await proxy.clock.advance(15_000);
    expect((await dispatcher.feed('orders')).problems).toMatchObject([
      { system: 'kassa', code: 'unauthorized' },
    ]);
    expect(proxy.upstreams.count('POST', '/protected/online_orders/list/read')).toBe(2);
  });

  it.each([200, 204])('keeps the board when it answers %s without a body', async (status) => {
    const first = await dispatcher.feed('orders');
    const blank = () => new Response(null, { status });
    proxy.upstreams.bend.with = ({ method, path }) =>
      method === 'GET' && path === '/protected/online_orders/21' ? blank() : null;
    const lines = await dispatcher.command(cancel, [target('21')]);
    expect(lines).toMatchObject([{ outcome: 'failed' }]);
    proxy.upstreams.bend.with = ({ path }) => (path.endsWith('/list/read') ? blank() : null);
    await proxy.clock.advance(15_000);
    expect(await dispatcher.feed('orders', first.version)).toMatchObject({
      full: false,
      removed: [],
      problems: [{ system: 'kassa', code: 'malformed' }],
    });
  });

  it('is off without settings: no call, no problem, a plain word for commands and reads', async () => {
    const other = await startTestProxy({ config: { kassa: null } });
    const signedIn = await other.signIn();
    expect(await signedIn.feed('orders')).toMatchObject({ problems: [], asOf: { kassa: null } });
    expect(await (await signedIn.get('/api/config')).json()).toMatchObject({
      systems: { ireca: true, kassa: false },
    });
    expect(await signedIn.command(cancel, [target('21')])).toMatchObject([
      { outcome: 'failed', reason: 'notSupported' },
    ]);
    expect(other.upstreams.seen.filter(({ system }) => system === 'kassa')).toEqual([]);
    expect(await (await fetch(`${other.url}/readyz`)).json()).toEqual({
      ready: true,
      ireca: 'ok',
      kassa: 'off',
    });
    await other.close();
  });
});
