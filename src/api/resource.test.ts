/** The six verbs of a reference list: what is sent, and what is made of each answer. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import { PAGE_SIZE } from '#src/api/pages.ts';
import { createQueryClient } from '#src/api/queryClient.ts';
import { goods, paymentTypes, userRoles } from '#src/api/resources.ts';

type Sent = { url: string; method: string; body: unknown; ifMatch: string | null };

/** Gives these answers one after another, and notes what was sent. */
function server(...answers: Response[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    sent.push({
      url,
      method: init.method ?? 'GET',
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      ifMatch: new Headers(init.headers).get('if-match'),
    });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no answer left'));
  });
  return sent;
}
const refusal = (status: number, code: string, message: string | null = null) =>
  Response.json({ error: { code, system: 'ireca', message } }, { status });
const good = (goodId: number, changes = {}) => ({ goodId, title: `Товар ${goodId}`, price: 10, ...changes });
const page = (from: number, count: number) => Array.from({ length: count }, (_, n) => good(from + n));

afterEach(() => vi.unstubAllGlobals());

describe('the whole list', () => {
  it('grows while pages come, and is whole at last', async () => {
    server(
      Response.json(page(0, PAGE_SIZE)),
      Response.json([...page(PAGE_SIZE, 2), { title: 'без номера' }]),
    );
    const client = createQueryClient();
    const seen: [number, boolean][] = [];
    client.getQueryCache().subscribe(({ query }) => {
      const data = query.state.data as { records: unknown[]; whole: boolean } | undefined;
      const last = seen.at(-1);
      if (data && last?.[0] !== data.records.length) seen.push([data.records.length, data.whole]);
    });
    const { records, setAside, whole } = await client.fetchQuery(goods.list(client));
    expect(whole).toBe(true);
    expect(records).toHaveLength(PAGE_SIZE + 2);
    expect(setAside).toHaveLength(1);
    expect(seen).toEqual([
      [PAGE_SIZE, false],
      [PAGE_SIZE + 2, true],
    ]);
  });

  it('stays whole while it is read anew, and when that reading breaks off', async () => {
    const client = createQueryClient();
    client.setDefaultOptions({ queries: { retry: false } });
    server(Response.json(page(0, 3)));
    await client.fetchQuery(goods.list(client));
    server(Response.json(page(0, PAGE_SIZE)), refusal(502, 'upstreamUnreachable'));
    await expect(client.fetchQuery({ ...goods.list(client), staleTime: 0 })).rejects.toThrow(ApiError);
    expect(client.getQueryData(goods.queryKey)).toMatchObject({ whole: true });
    expect((client.getQueryData(goods.queryKey) as { records: unknown[] }).records).toHaveLength(3);
  });

  it('that broke off half way does not shrink when it is read again', async () => {
    const client = createQueryClient();
    client.setDefaultOptions({ queries: { retry: false } });
    const broken = [Response.json(page(0, PAGE_SIZE)), Response.json(page(PAGE_SIZE, PAGE_SIZE))];
    server(...broken, refusal(504, 'upstreamTimeout'));
    await expect(client.fetchQuery(goods.list(client))).rejects.toThrow(ApiError);
    const lengths = new Set<number>();
    client.getQueryCache().subscribe(({ query }) => {
      lengths.add((query.state.data as { records: unknown[] }).records.length);
    });
    server(Response.json(page(0, PAGE_SIZE)), Response.json(page(PAGE_SIZE, PAGE_SIZE)), Response.json([]));
    await client.fetchQuery({ ...goods.list(client), staleTime: 0 });
    expect([...lengths]).toEqual([2 * PAGE_SIZE]);
  });

  it('is asked for at once where the API has no pages', async () => {
    const sent = server(Response.json([{ roleId: 908, title: 'Курьер' }]));
    const client = createQueryClient();
    await client.fetchQuery(userRoles.list(client));
    expect(sent).toMatchObject([{ url: '/api/ireca/userRoles', method: 'GET' }]);
  });
});

