/** Requests that write reference lists, licences or permissions: what is wrong with them, or how they ended. */
import type { Context } from 'hono';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { Allowed } from './allowList.ts';
import type { Answers } from './answers.ts';
import type { KeptList } from './keptLists.ts';
import type { ListWrites } from './listWrites.ts';
import { leavesOut } from './storedSecrets.ts';
import type { WriteRow } from './writeBody.ts';
import { readChangeOf } from './writeBody.ts';
import type { Written } from './writeTurns.ts';

/** @param rows the body, already read; empty where the call has none. */
export type ListRequest = (c: Context<AppEnv>, allowed: Allowed, rows: WriteRow[]) => Promise<Response>;

export function createListRequests(lists: ListWrites, answers: Answers): ListRequest {
  /** iRECA says nothing of single rows, so neither is said here: the browser reads the list. */
  const created = (c: Context<AppEnv>, written: Written) =>
    answers.ended(c, 'ireca', written, () => {
      c.status(201);
      return answers.send(c, null);
    });
  const removed = (c: Context<AppEnv>, written: Written) => answers.ended(c, 'ireca', written, answers.send);

  async function post(c: Context<AppEnv>, list: KeptList, rows: WriteRow[]): Promise<Response> {
    const { secret } = list;
    const without = secret === undefined ? -1 : rows.findIndex((row) => leavesOut(row, secret));
    if (without >= 0) return refuse(c, 'invalid', { message: `${without}.${secret}: required` });
    return created(c, await lists.post(list, rows));
  }

  async function put(c: Context<AppEnv>, list: KeptList, id: string, row: WriteRow): Promise<Response> {
    const change = readChangeOf(c, row, list.idKey, id);
    if (!change.ok) return change.refusal;
    return answers.ended(c, 'ireca', await lists.put(list, id, row, change.ifMatch), answers.sendRecord);
  }

  async function ofList(
    c: Context<AppEnv>,
    list: KeptList,
    { call, query }: Allowed,
    rows: WriteRow[],
  ): Promise<Response> {
    const id = query[list.idKey] ?? '';
    if (call.method === 'PUT') return put(c, list, id, rows[0] ?? {});
    if (call.method === 'DELETE') return removed(c, await lists.remove(list, id));
    if (call.path !== list.path) return created(c, await lists.replace(list, rows));
    return post(c, list, rows);
  }

  return async (c, allowed, rows) => {
    const { call, query } = allowed;
    if (call.list) return ofList(c, call.list, allowed, rows);
    if (call.path === '/licenses/close') {
      return removed(c, await lists.closeLicence(query['deviceId'] ?? ''));
    }
    return created(c, await lists.setPermissions(rows));
  };
}
