/** Requests that write reference lists, licences, permissions or settings: what is wrong with them, or how they ended. */
import type { Context } from 'hono';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse } from '#proxy/http/refuse.ts';
import { ATOL_SETTINGS } from './allowedCalls.ts';
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
    const wrong = wrongId(rows, [list.idKey]);
    if (wrong !== null) return refuse(c, 'invalid', { message: wrong });
    return created(c, await lists.post(list, rows));
  }

  async function replace(c: Context<AppEnv>, list: KeptList, rows: WriteRow[]): Promise<Response> {
    const wrong = wrongId(rows, [list.idKey]);
    if (wrong !== null) return refuse(c, 'invalid', { message: wrong });
    return created(c, await lists.replace(list, rows));
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
    if (call.path !== list.path) return replace(c, list, rows);
    return post(c, list, rows);
  }

  /** A password is never kept here, so settings without one cannot be written over those that iRECA has. */
  async function storeSettings(c: Context<AppEnv>, { call }: Allowed, row: WriteRow): Promise<Response> {
    const { path, secret = '' } = call;
    const nameless = readOptionalId(row['settingId']) === null;
    const lacking = nameless ? 'settingId' : leavesOut(row, secret) ? secret : null;
    if (lacking !== null) return refuse(c, 'invalid', { message: `${lacking}: required` });
    return created(c, await lists.storeSettings(path, row, secret));
  }

  return async (c, allowed, rows) => {
    const { call, query } = allowed;
    if (call.list) return ofList(c, call.list, allowed, rows);
    if (call.path === '/licenses/close') {
      return removed(c, await lists.closeLicence(query['deviceId'] ?? ''));
    }
    if (call.path === ATOL_SETTINGS) return storeSettings(c, allowed, rows[0] ?? {});
    const wrong = wrongId(rows, ['roleId', 'actionId']);
    if (wrong !== null) return refuse(c, 'invalid', { message: wrong });
    return created(c, await lists.setPermissions(rows));
  };
}

/**
 * What is wrong with the ids by which rows name their records; null = nothing. A row without one would be anybody's, and
 * of two that name the same record nobody can say which one stays.
 * @param keys the fields that name a record together.
 */
function wrongId(rows: readonly WriteRow[], keys: readonly string[]): string | null {
  const named = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const ids = keys.map((key) => readOptionalId(row[key]));
    const missing = ids.indexOf(null);
    if (missing >= 0) return `${index}.${keys[missing]}: required`;
    const record = JSON.stringify(ids);
    if (named.has(record)) return `${index}.${keys[0]}: named twice`;
    named.add(record);
  }
  return null;
}
