import { describe, expect, it } from 'vitest';
import type { ListSnapshot } from './listReader.ts';
import { readList } from './listReader.ts';

type Order = { id: string };
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function reader(stale: readonly string[] = []) {
  const parsed: string[] = [];
  return {
    parsed,
    visitor: {
      changed(text: string) {
        const { id } = JSON.parse(text) as Order;
        parsed.push(id);
        return id;
      },
      current: (key: string) => !stale.includes(key),
    },
  };
}

async function read(value: unknown, previous: ListSnapshot | null, stale: readonly string[] = []) {
  const { parsed, visitor } = reader(stale);
  const result = await readList(bytes(value), previous, visitor);
  if (!result.ok) throw new Error('not read');
  return { parsed, keys: [...result.keys], snapshot: result.snapshot };
}

const orders = [
  { id: '1', address: 'ул. «Правды», д. "24" \\' },
  { id: '2', goods: [{ a: '}]' }, { b: ['{', '\\"'] }], nothing: {} },
  { id: '3', text: 'ёж' },
];

describe('readList', () => {
  it('gives every record of the first list to be parsed, whatever stands in its strings', async () => {
    const { parsed, keys } = await read(orders, null);
    expect(parsed).toEqual(['1', '2', '3']);
    expect(keys).toEqual(['1', '2', '3']);
  });

  it('parses nothing of an unchanged list', async () => {
    const { snapshot } = await read(orders, null);
    const { parsed, keys } = await read(orders, snapshot);
    expect(parsed).toEqual([]);
    expect(keys).toEqual(['1', '2', '3']);
  });

  it('parses only what changed, was added or moved; what is gone is not among the keys', async () => {
    const { snapshot } = await read(orders, null);
    const next = [{ id: '0' }, orders[0], { ...orders[1], extra: 1 }, orders[2]];
    expect(await read(next, snapshot)).toMatchObject({ parsed: ['0', '2'], keys: ['0', '1', '2', '3'] });
    expect(await read([orders[0], orders[2]], snapshot)).toMatchObject({ parsed: ['3'], keys: ['1', '3'] });
    expect((await read([...orders].reverse(), snapshot)).keys).toEqual(['3', '2', '1']);
  });

  it('parses an unchanged record too, when something newer was read of it meanwhile', async () => {
    const { snapshot } = await read(orders, null);
    expect((await read(orders, snapshot, ['2'])).parsed).toEqual(['2']);
  });

  it('tells a record from a longer one that begins like it', async () => {
    const { visitor } = reader();
    const counting = { ...visitor, changed: (text: string) => text };
    const first = await readList(bytes('[12]'), null, counting);
    const longer = first.ok && (await readList(bytes('[123]'), first.snapshot, counting));
    expect(longer && longer.ok && [...longer.keys]).toEqual(['123']);
  });

  it('reads an empty list, with or without white space', async () => {
    expect((await read(' [ \n ] ', null)).keys).toEqual([]);
    expect((await read(JSON.stringify(orders, null, 2), null)).keys).toEqual(['1', '2', '3']);
  });

  it.each([
    ['cut off in a record', '[{"id":"1"},{"id":"2"'],
    ['cut off in a string', '[{"id":"1'],
    ['cut off after a comma', '[{"id":"1"},'],
    ['cut off after a record', '[{"id":"1"}'],
    ['no list', '{"id":"1"}'],
    ['nothing', ''],
    ['without commas', '[{"id":"1"} {"id":"2"}]'],
    ['a record that is no JSON', '[{"id":1x}]'],
    ['two commas', '[{"id":"1"},,{"id":"2"}]'],
  ])('believes nothing of a list %s', async (_, text) => {
    expect(await readList(bytes(text), null, reader().visitor)).toEqual({ ok: false });
  });
});
