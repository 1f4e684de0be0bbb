/** One's own new orders are no news; everybody else's are, also when nobody can be asked. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withoutOwn } from '#src/app/notices/ownOrders.ts';
import type { ChangedOrder } from '#src/contracts/changes.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';

const dina = { by: { login: 'dina', name: 'Дина' } };
const denis = { by: { login: 'denis', name: 'Денис' } };

afterEach(() => vi.unstubAllGlobals());

function log(answer: ChangedOrder[] | Response) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (answer instanceof Response) return answer;
    return Response.json({ since: 70, now: 90, knownFrom: 1, blind: [], orders: answer });
  });
  return asked;
}
const arrived = (...keys: string[]) => keys.map((key) => ({ key })) as DispatchOrder[];
const news = async (...keys: string[]) =>
  (await withoutOwn(arrived(...keys), 'dina', 70)).map(({ key }) => key);

describe('withoutOwn', () => {
  it('leaves out what this login made, whoever has changed it since', async () => {
    const asked = log([
      changedOrder('ireca:1', orderStep(80, null, glance('6'), dina)),
      changedOrder('ireca:2', orderStep(80, null, glance('6'), denis)),
      changedOrder(
        'ireca:3',
        orderStep(80, null, glance('6')),
        orderStep(81, glance('6'), glance('7'), dina),
      ),
      changedOrder(
        'kassa:4',
        orderStep(80, null, glance('NEW'), dina),
        orderStep(81, glance('NEW'), glance('ACCEPTED'), denis),
      ),
    ]);
    expect(await news('ireca:1', 'ireca:2', 'ireca:3', 'kassa:4', 'kassa:5')).toEqual([
      'ireca:2',
      'ireca:3',
      'kassa:5',
    ]);
    expect(asked).toEqual(['/api/changes?since=70']);
  });

  it('asks nobody when nothing came, and keeps all when nobody answers', async () => {
    const asked = log(new Response('{}', { status: 503 }));
    expect(await news()).toEqual([]);
    expect(asked).toEqual([]);
    expect(await news('ireca:1')).toEqual(['ireca:1']);
  });
});
