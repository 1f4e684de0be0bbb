/**
 * Reference lists, licences, permissions and settings as admins keep them: one write of a record after another, a change only over
 * the reading it was made from, and what was written is read back. Nothing is ever sent twice.
 */
import { readFlag, readOptionalId } from '#src/contracts/wire.ts';
import type { Clock } from '#proxy/clock.ts';
import { sleep } from '#proxy/clock.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { UpstreamFailure, UpstreamResult } from './failure.ts';
import { leavesOpen, meansNotFound, succeeded } from './failure.ts';
import type { Ireca, IrecaWrite, Row } from './ireca.ts';
import type { KeptList } from './keptLists.ts';
import { isObject } from './losslessJson.ts';
import { namesTag, recordTag } from './recordTag.ts';
import { byId, leavesOut, secretsIn, withHidden, withStored } from './storedSecrets.ts';
import type { Written, WriteTurns } from './writeTurns.ts';
import { NOT_FOUND } from './writeTurns.ts';

/**
 * What was found after a deletion: `gone` true = no such record, or `isActive` 0; false = iRECA accepted, but it is
 * still there; null = it could not be read back.
 */
type Removed = { gone: boolean | null; record?: Row | null };

export type ListWrites = {
  /** `POST` of new records. */
  post(list: KeptList, rows: readonly Row[]): Promise<Written>;
  /** `POST /replace`. `lacking` names the first new record that has no secret. */
  replace(list: KeptList, rows: readonly Row[]): Promise<Written>;
  /**
   * `PUT`, if the record still is what `ifMatch` names.
   * `record` is the record as read back; null when that reading failed.
   */
  put(list: KeptList, id: string, row: Row, ifMatch: string): Promise<Written>;
  /** `DELETE`. `record` is a `Removed`. */
  remove(list: KeptList, id: string): Promise<Written>;
  /** `POST /licenses/close`. `record` is a `Removed` without a record. */
  closeLicence(deviceId: string): Promise<Written>;
  /** `POST /permissions/replace`. */
  setPermissions(rows: readonly Row[]): Promise<Written>;
  /** Settings that can only be written, never read: `row` with the secret under the key `secret`. */
  storeSettings(path: string, row: Row, secret: string): Promise<Written>;
};

/** iRECA may take a moment until what it accepted is seen in its lists. */
const LOOK_AGAIN_MS = 1_000;

const PERMISSIONS = '/permissions/replace';

