import { expect, it } from 'vitest';
import { parseForBrowser, plain, readLossless, writeLossless } from './losslessJson.ts';

const TEXT =
  '{"rolePerms":4641661977478446448639,"price":10.50,"big":12345678901234567890.5,"n":-0,"s":"1","list":[1,{"x":null}]}';

it('writes every number back digit for digit', () => {
  const read = readLossless(Buffer.from(TEXT));
  expect(read.ok && writeLossless(read.value)).toBe(TEXT);
});

it('gives the browser what it can hold: long whole numbers as text', () => {
  const read = readLossless(Buffer.from(TEXT));
  const value = parseForBrowser(TEXT) as Record<string, unknown>;
  expect(value).toMatchObject({
    rolePerms: '4641661977478446448639',
    price: 10.5,
    s: '1',
    list: [1, { x: null }],
  });
  expect(read.ok && plain(read.value)).toEqual(value);
});

it('says of half a body that it is malformed, of none that it is nothing', () => {
  expect(readLossless(Buffer.from('{"a":'))).toMatchObject({ ok: false, failure: { code: 'malformed' } });
  expect(readLossless(Buffer.from(''))).toEqual({ ok: true, value: null });
});
