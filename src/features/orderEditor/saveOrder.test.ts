import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { FailureCode } from '#src/api/http.ts';
import type { ReadOrder } from '#src/api/order.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import { toWrite } from '#src/domain/orderFormWrite.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';
import type { OrderCalls } from './saveOrder.ts';
import { changeOrder, createOrder, verdictOf } from './saveOrder.ts';

type Row = Record<string, unknown>;

const reading = (changes: Row = {}): ReadOrder => {
  const raw = rawIrecaOrder(changes);
  return { order: irecaOrderSchema.parse(raw), raw, etag: JSON.stringify(raw) };
};
const write = toWrite(fromOrder(reading().order, 'Europe/Moscow'), 'Europe/Moscow');
const changed = { ...write, description: 'Новое' };

/** A far side that holds one order, or none; `fail` is thrown by the next write, before or after it was done. */
function farSide(held: ReadOrder | null, fail?: { code: FailureCode; done?: boolean; message?: string }) {
  const sent: string[] = [];
  let now = held;
  let failure = fail;
  const deed = (name: string, next: ReadOrder) => {
    sent.push(name);
    const known = failure;
    failure = undefined;
    if (!known || known.done) now = next;
    if (known) return Promise.reject(new ApiError(known.code, { message: known.message ?? '' }));
    return Promise.resolve();
  };
  const calls: OrderCalls = {
    read: () => Promise.resolve(now),
    create: (order) => deed('create', reading({ description: order.description })),
    update: (_id, body) => deed('update', reading({ description: body['description'] })),
  };
  return { calls, sent };
}

describe('createOrder', () => {
  it('sends once and reads back', async () => {
    const { calls, sent } = farSide(null);
    expect(await createOrder(calls, write, false)).toMatchObject({ kind: 'saved', otherwise: [] });
    expect(sent).toEqual(['create']);
  });

  it('sends nothing over another order', async () => {
    const { calls, sent } = farSide(reading());
    expect(await createOrder(calls, write, false)).toEqual({ kind: 'taken' });
    expect(sent).toEqual([]);
  });

  it('takes an order for its own that was sent before and is as asked, and only then', async () => {
    expect(await createOrder(farSide(reading()).calls, write, true)).toMatchObject({ kind: 'saved' });
    expect(await createOrder(farSide(reading({ phone: '1' })).calls, write, true)).toEqual({ kind: 'taken' });
  });

  it('sends nothing when the number cannot be looked up', async () => {
    const { calls, sent } = farSide(null);
    const error = new ApiError('upstreamTimeout');
    const blind = { ...calls, read: () => Promise.reject(error) };
    expect(await createOrder(blind, write, false)).toEqual({ kind: 'notSent', error });
    expect(sent).toEqual([]);
  });

  it.each([
    'upstreamFailed',
    'upstreamTimeout',
    'upstreamUnreachable',
    'offline',
    'badAnswer',
    'internal',
  ] as const)('leaves it open after %s', async (code) => {
    expect(await createOrder(farSide(null, { code, done: true }).calls, write, false)).toEqual({
      kind: 'unconfirmed',
    });
  });

  it('looks after a refusal, for an error may come after the writing', async () => {
    const said = { code: 'upstreamRefused', message: 'Нет' } as const;
    expect(await createOrder(farSide(null, said).calls, write, false)).toEqual({
      kind: 'refused',
      message: 'Нет',
    });
    expect(await createOrder(farSide(null, { ...said, done: true }).calls, write, false)).toMatchObject({
      kind: 'saved',
    });
  });

  it.each(['unauthenticated', 'forbidden', 'stopping'] as const)(
    'is sure of nothing sent after %s',
    async (code) => {
      expect(await createOrder(farSide(null, { code }).calls, write, false)).toMatchObject({
        kind: 'notSent',
      });
    },
  );

  it('does not believe an acceptance that shows nothing', async () => {
    const { calls } = farSide(null);
    const deaf = { ...calls, create: () => Promise.resolve() };
    expect(await createOrder(deaf, write, false)).toEqual({ kind: 'unconfirmed' });
  });
});

describe('changeOrder', () => {
  const base = reading();
  it('writes over its reading and reads back', async () => {
    const { calls, sent } = farSide(base);
    const outcome = await changeOrder(calls, changed, { description: 'Новое' }, base);
    expect(outcome).toMatchObject({ kind: 'saved', otherwise: [] });
    expect(sent).toEqual(['update']);
  });

  it('says that somebody was quicker', async () => {
    const { calls } = farSide(base, { code: 'stale' });
    expect(await changeOrder(calls, changed, {}, base)).toEqual({ kind: 'stale' });
  });

  it('names what is kept otherwise', async () => {
    const { calls } = farSide(base);
    const outcome = await changeOrder(calls, { ...changed, phone: '1' }, { description: 'Новое' }, base);
    expect(outcome).toMatchObject({ kind: 'saved', otherwise: ['phone'] });
  });
});

describe('verdictOf', () => {
  const before = reading().order;
  const look = (held: ReadOrder | null) => verdictOf(farSide(held).calls, { write: changed, before });

  it('tells a change that came through from one that did not', async () => {
    expect(await look(reading({ description: 'Новое' }))).toMatchObject({ kind: 'saved', otherwise: [] });
    expect(await look(reading())).toEqual({ kind: 'absent' });
    expect(await look(null)).toEqual({ kind: 'absent' });
  });

  it('is not misled by what somebody else changed meanwhile', async () => {
    expect(await look(reading({ courierId: 5 }))).toEqual({ kind: 'absent' });
    expect(await look(reading({ description: 'Новое', courierId: 5 }))).toMatchObject({
      kind: 'saved',
      otherwise: ['courierId'],
    });
  });

  it('says nothing when it cannot look', async () => {
    const calls = { read: () => Promise.reject(new ApiError('offline')) };
    expect(await verdictOf(calls, { write, before: null })).toEqual({ kind: 'unreadable' });
  });
});
