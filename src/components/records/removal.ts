/** Deleting one record, and what is known afterwards: never taken for done before it was read back. */
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#src/api/http.ts';
import type { Gone, ListSoFar } from '#src/api/resource.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import type { DeclaredList } from './declare.ts';

/**
 * `gone` it was read back as gone or as deleted · `there` it is still in iRECA (`error`: why it refused; null: it
 * accepted) · `unknown` it could not be read back.
 */
export type RemovalEnd =
  { end: 'gone' } | { end: 'there'; error: ApiError | null } | { end: 'unknown'; error: ApiError | null };

/** Refused before anything was sent to iRECA: there is nothing to look at. */
const NEVER_SENT = new Set([
  'unauthenticated',
  'forbidden',
  'badOrigin',
  'notAllowed',
  'invalid',
  'systemOff',
]);

/** Looks whether the record is still there. `error`: what went wrong before, null = nothing. */
export async function lookAgain(
  list: DeclaredList,
  id: string,
  error: ApiError | null = null,
): Promise<RemovalEnd> {
  try {
    const found = await list.source.readOne(id);
    return found === null || found.record['isActive'] === false ? { end: 'gone' } : { end: 'there', error };
  } catch (failure) {
    if (!(failure instanceof ApiError) && !(failure instanceof TypeError)) throw failure;
    // A record in an unreadable form is there all the same.
    if (failure instanceof TypeError) return { end: 'there', error };
    return { end: 'unknown', error: error ?? failure };
  }
}

/** `DELETE ?id`. An answer that did not come, and a refusal, are checked by a look at the record itself. */
export async function removeRecord(list: DeclaredList, id: string): Promise<RemovalEnd> {
  let gone: Gone;
  try {
    gone = await list.source.remove(id);
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    return NEVER_SENT.has(failure.code) ? { end: 'there', error: failure } : lookAgain(list, id, failure);
  }
  if (gone === null) return { end: 'unknown', error: null };
  return gone ? { end: 'gone' } : { end: 'there', error: null };
}

/** Takes what was read back into the list at hand, and has the list read anew. */
export function forgetRecord(client: QueryClient, { source, keepsDeleted }: DeclaredList, id: string): void {
  const { queryKey, idOf } = source;
  client.setQueryData<ListSoFar<AnyRecord>>(queryKey, (held) => {
    if (!held) return held;
    const records = keepsDeleted
      ? held.records.map((record) => (idOf(record) === id ? { ...record, isActive: false } : record))
      : held.records.filter((record) => idOf(record) !== id);
    return { ...held, records };
  });
  void client.invalidateQueries({ queryKey });
}
