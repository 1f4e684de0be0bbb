import { expect, it } from 'vitest';
import type { Target } from '#src/contracts/command.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';

const assign = { type: 'assign', courierId: '100' } as const;
const seen = { status: '6', courierId: null };

it('finishes every order it has begun to write, begins no other, and takes no new command', async () => {
  const proxy = await startTestProxy();
  const dispatcher = await proxy.signIn();
  let open = () => {};
  const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
  const { bend, seen: requests, ireca, kassa } = proxy.upstreams;
  for (const id of ['23', '24', '25', '26'])
    kassa.orders.set(id, (kassa.orders.get('21') ?? '').replaceAll('21', id));
  bend.with = ({ method }) => (method === 'PUT' ? gate : null);
  const targets: Target[] = [
    { system: 'ireca', id: '1', seen },
    ...['21', '22', '23', '24', '25', '26'].map((id): Target => ({
      system: 'kassa',
      id,
      seen: { status: 'ACCEPTED', courierId: '79110000000' },
    })),
  ];
  const running = dispatcher.command(assign, targets);
  const writes = () => requests.filter(({ method }) => method === 'PUT').length;
  // iRECA's batch and the four Kassa orders that go side by side.
  await expect.poll(writes).toBe(5);

  const closed = proxy.close();
  const refused = await dispatcher.send('POST', '/api/commands', {
    id: crypto.randomUUID(),
    action: assign,
    targets: [{ system: 'ireca', id: '2', seen }],
  });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { code: 'stopping' } });
  open();
  const lines = await running;
  await closed;
  const outcomes = Object.fromEntries(lines.map((line) => [line.key, line.reason ?? line.outcome]));
  expect(outcomes).toEqual({
    'ireca:1': 'done',
    'kassa:21': 'done',
    'kassa:22': 'done',
    'kassa:23': 'done',
    'kassa:24': 'done',
    'kassa:25': 'stopping',
    'kassa:26': 'stopping',
  });
  expect(ireca.orders.get('1')?.['courierId']).toBe('100');
  expect(writes()).toBe(5);
});
