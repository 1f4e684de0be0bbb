/** Lists that never say how long they are: read to a short page, nothing twice, nothing half. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '#src/api/http.ts';
import { PAGE_SIZE, pullPages } from '#src/api/pages.ts';
import { recordList } from '#src/contracts/records.ts';

const schema = recordList(z.object({ id: z.string() }));
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `g${from + n}` }));

/** Answers each page by its number. */
function upstream(pages: unknown[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const page = Number(new URL(url, 'http://pult').searchParams.get('page'));
    const body = pages[page] ?? [];
    return Promise.resolve(body instanceof Response ? body : Response.json(body));
  });
  return asked;
}

const pull = (path = '/api/ireca/goods', onPage?: (soFar: { records: { id: string }[] }) => void) =>
  pullPages(path, schema, { idOf: (one: { id: string }) => one.id, ...(onPage && { onPage }) });

afterEach(() => vi.unstubAllGlobals());

describe('pullPages', () => {
  it('begins at page 0 and stops at a short page', async () => {
    const asked = upstream([rows(0, PAGE_SIZE), rows(PAGE_SIZE, 3)]);
    const seen: number[] = [];
    const { records } = await pull('/api/ireca/goods', (soFar) => seen.push(soFar.records.length));
    expect(records).toHaveLength(PAGE_SIZE + 3);
    expect(asked).toEqual(['/api/ireca/goods?page=0&count=500', '/api/ireca/goods?page=1&count=500']);
    expect(seen).toEqual([PAGE_SIZE]);
  });

  it('keeps a query that the path has already', async () => {
    const asked = upstream([rows(0, 1)]);
    await pull('/api/ireca/journal?entityId=5');
    expect(asked).toEqual(['/api/ireca/journal?entityId=5&page=0&count=500']);
  });

  it('lists a record that moved to the next page once', async () => {
    upstream([rows(0, PAGE_SIZE), rows(PAGE_SIZE - 1, 2)]);
    expect((await pull()).records).toHaveLength(PAGE_SIZE + 1);
  });

  it('does not turn for ever when the upstream overlooks the page', async () => {
    const asked = upstream([rows(0, PAGE_SIZE), rows(0, PAGE_SIZE), rows(0, PAGE_SIZE)]);
    expect((await pull()).records).toHaveLength(PAGE_SIZE);
    expect(asked).toHaveLength(2);
  });

  it('a full page with a bad record in it is still a full page', async () => {
    upstream([[...rows(0, PAGE_SIZE - 1), { name: 'bad' }], rows(PAGE_SIZE, 1)]);
    const { records, setAside } = await pull();
    expect(records).toHaveLength(PAGE_SIZE);
    expect(setAside).toHaveLength(1);
  });

  it('half a list is not a list', async () => {
    upstream([rows(0, PAGE_SIZE), new Response('no', { status: 502 })]);
    await expect(pull()).rejects.toBeInstanceOf(ApiError);
  });
});