export function createListWrites(parts: {
  clock: Clock;
  ireca: Ireca;
  orders: Pick<OrdersFeed, 'soon'>;
  turns: WriteTurns;
  /** A list (`goods`) was written, or perhaps was: whoever shows it should read it anew. */
  tell: (list: string) => void;
}): ListWrites {
  const { clock, ireca, orders, turns, tell } = parts;

  const keyOf = ({ path }: KeptList, id: string) => `ireca:${path}:${id.trim()}`;
  const keysOf = (list: KeptList, rows: readonly Row[]) => {
    const ids = rows.map((row) => readOptionalId(row[list.idKey]));
    return [...new Set(ids)].flatMap((id) => (id === null ? [] : [keyOf(list, id)]));
  };

  async function write(call: IrecaWrite, list?: KeptList): Promise<UpstreamResult<null>> {
    const written = await ireca.write({ ...call, ofList: true });
    const perhaps = written.ok || written.failure.sent;
    if (list?.quoted && perhaps) orders.soon('ireca');
    return written;
  }

  /** The same end, told to all who look when something may have come of it. */
  async function told(path: string, writing: Promise<Written>): Promise<Written> {
    const written = await writing;
    const perhaps = written.end === 'done' || (written.end === 'failed' && written.failure.sent);
    if (perhaps) tell(path.slice(1));
    return written;
  }

  const ended = (written: UpstreamResult<null>): Written =>
    written.ok ? { end: 'done', record: null } : { end: 'failed', failure: written.failure };

  /** What must be read first could not be: nothing was written. */
  const unread = (failure: UpstreamFailure): Written => ({
    end: 'failed',
    failure: { ...failure, sent: false },
  });

  /** `POST` of rows that are as they are to be sent. */
  async function send(list: KeptList, path: string, rows: readonly Row[]): Promise<Written> {
    const secrets = secretsIn(rows, list.secret);
    return ended(await write({ method: 'POST', path, query: {}, body: rows, secrets }, list));
  }

  /** Writes what takes something away, and looks whether it did. `look`: whether it is gone, null = not known. */
  async function takeAway(
    call: Omit<IrecaWrite, 'body'>,
    look: () => Promise<Removed>,
    list?: KeptList,
  ): Promise<Written> {
    const written = await write({ ...call, body: null }, list);
    if (!written.ok) {
      // Such a call names nothing but what is to go.
      const missing = meansNotFound(written.failure) && !leavesOpen(written.failure);
      return { end: 'failed', failure: missing ? { ...written.failure, status: 404 } : written.failure };
    }
    let seen = await look();
    if (seen.gone === false) {
      await sleep(clock, LOOK_AGAIN_MS);
      seen = await look();
    }
    return { end: 'done', record: seen };
  }

  async function isRecordGone({ path, idKey }: KeptList, id: string): Promise<Removed> {
    const reading = await ireca.readRecord(path, idKey, id);
    if (!reading.ok) return { gone: null, record: null };
    const record = reading.value;
    return { gone: record === null || readFlag(record['isActive']) === false, record };
  }

  async function isLicenceGone(deviceId: string): Promise<Removed> {
    const reading = await ireca.licences(true);
    if (!reading.ok || !isObject(reading.value)) return { gone: null };
    return { gone: !byId(reading.value['licenses'], 'deviceId').has(deviceId) };
  }

  /** The rows with stored secrets where they have none; or the place of the first for which none is stored. */
  async function filledIn(
    { idKey, secret }: KeptList,
    rows: readonly Row[],
  ): Promise<UpstreamResult<{ rows: Row[] } | { lacking: string }>> {
    if (secret === undefined || !rows.some((row) => leavesOut(row, secret))) {
      return succeeded({ rows: [...rows] });
    }
    const reading = await ireca.couriers(true);
    if (!reading.ok) return reading;
    const stored = byId(reading.value, idKey);
    const filled: Row[] = [];
    for (const [index, row] of rows.entries()) {
      const whole = withStored(row, stored.get(readOptionalId(row[idKey]) ?? ''), secret);
      if (!whole) return succeeded({ lacking: `${index}.${secret}` });
      filled.push(whole);
    }
    return succeeded({ rows: filled });
  }

  return {
    post: (list, rows) =>
      told(
        list.path,
        turns.take(keysOf(list, rows), () => send(list, list.path, rows)),
      ),
    replace: (list, rows) =>
      told(
        list.path,
        turns.take(keysOf(list, rows), async () => {
          const filled = await filledIn(list, rows);
          if (!filled.ok) return unread(filled.failure);
          if ('lacking' in filled.value) return { end: 'lacking', at: filled.value.lacking };
          return send(list, `${list.path}/replace`, filled.value.rows);
        }),
      ),
    put: (list, id, row, ifMatch) =>
      told(
        list.path,
        turns.take([keyOf(list, id)], async () => {
          const { path, idKey, secret } = list;
          const before = await ireca.readRecord(path, idKey, id);
          if (!before.ok) return unread(before.failure);
          if (before.value === null) return NOT_FOUND;
          if (!namesTag(ifMatch, recordTag(before.value))) return { end: 'stale' };
          const whole = secret === undefined ? row : withStored(row, before.value, secret);
          if (!whole) return { end: 'lacking', at: String(secret) };
          const body = withHidden(whole, before.value);
          const secrets = secretsIn([body, before.value], secret);
          const query = { [idKey]: id };
          const written = await write({ method: 'PUT', path, query, body, secrets }, list);
          if (!written.ok) {
            // It was there a moment ago: what does not exist is something that the row names.
            const { failure } = written;
            return { end: 'failed', failure: leavesOpen(failure) ? failure : { ...failure, status: null } };
          }
          const after = await ireca.readRecord(path, idKey, id);
          return { end: 'done', record: after.ok ? after.value : null };
        }),
      ),
    remove: (list, id) =>
      told(
        list.path,
        turns.take([keyOf(list, id)], () =>
          takeAway(
            { method: 'DELETE', path: list.path, query: { [list.idKey]: id } },
            () => isRecordGone(list, id),
            list,
          ),
        ),
      ),
    closeLicence: (deviceId) =>
      told(
        '/licenses',
        turns.take([`ireca:/licenses:${deviceId}`], () =>
          takeAway({ method: 'POST', path: '/licenses/close', query: { deviceId } }, () =>
            isLicenceGone(deviceId),
          ),
        ),
      ),
    setPermissions: (rows) =>
      told(
        '/permissions',
        turns.take([`ireca:${PERMISSIONS}`], async () =>
          ended(await write({ method: 'POST', path: PERMISSIONS, query: {}, body: rows })),
        ),
      ),
    storeSettings: (path, row, secret) =>
      turns.take([`ireca:${path}`], async () => {
        const secrets = secretsIn([row], secret);
        return ended(await ireca.write({ method: 'POST', path, query: {}, body: row, secrets }));
      }),
  };
}
