/** The search for secrets finds what it is there for, also in the log; and streams can be cut from the network's side. */
import { BROKEN_NETWORK, expect, test } from './fixtures.ts';
import { logLines } from './secrets.ts';
import { CALLBACK_SECRET } from './stack.ts';

test.use({ stackOptions: { orders: 20, couriers: 4, callbacks: true } });

test('what is logged is searched, and what a test has typed is looked for', async ({ stack, leaks }) => {
  expect(new URL(stack.url).port).toMatch(/^\d+$/);
  expect(stack.log().some((line) => line.includes('"started"'))).toBe(true);
  expect(await leaks.found()).toEqual([]);
  for (const line of [stack.simulators.ireca.token, CALLBACK_SECRET, 'typed-once', 'nothing']) {
    logLines.push(`{"msg":"${line}"}`);
  }
  leaks.add('typed-once');
  expect(await leaks.found()).toHaveLength(3);
  leaks.forget();
  expect(await leaks.found()).toEqual([]);
});

test.describe('streams', () => {
  // The page comes again also while its streams are refused.
  test.use({ expectedErrors: BROKEN_NETWORK });

  test('one that is cut comes again', async ({ visit, stack }) => {
    const page = await visit();
    const opened = () => stack.log().filter((line) => line.includes('/api/events')).length;
    await expect.poll(opened).toBe(1);
    const again = page.waitForRequest('**/api/events');
    expect(stack.cutStreams()).toBe(1);
    await again;
    await expect.poll(opened).toBe(2);
    await expect.poll(() => stack.cutStreams()).toBe(1);
    stack.treatStreams('refuse');
    expect(await page.request.get(`${stack.url}/api/events`).catch(() => null)).toBeNull();
    stack.treatStreams('hold');
    const [cookie] = await page.context().cookies();
    const held = await fetch(`${stack.url}/api/events`, {
      headers: { cookie: `${cookie?.name}=${cookie?.value}` },
      signal: AbortSignal.timeout(1_000),
    });
    expect(held.status).toBe(200);
    await expect(held.text()).rejects.toThrow('timeout');
  });
});
