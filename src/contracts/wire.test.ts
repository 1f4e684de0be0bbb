import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  coordinate,
  decimal,
  flag,
  flagOr,
  gmt,
  id,
  isNothing,
  kopecks,
  lenient,
  listOf,
  nothing,
  readId,
  readOptionalId,
  text,
  unixMs,
} from '#src/contracts/wire.ts';

const read = <T>(schema: z.ZodMiniType<T, unknown>, value: unknown) => z.decode(schema, value);
const write = <T>(schema: z.ZodMiniType<T, unknown>, value: T) => z.encode(schema, value);
const refuses = (schema: z.ZodMiniType, value: unknown) =>
  expect(schema.safeParse(value).success).toBe(false);

/** What iRECA writes where there is nothing. */
const NOTHINGS = [null, '', {}, undefined, [], '  '];

describe('id', () => {
  it('is the same text whether it comes as string or number', () => {
    expect(read(id, '55752')).toBe('55752');
    expect(read(id, 55752)).toBe('55752');
    expect(read(id, ' 55752 ')).toBe('55752');
    expect(read(id, 0)).toBe('0');
    expect(read(id, '1579776541385873338810')).toBe('1579776541385873338810');
  });

  it('is sent as a string', () => {
    expect(write(id, '55752')).toBe('55752');
    expect(z.safeEncode(id, '').success).toBe(false);
  });

  it.each([...NOTHINGS, true, 1.5, NaN, { id: 1 }, [1]])('refuses %j', (value) => refuses(id, value));

  it('refuses a bare number that has lost digits: it would name somebody else', () => {
    refuses(id, 2 ** 53);
    refuses(id, JSON.parse('4641661977478446448639'));
    expect(readId(2 ** 53 - 1)).toBe('9007199254740991');
  });

  it('has a plain reader for raw records', () => {
    expect(readOptionalId(7)).toBe('7');
    for (const value of NOTHINGS) expect(readOptionalId(value)).toBeNull();
    expect(readOptionalId({ odd: true })).toBeNull();
  });
});

describe('flag', () => {
  it.each([1, '1', true, 'true'])('%j is up', (value) => expect(read(flag, value)).toBe(true));
  it.each([0, '0', false, 'false'])('%j is down', (value) => expect(read(flag, value)).toBe(false));
  it.each([null, '', {}, undefined, 2, 'да'])('refuses %j', (value) => refuses(flag, value));

  it('is sent as 0 or 1', () => {
    expect(write(flag, true)).toBe(1);
    expect(write(flag, false)).toBe(0);
    expect(write(flagOr(false), true)).toBe(1);
  });

  it('may be absent or odd where a default is known', () => {
    for (const value of [...NOTHINGS, 2, 'да']) {
      expect(read(flagOr(true), value)).toBe(true);
      expect(read(flagOr(false), value)).toBe(false);
    }
    expect(read(flagOr(true), '0')).toBe(false);
  });
});

describe('gmt', () => {
  const moment = Date.UTC(2021, 3, 28, 11, 34, 0);

  it('reads a time without a mark as GMT and writes it back so', () => {
    expect(read(gmt, '2021-04-28 11:34:00')).toBe(moment);
    expect(write(gmt, moment)).toBe('2021-04-28 11:34:00');
  });

  it.each([...NOTHINGS, '2021-02-31 00:00:00', '0000-00-00 00:00:00', 1619609640000])('refuses %j', (value) =>
    refuses(gmt, value),
  );

  it('when lenient, an impossible time is nothing', () => {
    expect(read(lenient(gmt), '2021-02-31 00:00:00')).toBeNull();
    expect(read(lenient(gmt), '2021-04-28 11:34:00')).toBe(moment);
    expect(write(lenient(gmt), moment)).toBe('2021-04-28 11:34:00');
    expect(write(lenient(gmt), null)).toBeNull();
  });
});

it('unixMs reads and writes milliseconds', () => {
  expect(read(unixMs, 1644828163053)).toBe(1644828163053);
  expect(read(unixMs, '1644828163053')).toBe(1644828163053);
  expect(write(unixMs, 1644828163053)).toBe(1644828163053);
  refuses(unixMs, 'вчера');
});

