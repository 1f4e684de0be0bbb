/** One reference list of iRECA and the six verbs that all of them share (iRECA API text). */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError, request, send } from '#src/api/http.ts';
import { pullPages } from '#src/api/pages.ts';
import type { RecordList } from '#src/contracts/records.ts';
import { oneOf, parseOneOrMany, recordList } from '#src/contracts/records.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isRow, readOptionalId } from '#src/contracts/wire.ts';

/** Lists change a few times a day; a screen that shows one reads it anew whenever it is opened. */
const STALE_MS = 10 * 60_000;

type ResourceSpec<Schema extends z.ZodMiniType> = {
  /** Below the address of iRECA's API: `goods`, `dictionary/taxTypes`. */
  path: string;
  /** The field by which iRECA names a record, and the name of the query that asks for one. */
  idKey: keyof z.output<Schema> & string;
  schema: Schema;
  /** Read by `page` and `count`; never says how many there are. */
  paged: boolean;
};

/** `whole` is false while pages are still coming. */
export type ListSoFar<R> = RecordList<R> & { whole: boolean };

/** A record as it is right now: parsed, as iRECA wrote it (without secrets), and the tag that a change of it must name. */
export type OneRecord<R> = { record: R; raw: Row; etag: string };

/** After a deletion: `gone` null = it could not be read back; false = iRECA accepted and the record is still there. */
export type Gone = boolean | null;

export type Resource<R> = {
  path: string;
  idKey: string;
  paged: boolean;
  /** Under which the list is remembered. */
  queryKey: readonly string[];
  idOf: (record: R) => string;
  /** The whole list, as a query; it grows while pages come. */
  list: (client: QueryClient) => ReturnType<typeof listOptions<R>>;
  /**
   * `GET ?id`; null = iRECA has no such record.
   * @throws {ApiError} also `badAnswer`, when what came is no such record.
   */
  readOne: (id: string, signal?: AbortSignal) => Promise<OneRecord<R> | null>;
  /** The list as iRECA writes it right now, by id: for writing whole records without losing what we do not know. */
  readRaw: (signal?: AbortSignal) => Promise<Map<string, Row>>;
  /** `POST`. iRECA's answer says nothing of single records: read the list. */
  create: (rows: readonly Row[]) => Promise<void>;
  /**
   * `PUT ?id`, over the reading that `etag` names.
   * @returns the record as read back; null when that reading failed, or was no record: it was written all the same.
   * @throws {ApiError} `stale` when it was changed since; nothing was written then.
   */
  update: (id: string, row: Row, etag: string) => Promise<R | null>;
  /** `POST /replace`: creates those that are new and overwrites those that exist. */
  replace: (rows: readonly Row[]) => Promise<void>;
  /** `DELETE ?id`. */
  remove: (id: string) => Promise<Gone>;
};

const goneSchema = z.object({ gone: z.nullable(z.boolean()) });

const rawListSchema = z.pipe(
  z.array(z.unknown()),
  z.transform((rows): RecordList<Row> => ({ records: rows.filter(isRow), setAside: [] })),
);

function listOptions<R>(
  client: QueryClient,
  queryKey: readonly string[],
  read: (signal: AbortSignal, onPage?: (soFar: RecordList<R>) => void) => Promise<RecordList<R>>,
) {
  return queryOptions({
    queryKey,
    staleTime: STALE_MS,
    // Comparing five thousand records with the former ones takes longer than drawing what is seen of them.
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<ListSoFar<R>> => {
      const all = await read(signal, (soFar) => {
        // While a list that is known already is read anew the old one stays whole, and one that broke off does not shrink.
        const known = client.getQueryData<ListSoFar<R>>(queryKey);
        if (known && (known.whole || known.records.length > soFar.records.length)) return;
        client.setQueryData<ListSoFar<R>>(queryKey, { ...soFar, whole: false });
      });
      return { ...all, whole: true };
    },
  });
}

/** A list by its path, the name of its ids and its contract. Failures are `ApiError`s with iRECA's own words. */
export function resource<Schema extends z.ZodMiniType>(
  spec: ResourceSpec<Schema>,
): Resource<z.output<Schema>> {
  type R = z.output<Schema>;
  const { path, idKey, schema, paged } = spec;
  const address = `/api/ireca/${path}`;
  const one = (id: string) => `${address}?${new URLSearchParams({ [idKey]: id })}`;
  const queryKey = ['ireca', ...path.split('/')] as const;
  const listSchema = recordList(schema, (row) => row[idKey]);
  const idOf = (record: R) => String((record as Row)[idKey]);
  // One payment type and one tax come without their own id (iRECA API text).
  const parseOne = (body: unknown, id: string) => parseOneOrMany(schema, body, { [idKey]: id });

  return {
    path,
    idKey,
    paged,
    queryKey,
    idOf,
    list: (client) =>
      listOptions<R>(client, queryKey, (signal, onPage) =>
        paged
          ? pullPages<R>(address, listSchema, { idOf, signal, ...(onPage && { onPage }) })
          : request<RecordList<R>>(address, listSchema, { signal }),
      ),
    async readOne(id, signal) {
      const response = await send(one(id), signal ? { signal } : {});
      try {
        const body: unknown = await response.json();
        const raw = oneOf(body);
        const record = parseOne(body, id);
        return raw && record ? { record, raw, etag: response.headers.get('etag') ?? '' } : null;
      } catch (cause) {
        if (signal?.aborted) throw cause;
        const message = cause instanceof Error ? cause.message : '';
        throw new ApiError('badAnswer', { status: response.status, message });
      }
    },
    async readRaw(signal) {
      const idOfRow = (row: Row) => readOptionalId(row[idKey]);
      const options = signal ? { signal } : {};
      const all = paged
        ? await pullPages(address, rawListSchema, { idOf: idOfRow, ...options })
        : await request(address, rawListSchema, options);
      return new Map(all.records.flatMap((row) => [[idOfRow(row) ?? '', row]]));
    },
    async create(rows) {
      await send(address, { method: 'POST', body: rows });
    },
    async update(id, row, etag) {
      const response = await send(one(id), { method: 'PUT', body: row, ifMatch: etag });
      try {
        return parseOne(await response.json(), id);
      } catch {
        return null;
      }
    },
    async replace(rows) {
      await send(`${address}/replace`, { method: 'POST', body: rows });
    },
    async remove(id) {
      return (await request(one(id), goneSchema, { method: 'DELETE' })).gone;
    },
  };
}
