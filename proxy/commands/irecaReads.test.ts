import { expect, it } from 'vitest';
import { createFeed } from '#proxy/feeds/feed.ts';
import { irecaRecord } from '#proxy/feeds/boardRecord.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { irecaState } from '#src/domain/orderState.ts';
import { createOrderReads, listIsCheaper } from './irecaReads.ts';

it.each([
  ['few orders', 10, 100, 1, false],
  ['nothing measured yet', 400, null, null, false],
  ['a dear list', 400, 10, 400, false],
  ['slow single reads', 400, 100, 1000, true],
  ['a list just as dear', 80, 100, 1000, false],
])('one list instead of many reads: %s', (_, count, oneTook, listTook, cheaper) => {
  expect(listIsCheaper(count, oneTook, listTook)).toBe(cheaper);
});

it('reads many orders as one list once that is measured cheaper, and one by one when the list fails', async () => {
  const feed = createFeed();
  let [single, lists, listWorks] = [0, 0, true];
  const orders = {
    feed,
    take: () => {},
    listTook: () => 1,
    readNow: () => {
      lists += 1;
      const records = ids
        .slice(1)
        .map((orderId) => irecaRecord({ orderId, deliveryStatusId: 6, courierId: 100 }));
      feed.commit({ system: 'ireca', read: feed.beginRead(), records });
      return Promise.resolve(listWorks);
    },
  } as unknown as OrdersFeed;
  const ireca = {
    readOrder: async (orderId: string) => {
      single += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return succeeded({ orderId, deliveryStatusId: '6', courierId: '' });
    },
  } as unknown as Ireca;
  const ids = Array.from({ length: 40 }, (_, index) => String(index));
  const read = createOrderReads(ireca, orders);
  const states = async () => {
    const found = new Map<string, unknown>();
    await read(ids, (id, reading) => found.set(id, reading.ok && reading.value && irecaState(reading.value)));
    return found;
  };
  expect((await states()).get('1')).toEqual({ status: '6', courierId: null });
  expect([single, lists]).toEqual([40, 0]);
  const second = await states();
  expect(second.size).toBe(40);
  expect(second.get('1')).toEqual({ status: '6', courierId: '100' });
  expect(second.get('0')).toBeNull();
  expect([single, lists]).toEqual([40, 1]);
  listWorks = false;
  expect((await states()).size).toBe(40);
  expect([single, lists]).toEqual([80, 2]);
});
