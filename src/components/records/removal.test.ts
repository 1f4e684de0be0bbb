import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import type { DeclaredList } from './declare.ts';
import { goodsList, taxesList } from './keptLists.ts';
import { forgetRecord, lookAgain, removeRecord } from './removal.ts';

type Source = DeclaredList['source'];
const answered = (record: AnyRecord | null) =>
  vi.fn(() => Promise.resolve(record && { record, raw: {}, etag: '"1"' }));
const listWith = (source: Partial<Source>, list = goodsList): DeclaredList => ({
  ...list,
  source: { ...list.source, ...source },
});
const refused = new ApiError('upstreamRefused', { status: 422, system: 'ireca', message: 'Товар занят' });
const fails = (error: Error) => vi.fn(() => Promise.reject(error));
const says = <Answer>(answer: Answer) => vi.fn(() => Promise.resolve(answer));

describe('deleting a record', () => {
  it('takes the proxy’s word for what was read back', async () => {
    const readOne = answered(null);
    expect(await removeRecord(listWith({ remove: says(true), readOne }), '7')).toEqual({ end: 'gone' });
    expect(await removeRecord(listWith({ remove: says(false), readOne }), '7')).toEqual({
      end: 'there',
      error: null,
    });
    expect(await removeRecord(listWith({ remove: says(null), readOne }), '7')).toEqual({
      end: 'unknown',
      error: null,
    });
    expect(readOne).not.toHaveBeenCalled();
  });

  it('looks at the record after an answer that did not come, and after a refusal', async () => {
    const timeout = new ApiError('upstreamTimeout', { status: 504, system: 'ireca' });
    const end = (error: ApiError, record: AnyRecord | null) =>
      removeRecord(listWith({ remove: fails(error), readOne: answered(record) }), '7');
    expect(await end(timeout, null)).toEqual({ end: 'gone' });
    expect(await end(timeout, { isActive: false })).toEqual({ end: 'gone' });
    expect(await end(timeout, { isActive: true })).toEqual({ end: 'there', error: timeout });
    expect(await end(refused, { isActive: true })).toEqual({ end: 'there', error: refused });
    // Somebody else was quicker: iRECA refuses what is not there.
    expect(await end(refused, null)).toEqual({ end: 'gone' });
    expect(
      await removeRecord(listWith({ remove: fails(refused), readOne: fails(new ApiError('offline')) }), '7'),
    ).toEqual({ end: 'unknown', error: refused });
  });

  it('does not look where nothing was sent to iRECA', async () => {
    const forbidden = new ApiError('forbidden', { status: 403 });
    const readOne = answered(null);
    expect(await removeRecord(listWith({ remove: fails(forbidden), readOne }), '7')).toEqual({
      end: 'there',
      error: forbidden,
    });
    expect(readOne).not.toHaveBeenCalled();
  });

  it('takes a record in an unreadable form for one that is there', async () => {
    const readOne = fails(new TypeError('title: expected text'));
    expect(await lookAgain(listWith({ readOne }), '7')).toEqual({ end: 'there', error: null });
  });

  it('leaves it in the list as deleted, or takes it out where nothing stays', () => {
    const client = new QueryClient();
    const held = (list: DeclaredList) =>
      client.getQueryData<{ records: AnyRecord[] }>(list.source.queryKey)?.records;
    const put = (list: DeclaredList, records: AnyRecord[]) =>
      client.setQueryData(list.source.queryKey, { records, setAside: [], whole: true });
    put(goodsList, [
      { goodId: '1', isActive: true },
      { goodId: '2', isActive: true },
    ]);
    forgetRecord(client, goodsList, '2');
    expect(held(goodsList)).toEqual([
      { goodId: '1', isActive: true },
      { goodId: '2', isActive: false },
    ]);
    put(taxesList, [{ taxId: '1' }, { taxId: '2' }]);
    forgetRecord(client, taxesList, '1');
    expect(held(taxesList)).toEqual([{ taxId: '2' }]);
    expect(client.getQueryState(taxesList.source.queryKey)?.isInvalidated).toBe(true);
  });
});
