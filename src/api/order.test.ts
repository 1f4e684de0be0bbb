/** Reading one order: whatever form the answer has, and honestly nothing when there is none. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import { readIrecaOrder } from '#src/api/order.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const answer = (response: Response) => {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(response));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const refusal = (status: number, code: string) =>
  Response.json({ error: { code, system: 'ireca', message: 'Модель не существует' } }, { status });

afterEach(() => vi.unstubAllGlobals());

describe('readIrecaOrder', () => {
  it('gives the order parsed and raw, with the tag of this reading', async () => {
    const raw = rawIrecaOrder({ unknownToUs: 7 });
    const fetched = answer(Response.json(raw, { headers: { etag: '"abc"' } }));
    const read = await readIrecaOrder('209900');
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/ireca/orders?orderId=209900');
    expect(read).toMatchObject({ order: { orderId: '209900' }, raw: { unknownToUs: 7 }, etag: '"abc"' });
  });

  it('takes a list of one for one', async () => {
    answer(Response.json([rawIrecaOrder()]));
    expect((await readIrecaOrder('209900'))?.order.orderId).toBe('209900');
  });

  it('is null when iRECA does not know it, in either way of saying so', async () => {
    answer(refusal(404, 'upstreamRefused'));
    expect(await readIrecaOrder('1')).toBeNull();
    answer(Response.json([]));
    expect(await readIrecaOrder('1')).toBeNull();
  });

  it('a call that Pult does not allow is no missing order', async () => {
    answer(refusal(404, 'notAllowed'));
    await expect(readIrecaOrder('1')).rejects.toMatchObject({ code: 'notAllowed' });
  });

  it.each([[{ orderId: {} }], [[rawIrecaOrder(), rawIrecaOrder()]], ['нет']])(
    'refuses an answer that is no order: %#',
    async (body) => {
      answer(Response.json(body));
      const failure = readIrecaOrder('1');
      await expect(failure).rejects.toBeInstanceOf(ApiError);
      await expect(failure).rejects.toMatchObject({ code: 'badAnswer', system: 'ireca' });
    },
  );
});
