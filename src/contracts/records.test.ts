import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { firstIssue, oneOf, parseOneOrMany, parseRecords, recordList } from '#src/contracts/records.ts';
import { id, text } from '#src/contracts/wire.ts';

const schema = z.object({ goodId: id, title: text });

describe('parseRecords', () => {
  it('sets a bad record aside and keeps the rest', () => {
    const rows = [{ goodId: 1, title: 'Кофе' }, { goodId: {}, title: 'Сыр' }, null, { goodId: '3' }];
    const { records, setAside } = parseRecords(schema, rows, (row) => row.goodId);
    expect(records).toEqual([
      { goodId: '1', title: 'Кофе' },
      { goodId: '3', title: '' },
    ]);
    expect(setAside).toEqual([
      { id: null, path: 'goodId', reason: 'expected an id', raw: rows[1] },
      { id: null, path: '', reason: 'expected object', raw: null },
    ]);
  });

  it('names the one it set aside, and where in it the trouble is', () => {
    const nested = z.object({ orderId: id, goods: z.array(schema) });
    const row = { orderId: 209900, goods: [{ goodId: 1 }, { goodId: true }] };
    const { setAside } = parseRecords(nested, [row], (order) => order.orderId);
    expect(setAside).toEqual([{ id: '209900', path: 'goods.1.goodId', reason: 'expected an id', raw: row }]);
  });

  it('drops a repeated id, also when it comes once as number and once as text', () => {
    const rows = [{ goodId: 7, title: 'a' }, { goodId: '7', title: 'b' }, { goodId: 8 }];
    const { records, setAside } = parseRecords(schema, rows, (row) => row.goodId);
    expect(records.map((record) => record.title)).toEqual(['a', '']);
    expect(setAside).toEqual([]);
    expect(parseRecords(schema, rows).records).toHaveLength(3);
  });

  it('takes the good one of two with the same id', () => {
    const strict = z.object({ goodId: id, count: id });
    const { records, setAside } = parseRecords(
      strict,
      [{ goodId: 7 }, { goodId: 7, count: 1 }],
      (row) => row.goodId,
    );
    expect(records).toEqual([{ goodId: '7', count: '1' }]);
    expect(setAside).toHaveLength(1);
  });

  it.each([{ error: true }, null, 'oops', undefined])('%j is a failure of the whole answer', (body) =>
    expect(() => parseRecords(schema, body)).toThrow(/expected a list/),
  );
});

it('firstIssue says where and why, short enough to be shown in a list', () => {
  const { error } = schema.safeParse({ goodId: {} });
  expect(firstIssue(error?.issues ?? [])).toEqual({ path: 'goodId', reason: 'expected an id' });
  expect(firstIssue([])).toEqual({ path: '', reason: 'unreadable' });
});

describe('recordList', () => {
  it('is parseRecords as a schema', () => {
    const list = recordList(schema, (row) => row.goodId);
    expect(list.parse([{ goodId: 1 }, {}])).toEqual({
      records: [{ goodId: '1', title: '' }],
      setAside: [{ id: null, path: 'goodId', reason: 'expected an id', raw: {} }],
    });
    expect(list.safeParse({ locations: [] }).success).toBe(false);
  });
});

describe('parseOneOrMany', () => {
  it('reads the record itself or a list with it', () => {
    expect(parseOneOrMany(schema, { goodId: 1 })).toEqual({ goodId: '1', title: '' });
    expect(parseOneOrMany(schema, [{ goodId: 1 }])).toEqual({ goodId: '1', title: '' });
  });

  it('gives null when there is none', () => {
    expect(parseOneOrMany(schema, [])).toBeNull();
    expect(parseOneOrMany(schema, null)).toBeNull();
    expect(parseOneOrMany(schema, undefined)).toBeNull();
  });

  it('never takes the first of many for the one asked for', () => {
    expect(() => parseOneOrMany(schema, [{ goodId: 1 }, { goodId: 2 }])).toThrow(/one record, got 2/);
    expect(() => oneOf([{}, {}])).toThrow(/one record, got 2/);
  });

  it('says why when it cannot be read', () => {
    expect(() => parseOneOrMany(schema, { title: 'Кофе' })).toThrow('goodId: expected an id');
    expect(() => parseOneOrMany(schema, 'oops')).toThrow('expected a record, got string');
  });

  it('fills in an id that the reply leaves out, but does not overrule one that it has', () => {
    expect(parseOneOrMany(schema, { title: 'Кофе' }, { goodId: '5' })).toEqual({
      goodId: '5',
      title: 'Кофе',
    });
    expect(parseOneOrMany(schema, { goodId: 6 }, { goodId: '5' })?.goodId).toBe('6');
  });
});
