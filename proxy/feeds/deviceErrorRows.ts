/** What is known of the rows of one error log: when each was first seen, when it ages out, and its record in the feed. */
import { createHash } from 'node:crypto';
import { readOptionalId } from '#src/contracts/wire.ts';
import { parseGmt } from '#src/lib/dates.ts';
import { isObject } from '#proxy/upstream/losslessJson.ts';
import { withoutSecrets } from '#proxy/upstream/secrets.ts';
import type { NewRecord } from './feed.ts';

export type Device = 'terminal' | 'recorder';

/** Where iRECA keeps the errors of each, and the names of an error's id and time (iRECA API text, both logs). */
export const LOGS = {
  terminal: { path: '/bankTerminalLogs', idKey: 'terminalLogId', timeKey: 'transactionCreatedAt' },
  recorder: { path: '/fiscalRegistratorLogs', idKey: 'frId', timeKey: 'commandExecutedAt' },
} as const satisfies Record<Device, { path: string; idKey: string; timeKey: string }>;

export type DeviceErrorRows = {
  /**
   * Takes in rows as iRECA wrote them.
   * @param first they were there when somebody first looked: nobody knows when they came.
   * @param now epoch ms.
   * @returns records for the feed (none of older errors), and how many of the rows were not known.
   */
  take(rows: readonly unknown[], first: boolean, now: number): { records: NewRecord[]; unknown: number };
  /** Keys of records that are older than a day now, each said once. */
  aged(now: number): string[];
};

/** Errors older than this are no news to anybody. */
const KEPT_MS = 24 * 3_600_000;
/**
 * Rows that are remembered beside those that are shown; of a longer log those that were not met for longest are forgotten:
 * they stand between its two ends, which every look meets again.
 */
const MAX_KNOWN = 100_000;

type Known = { noticedAt: number | null; seenAt: number };

/** Its own time, in GMT; null when it has none that can be read. */
function timeOf(row: unknown, timeKey: string): number | null {
  const text = isObject(row) ? row[timeKey] : null;
  return typeof text === 'string' ? parseGmt(text.trim()) : null;
}

/** A row without an id must be shown as set aside: it is known by what it says. */
function idOf(row: unknown, idKey: string): string {
  const id = isObject(row) ? readOptionalId(row[idKey]) : null;
  if (id !== null) return id;
  const text = JSON.stringify(row) ?? '';
  return `?${createHash('sha1').update(text).digest('hex').slice(0, 12)}`;
}

export function createDeviceErrorRows(device: Device, maxKnown = MAX_KNOWN): DeviceErrorRows {
  const { idKey, timeKey } = LOGS[device];
  const known = new Map<string, Known>();
  /** Keys that the feed holds, and since when they count, epoch ms. */
  const held = new Map<string, number>();

  function knownOf(key: string, first: boolean, now: number): Known {
    const met = known.get(key);
    if (met) {
      known.delete(key);
      known.set(key, met);
      return met;
    }
    const state = { noticedAt: first ? null : now, seenAt: now };
    known.set(key, state);
    forgetOldest();
    return state;
  }

  /** What is shown stays known, wherever it stands in the log: else the next look would take it for an error just noticed. */
  function forgetOldest(): void {
    for (const [key, state] of known) {
      if (known.size - held.size <= maxKnown) return;
      known.delete(key);
      if (held.has(key)) known.set(key, state);
    }
  }

  return {
    take(rows, first, now) {
      const records: NewRecord[] = [];
      let unknown = 0;
      for (const row of rows) {
        const id = `${device}-${idOf(row, idKey)}`;
        const key = `ireca:${id}`;
        if (!known.has(key)) unknown += 1;
        const { noticedAt, seenAt } = knownOf(key, first, now);
        const time = timeOf(row, timeKey);
        // No time, or a device with a wrong clock: it counts from when it was seen.
        const since = time !== null && time <= seenAt ? time : seenAt;
        if (now - since > KEPT_MS) continue;
        held.set(key, since);
        const body = { device, noticedAt, error: withoutSecrets(row) };
        const json = Buffer.from(JSON.stringify({ key, system: 'ireca', id, body }));
        // Latest first, as a reader wants them.
        records.push({ key, json, meta: { open: false, windowTo: since, courierId: null } });
      }
      return { records, unknown };
    },
    aged(now) {
      const keys = [...held].filter(([, since]) => now - since > KEPT_MS).map(([key]) => key);
      for (const key of keys) held.delete(key);
      return keys;
    },
  };
}
