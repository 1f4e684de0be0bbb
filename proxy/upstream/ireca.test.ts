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

describe('iRECA, when it answers without a body', () => {
  const bend = (status: number, isBent: (orderId: string | undefined) => boolean) => {
    proxy.upstreams.bend.with = ({ method, path, query }) =>
      method === 'GET' && path === '/orders' && isBent(query['orderId'])
        ? new Response(null, { status })
        : null;
  };

  it.each([200, 204])('has not said that there are no orders (%s)', async (status) => {
    const first = await dispatcher.feed('orders');
    bend(status, (orderId) => orderId === undefined);
    await proxy.clock.advance(15_000);
    expect(await dispatcher.feed('orders', first.version)).toMatchObject({
      full: false,
      removed: [],
      problems: [{ system: 'ireca', code: 'malformed' }],
    });
  });

  it.each([200, 204])('has not said that an order is gone (%s)', async (status) => {
    const first = await dispatcher.feed('orders');
    bend(status, (orderId) => orderId === '1');
    const seen = { status: '6', courierId: null };
    const lines = await dispatcher.command({ type: 'assign', courierId: '100' }, [
      { system: 'ireca', id: '1', seen },
    ]);
    expect(lines).toMatchObject([{ outcome: 'failed' }]);
    expect((await dispatcher.feed('orders', first.version)).removed).toEqual([]);
  });

  it('has done what it was asked to write', async () => {
    await dispatcher.feed('orders');
    const lines = await dispatcher.command({ type: 'delete' }, [
      { system: 'ireca', id: '1', seen: { status: '6', courierId: null } },
    ]);
    expect(lines).toMatchObject([{ outcome: 'done' }]);
    expect((await dispatcher.feed('orders')).changed.map(({ key }) => key)).not.toContain('ireca:1');
  });
});