describe('one record', () => {
  it('is given parsed, as iRECA wrote it, and with the tag of this reading', async () => {
    const raw = good(7, { vendor: 'unknown to us' });
    const sent = server(Response.json(raw, { headers: { etag: '"t1"' } }));
    expect(await goods.readOne('7')).toEqual({
      record: expect.objectContaining({ goodId: '7', price: 1000 }) as unknown,
      raw,
      etag: '"t1"',
    });
    expect(sent[0]?.url).toBe('/api/ireca/goods?goodId=7');
  });

  it('gets its id from the question where iRECA leaves it out', async () => {
    server(Response.json({ title: 'Банковская карта 2', closeTypeId: 2, updatedAt: '2017-07-04 10:25:11' }));
    expect((await paymentTypes.readOne('4116'))?.record).toMatchObject({
      paymentTypeId: '4116',
      closeTypeId: '2',
    });
  });

  it('is null when iRECA has none, in either way of saying so', async () => {
    server(Response.json(null), Response.json([]));
    expect(await goods.readOne('1')).toBeNull();
    expect(await goods.readOne('1')).toBeNull();
  });

  it('that cannot be read is a failure, and so is a whole list in its place', async () => {
    server(Response.json(good(7, { price: 'дорого' })), Response.json(page(0, 2)), new Response('oops'));
    for (let time = 0; time < 3; time += 1) {
      await expect(goods.readOne('7')).rejects.toMatchObject({ code: 'badAnswer' });
    }
  });

  it('raw records are given by id, page by page', async () => {
    server(Response.json(page(0, PAGE_SIZE)), Response.json([good(900, { vendor: 'x' })]));
    const raw = await goods.readRaw();
    expect(raw.size).toBe(PAGE_SIZE + 1);
    expect(raw.get('900')).toEqual(good(900, { vendor: 'x' }));
  });
});

describe('writing', () => {
  it('sends rows as they are given, to the address of each verb', async () => {
    const sent = server(
      Response.json(null, { status: 201 }),
      Response.json(null, { status: 201 }),
      Response.json({ roleId: 910, title: 'Старший' }),
      Response.json({ gone: true, record: null }),
    );
    const row = { roleId: '910', title: 'Менеджер' };
    await userRoles.create([row]);
    await userRoles.replace([row]);
    expect(await userRoles.update('910', row, '"t1"')).toMatchObject({ roleId: '910', title: 'Старший' });
    expect(await userRoles.remove('910')).toBe(true);
    const address = '/api/ireca/userRoles';
    expect(sent).toEqual([
      { url: address, method: 'POST', body: [row], ifMatch: null },
      { url: `${address}/replace`, method: 'POST', body: [row], ifMatch: null },
      { url: `${address}?roleId=910`, method: 'PUT', body: row, ifMatch: '"t1"' },
      { url: `${address}?roleId=910`, method: 'DELETE', body: undefined, ifMatch: null },
    ]);
  });

  it('is not confirmed when what was written could not be read back', async () => {
    server(Response.json(null), Response.json({ roleId: {} }), new Response('oops'));
    for (let time = 0; time < 3; time += 1) {
      expect(await userRoles.update('910', { title: 'Менеджер' }, '"t1"')).toBeNull();
    }
    server(
      Response.json({ gone: null, record: null }),
      Response.json({ gone: false, record: { roleId: 910 } }),
    );
    expect(await userRoles.remove('910')).toBeNull();
    expect(await userRoles.remove('910')).toBe(false);
  });

  it('says who refused and in which words', async () => {
    server(
      refusal(412, 'stale'),
      refusal(422, 'upstreamRefused', 'Необходимо заполнить «title».'),
      refusal(403, 'forbidden'),
    );
    await expect(goods.update('1', {}, '"old"')).rejects.toMatchObject({ code: 'stale' });
    await expect(goods.create([{}])).rejects.toMatchObject({
      code: 'upstreamRefused',
      system: 'ireca',
      message: 'Необходимо заполнить «title».',
    });
    await expect(goods.remove('1')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
