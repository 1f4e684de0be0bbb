/** Orders that one has made oneself, in this tab or anywhere else: no news to whoever made them. */
import { request } from '#src/api/http.ts';
import { changesSchema } from '#src/contracts/changes.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

/**
 * Those of `arrived` that `login` has not made in Pult, as far as the log of changes knows.
 * @param since epoch ms by the proxy's clock: the orders were not there then.
 */
export async function withoutOwn(
  arrived: readonly DispatchOrder[],
  login: string,
  since: number,
): Promise<DispatchOrder[]> {
  if (arrived.length === 0) return [];
  try {
    const { orders } = await request(`/api/changes?since=${since}`, changesSchema);
    const made = orders.filter(({ steps }) => steps.findLast(({ was }) => was === null)?.by?.login === login);
    const own = new Set<string>(made.map(({ key }) => key));
    return arrived.filter(({ key }) => !own.has(key));
  } catch {
    // Better told of one's own than not of another's.
    return [...arrived];
  }
}
