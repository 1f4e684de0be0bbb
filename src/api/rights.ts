/** What each role may do in the courier app: iRECA gives it one role and one action at a time (iRECA API text). */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { FailureCode } from '#src/api/http.ts';
import { ApiError, request, send } from '#src/api/http.ts';
import { rightListSchema } from '#src/contracts/ireca/rights.ts';
import { createCallPool } from '#src/lib/callPool.ts';

/** A cell of the matrix. */
export type RightCell = { roleId: string; actionId: string };
export type RightChange = RightCell & { isAllowed: boolean };

/** Null = iRECA holds nothing for this role and action. */
export type Allowed = boolean | null;

/** How a change ended, from what was read afterwards. */
export type RightEnd =
  | { is: 'done' }
  /** Nothing was written: iRECA's words, or why it was not asked. */
  | { is: 'refused'; error: unknown }
  /** Accepted, and reads otherwise. */
  | { is: 'otherwise'; read: Allowed }
  /** It cannot be said: the answer got lost, or what was written could not be read back. */
  | { is: 'unsure'; error: unknown };

/** A matrix is a hundred calls: as many as a browser makes at once anyway, so that nothing else waits behind them. */
const pool = createCallPool(6);

/** Rights change a few times a year, but who opens the matrix wants to see them as they are. */
const STALE_MS = 30_000;

/** iRECA may take a moment until what it accepted can be read. */
const LOOK_AGAIN_MS = 1_500;

const address = '/api/ireca/permissions';

/** @throws {ApiError} */
async function readRight({ roleId, actionId }: RightCell, signal?: AbortSignal): Promise<Allowed> {
  const query = new URLSearchParams({ roleId, actionId });
  const { records } = await request(`${address}?${query}`, rightListSchema, signal ? { signal } : {});
  const own = records.find((right) => right.roleId === roleId && right.actionId === actionId);
  return own?.isAllowed ?? null;
}

/** One cell, as a query: `data` is whether the role may. */
export const rightQuery = ({ roleId, actionId }: RightCell) =>
  queryOptions({
    queryKey: ['ireca', 'permissions', roleId, actionId],
    staleTime: STALE_MS,
    queryFn: ({ signal }) => pool.run(() => readRight({ roleId, actionId }, signal), signal),
  });

/** Failures after which nothing was written for certain. */
const REFUSED = new Set<FailureCode>([
  'unauthenticated',
  'forbidden',
  'badOrigin',
  'notAllowed',
  'invalid',
  'tooLarge',
  'throttled',
  'upstreamRefused',
  'upstreamUnauthorized',
  'systemOff',
  'stopping',
]);

/**
 * `POST /permissions/replace` of all changes at once, then each cell is read back.
 * @param onEnd is told of each cell as soon as it has been read; of one that does not show yet what iRECA accepted once
 * more, when another look finds something else. What the matrix shows of a cell is always a reading.
 */
export async function changeRights(
  client: QueryClient,
  changes: readonly RightChange[],
  onEnd: (change: RightChange, end: RightEnd) => void,
): Promise<void> {
  const rows = changes.map(({ roleId, actionId, isAllowed }) => ({
    roleId,
    actionId,
    isAllowed: isAllowed ? '1' : '0',
  }));
  let failure: unknown = null;
  try {
    await send(`${address}/replace`, { method: 'POST', body: rows });
  } catch (error) {
    failure = error;
  }
  const settle = async (change: RightChange) => {
    const end = await endOf(client, change, failure);
    onEnd(change, end);
    return end.is === 'otherwise' || end.is === 'unsure' ? [{ change, told: end.is }] : [];
  };
  const open = (await Promise.all(changes.map(settle))).flat();
  const lookAgain = async ({ change, told }: (typeof open)[number]) => {
    const end = await endOf(client, change, failure);
    // Nothing new: whoever has put the mark away by now is not told once more.
    if (end.is !== told) onEnd(change, end);
  };
  if (open.length > 0) setTimeout(() => void Promise.all(open.map(lookAgain)), LOOK_AGAIN_MS);
}

async function endOf(client: QueryClient, change: RightChange, failure: unknown): Promise<RightEnd> {
  let read: Allowed;
  try {
    read = await readAnew(client, change);
  } catch (error) {
    return isRefusal(failure) ? { is: 'refused', error: failure } : { is: 'unsure', error: failure ?? error };
  }
  // Also after a failure: an answer that got lost on its way is no refusal.
  if (read === change.isAllowed) return { is: 'done' };
  if (failure === null) return { is: 'otherwise', read };
  return { is: isRefusal(failure) ? 'refused' : 'unsure', error: failure };
}

const isRefusal = (failure: unknown) => failure instanceof ApiError && REFUSED.has(failure.code);

/**
 * Reads a cell now; a reading that is under way may be older than what was just written, and is given up.
 * @throws {ApiError}
 */
export async function readAnew(client: QueryClient, cell: RightCell): Promise<Allowed> {
  await client.cancelQueries({ queryKey: rightQuery(cell).queryKey });
  return client.fetchQuery({ ...rightQuery(cell), staleTime: 0 });
}
