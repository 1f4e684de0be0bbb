/** How the saving of a record can end. */
import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { OneRecord } from '#src/api/resource.ts';
import { goodSchema } from '#src/contracts/ireca/catalogue.ts';
import type { Row } from '#src/contracts/wire.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import { draftOf } from '#src/domain/recordDraft.ts';
import { rowOf } from '#src/domain/recordRow.ts';
import { goodsList } from './keptLists.ts';
import type { RecordCalls, Sending } from './saveRecord.ts';
import { isWhole, saveRecord, verdictOf } from './saveRecord.ts';

const { fields } = goodsList;
const RAW: Row = { goodId: '7', title: 'Чай', price: 100, taxId: '1', parentId: null, isActive: 1 };

/** One shelf of iRECA: what `write` leaves on it is what is read. */
function shelf(held: Row | null, write: (row: Row) => Row | null = (row) => row) {
  let row = held;
  const log: string[] = [];
  const read = (): OneRecord<AnyRecord> | null =>
    row && { record: goodSchema.parse(row), raw: row, etag: `"${JSON.stringify(row)}"` };
  const calls: RecordCalls = {
    readOne: () => {
      log.push('read');
      return Promise.resolve(read());
    },
    create: (rows) => {
      log.push('create');
      row = write(rows[0] ?? {});
      return Promise.resolve();
    },
    update: (_id, sent, etag) => {
      log.push('update');
      if (etag !== read()?.etag) return Promise.reject(new ApiError('stale', { status: 412 }));
      row = write(sent);
      return Promise.resolve(row && goodSchema.parse(row));
    },
  };
  return { calls, log, read };
}

const failing = (calls: RecordCalls, error: unknown): RecordCalls => ({
  ...calls,
  create: () => Promise.reject(error as Error),
  update: () => Promise.reject(error as Error),
});

const typed = (raw: Row, part: object = {}) => ({ ...draftOf(fields, goodSchema.parse(raw)), ...part });
const creating = (values = typed(RAW)): Sending => {
  const row = rowOf(fields, values, null);
  return { fields, id: '7', values, row, base: null, restore: false };
};
function changing(part: object, read: OneRecord<AnyRecord> | null, restore = false): Sending {
  const base = { raw: read?.raw ?? {}, values: typed(read?.raw ?? {}), etag: read?.etag ?? '' };
  const values = { ...base.values, ...part };
  const row = { ...rowOf(fields, values, base), ...(restore && { isActive: 1 }) };
  return { fields, id: '7', values, row, base, restore };
}
const refusal = new ApiError('upstreamRefused', { status: 422, message: 'Необходимо заполнить «title».' });
const silence = new ApiError('upstreamTimeout', { status: 504 });
const crash = new ApiError('upstreamFailed', { status: 502, message: 'Internal Server Error' });

describe('a new record', () => {
  it('is looked for, sent once, and read back', async () => {
    const { calls, log } = shelf(null);
    expect(await saveRecord(calls, creating(), false)).toMatchObject({ kind: 'saved', otherwise: [] });
    expect(log).toEqual(['read', 'create', 'read']);
  });

  it('does not take the number of another one', async () => {
    const { calls, log } = shelf({ ...RAW, title: 'Чужой' });
    expect(await saveRecord(calls, creating(), false)).toEqual({ kind: 'taken' });
    expect(await saveRecord(calls, creating(), true)).toEqual({ kind: 'taken' });
    expect(log).toEqual(['read', 'read']);
  });

  it('is found rather than sent again when it was sent before without an answer', async () => {
    const { calls, log } = shelf(RAW);
    expect(await saveRecord(calls, creating(), true)).toMatchObject({ kind: 'saved' });
    expect(log).toEqual(['read']);
  });

  it('is not sent when nobody can say whether its number is free', async () => {
    const { calls, log } = shelf(null);
    const blind = { ...calls, readOne: () => Promise.reject(silence) };
    expect(await saveRecord(blind, creating(), false)).toEqual({ kind: 'notSent', error: silence });
    expect(log).toEqual([]);
  });

  it('says what iRECA kept otherwise, and what it does not show', async () => {
    const { calls } = shelf(null, ({ warehouses: _unseen, ...row }) => ({ ...row, title: 'ЧАЙ' }));
    const values = typed(RAW, { warehouses: [{ warehouseId: '1', count: 2 }] });
    const outcome = await saveRecord(calls, creating(values), false);
    expect(outcome).toMatchObject({
      kind: 'saved',
      otherwise: [
        { key: 'title', unseen: false },
        { key: 'warehouses', unseen: true },
      ],
    });
  });

  it('is not confirmed when iRECA accepts it and does not have it', async () => {
    const { calls } = shelf(null, () => null);
    expect(await saveRecord(calls, creating(), false)).toEqual({ kind: 'unconfirmed', accepted: true });
  });

  it('is refused in iRECA’s words, or not confirmed without an answer', async () => {
    const { calls } = shelf(null);
    expect(await saveRecord(failing(calls, refusal), creating(), false)).toEqual({
      kind: 'refused',
      message: refusal.message,
    });
    for (const error of [silence, crash]) {
      expect(await saveRecord(failing(calls, error), creating(), false)).toEqual({
        kind: 'unconfirmed',
        accepted: false,
      });
    }
  });
});

