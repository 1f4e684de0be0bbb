/** What the pass-through makes of an answer before a browser gets it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
let viewer: SignedIn;
beforeAll(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.upstreams.bend.with = null;
});

describe('an order or a receipt that is not there', () => {
  const saying = (message: string, status: number) => {
    proxy.upstreams.bend.with = () => Response.json({ error: true, message }, { status });
  };

  it.each(['/orders', '/orderReceipts', '/orderReturnReceipts'])('is none and no error: %s', async (path) => {
    saying('Модель не существует', 404);
    const response = await viewer.get(`/api/ireca${path}?orderId=1`);
    expect(response.status).toBe(200);
    expect(await response.json()).toBeNull();
  });

  it('is an error like any other when iRECA refuses for another reason, or the list is another', async () => {
    saying('Сервис временно недоступен', 500);
    expect((await viewer.get('/api/ireca/orderReceipts?orderId=1')).ok).toBe(false);
    saying('Модель не существует', 404);
    expect((await viewer.get('/api/ireca/orders/journalStatuses?orderId=1')).status).toBe(404);
  });
});