describe('kopecks', () => {
  it('reads strings and numbers exactly, writes a number', () => {
    expect(read(kopecks, '679.57')).toBe(67957);
    expect(read(kopecks, 679.57)).toBe(67957);
    expect(read(kopecks, '0.00')).toBe(0);
    expect(read(kopecks, 14500.0)).toBe(1450000);
    expect(write(kopecks, 67957)).toBe(679.57);
  });

  it.each([...NOTHINGS, 'бесплатно', '1 000'])('refuses %j', (value) => refuses(kopecks, value));

  it('writes whole kopecks only', () => expect(z.safeEncode(kopecks, 0.5).success).toBe(false));
});

describe('coordinate', () => {
  it('reads numbers and text', () => {
    expect(read(coordinate, 30.3334289)).toBe(30.3334289);
    expect(read(coordinate, '59.92088839350768')).toBe(59.92088839350768);
    expect(read(coordinate, '0.00000000000000')).toBe(0);
    expect(read(coordinate, 0)).toBe(0);
  });

  it.each([...NOTHINGS, 'север', NaN])('%j is not known', (value) =>
    expect(read(coordinate, value)).toBeNull(),
  );

  it('writes what is not known as 0', () => {
    expect(write(coordinate, null)).toBe(0);
    expect(write(coordinate, 59.9)).toBe(59.9);
  });
});

it('decimal reads numbers that come as text', () => {
  expect(read(decimal, '95')).toBe(95);
  expect(read(decimal, 0.5)).toBe(0.5);
  expect(write(decimal, 0.5)).toBe(0.5);
  refuses(decimal, 'много');
});

it('text never breaks a record', () => {
  expect(read(text, ' Кофе ')).toBe('Кофе');
  expect(read(text, 276)).toBe('276');
  for (const value of [...NOTHINGS, { a: 1 }, [1]]) expect(read(text, value)).toBe('');
  expect(write(text, 'Кофе')).toBe('Кофе');
});

describe('nothing', () => {
  it.each(NOTHINGS)('%j ⇄ null', (value) => {
    expect(isNothing(value)).toBe(true);
    expect(read(nothing(id), value)).toBeNull();
    expect(read(nothing(gmt), value)).toBeNull();
    expect(read(nothing(z.object({ a: id })), value)).toBeNull();
  });

  it.each([0, false, '0', NaN, { a: null }, [null]])('%j is something', (value) =>
    expect(isNothing(value)).toBe(false),
  );

  it('leaves the rest to the inner codec, in both directions', () => {
    expect(read(nothing(id), 7)).toBe('7');
    expect(read(nothing(kopecks), '0.00')).toBe(0);
    expect(write(nothing(kopecks), 67957)).toBe(679.57);
    expect(write(nothing(id), null)).toBeNull();
    const address = nothing(z.object({ warehouseId: id, isActive: flag }));
    expect(read(address, { warehouseId: 7, isActive: '1' })).toEqual({ warehouseId: '7', isActive: true });
    expect(write(address, { warehouseId: '7', isActive: true })).toEqual({ warehouseId: '7', isActive: 1 });
    expect(write(address, null)).toBeNull();
    refuses(nothing(id), { odd: 1 });
    refuses(nothing(gmt), 'завтра');
    refuses(address, { warehouseId: 7, isActive: 'да' });
  });

  it('says what it expected, in a key that may be missing altogether', () => {
    const schema = z.object({ courierId: nothing(id), paidIn: gmt });
    const result = schema.safeParse({ paidIn: 'завтра' });
    expect(result.error?.issues).toMatchObject([
      { path: ['paidIn'], message: 'expected YYYY-MM-DD HH:mm:ss' },
    ]);
    expect(schema.parse({ paidIn: '2021-04-28 11:34:00' }).courierId).toBeNull();
  });
});

it('lenient makes an object that cannot be read null', () => {
  const inner = lenient(z.object({ a: id }));
  expect(read(inner, { a: {} })).toBeNull();
  expect(read(inner, 'odd')).toBeNull();
  expect(read(inner, { a: 1 })).toEqual({ a: '1' });
  expect(write(inner, { a: '1' })).toEqual({ a: '1' });
});

it('listOf reads nothing as an empty list, and refuses what is no list', () => {
  for (const value of NOTHINGS) expect(read(listOf(id), value)).toEqual([]);
  expect(read(listOf(id), [1, '2'])).toEqual(['1', '2']);
  expect(write(listOf(flag), [true, false])).toEqual([1, 0]);
  refuses(listOf(id), [1, null]);
  refuses(listOf(id), 'odd');
});