describe('a change', () => {
  it('is written over the reading that it is based on', async () => {
    const { calls, log, read } = shelf(RAW);
    const outcome = await saveRecord(calls, changing({ title: 'Кофе' }, read()), false);
    expect(outcome).toMatchObject({ kind: 'saved', otherwise: [], read: { raw: { title: 'Кофе' } } });
    expect(log).toEqual(['update', 'read']);
  });

  it('is not written over another one’s change', async () => {
    const { calls, read } = shelf(RAW);
    const before = changing({ title: 'Кофе' }, read());
    await saveRecord(calls, changing({ title: 'Какао' }, read()), false);
    expect(await saveRecord(calls, before, false)).toEqual({ kind: 'stale' });
    expect(read()?.raw['title']).toBe('Какао');
  });

  it('counts as saved when it is there although iRECA failed', async () => {
    const { calls, read } = shelf(RAW);
    const sending = changing({ title: 'Кофе' }, read());
    const failedLate: RecordCalls = {
      ...calls,
      update: async (...sent) => {
        await calls.update(...sent);
        throw new ApiError('upstreamRefused', { status: 422, message: 'Internal error' });
      },
    };
    const outcome = await saveRecord(failedLate, sending, false);
    expect(outcome).toMatchObject({ kind: 'saved', otherwise: [] });
  });

  it('is refused when it is not there', async () => {
    const { calls, read } = shelf(RAW);
    const outcome = await saveRecord(failing(calls, refusal), changing({ title: 'Кофе' }, read()), false);
    expect(outcome).toEqual({ kind: 'refused', message: refusal.message });
  });

  it('of a record that was deleted meanwhile says so', async () => {
    const { calls, read } = shelf(RAW);
    const missing = new ApiError('upstreamRefused', { status: 404, message: 'Модель не существует' });
    const sending = changing({ title: 'Кофе' }, read());
    expect(await saveRecord(failing(calls, missing), sending, false)).toEqual({ kind: 'gone' });
  });

  it('is not sent when Pult itself says no', async () => {
    const { calls, read } = shelf(RAW);
    const error = new ApiError('unauthenticated', { status: 401 });
    const sending = changing({ title: 'Кофе' }, read());
    expect(await saveRecord(failing(calls, error), sending, false)).toEqual({ kind: 'notSent', error });
  });

  it('that iRECA accepts and does not make is not confirmed', async () => {
    const { calls, read } = shelf(RAW, () => RAW);
    const outcome = await saveRecord(calls, changing({ title: 'Кофе' }, read()), false);
    expect(outcome).toEqual({ kind: 'unconfirmed', accepted: true });
  });

  it('of which one half came through says which did not', async () => {
    const { calls, read } = shelf(RAW, (row) => ({ ...row, price: 100 }));
    const outcome = await saveRecord(calls, changing({ title: 'Кофе', price: 5_000 }, read()), false);
    expect(outcome).toMatchObject({ kind: 'saved', otherwise: [{ key: 'price', unseen: false }] });
  });
});

describe('bringing back a deleted record', () => {
  const deleted = { ...RAW, isActive: 0 };

  it('is done when it is read as active', async () => {
    const { calls, read } = shelf(deleted);
    const outcome = await saveRecord(calls, changing({}, read(), true), false);
    expect(outcome).toMatchObject({ kind: 'saved', stillDeleted: false });
    expect(read()?.raw['isActive']).toBe(1);
  });

  it('is not confirmed while it is read as deleted', async () => {
    const { calls, read } = shelf(deleted, (row) => ({ ...row, isActive: 0 }));
    const sending = changing({}, read(), true);
    expect(await saveRecord(calls, sending, false)).toEqual({ kind: 'unconfirmed', accepted: true });
    const half = await saveRecord(calls, changing({ title: 'Кофе' }, read(), true), false);
    expect(half).toMatchObject({ kind: 'saved', stillDeleted: true });
    expect(half.kind === 'saved' && isWhole(half)).toBe(false);
  });
});

describe('verdictOf', () => {
  it('says nothing when iRECA cannot be read', async () => {
    const { calls, read } = shelf(RAW);
    const blind = { ...calls, readOne: () => Promise.reject(silence) };
    expect(await verdictOf(blind, changing({ title: 'Кофе' }, read()))).toEqual({ kind: 'unreadable' });
  });
});
