// @vitest-environment jsdom
/** What a cancel would contradict is asked of iRECA, counted, and never taken for «nothing» when it was not read. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '#src/api/queryClient.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder, rawIrecaOrder } from '#src/testing/sampleOrders.ts';
import { MOST_CHECKED, mayHaveTraces, tracesOf, useFiscalTraces } from './useFiscalTraces.ts';

// A busy machine takes longer than the usual second; nothing waits when it does not.
configure({ asyncUtilTimeout: 5000 });

const order = (changes: Record<string, unknown>) => irecaOrderSchema.parse(rawIrecaOrder(changes));
const receipt = (receiptNumber: string, fdNumber = '') => ({
  orderId: '1',
  serialNumber: '',
  shiftNumber: '',
  fn: '',
  fdNumber,
  receiptNumber,
  fiscalSign: '',
  dateTimeReceipt: null,
});

describe('mayHaveTraces', () => {
  const asked = (changes: Partial<DispatchOrder>) =>
    mayHaveTraces(dispatchOrder({ paid: false, ...changes }));
  it('asks about what is paid, prepaid, carried or odd, and about nothing else', () => {
    expect(asked({ stage: 'ready' })).toBe(false);
    expect(asked({ stage: 'new', prepaid: 0 })).toBe(false);
    expect(asked({ stage: 'new', prepaid: 1 })).toBe(true);
    expect(asked({ stage: 'ready', paid: true })).toBe(true);
    expect(asked({ stage: 'ready', paid: null })).toBe(true);
    expect(asked({ stage: 'taken' })).toBe(true);
    expect(asked({ stage: 'unknown' })).toBe(true);
    expect(asked({ system: 'kassa', stage: 'taken', paid: true })).toBe(false);
  });
});

describe('tracesOf', () => {
  it('names receipts by the cash desk’s number, else by the drive’s', () => {
    expect(
      tracesOf(order({ payments: [] }), [receipt('97', '19897'), receipt('', '5'), receipt('')]),
    ).toEqual({
      receipts: ['97', '5', '—'],
      paid: null,
      paymentTypeIds: [],
    });
  });
  it('sums payments, each type once', () => {
    const payments = [
      { paymentTypeId: '4113', price: '200.10' },
      { paymentTypeId: 4114, price: 339.78 },
      { paymentTypeId: '4113', price: '0.12' },
    ];
    expect(tracesOf(order({ payments }), [])).toEqual({
      receipts: [],
      paid: 54000,
      paymentTypeIds: ['4113', '4114'],
    });
  });
  it('believes the order when it says that it is paid or its receipt printed', () => {
    expect(tracesOf(order({ statusId: 1, frReceiptStatusId: '1', payments: [] }), [])).toMatchObject({
      receipts: ['—'],
      paid: 67957,
    });
  });
  it('takes payments of an unpaid refund order for a plan', () => {
    expect(tracesOf(order({ isRefund: 1 }), []).paid).toBeNull();
    expect(tracesOf(order({ isRefund: 1, statusId: 1 }), []).paid).toBe(20000);
    expect(tracesOf(null, []).paid).toBeNull();
  });
});

describe('useFiscalTraces', () => {
  let broken: Set<string>;
  let asked: string[];
  let atOnce: number;
  let most: number;

  beforeEach(() => {
    broken = new Set();
    asked = [];
    atOnce = most = 0;
    vi.stubGlobal('fetch', async (path: string) => {
      const id = new URLSearchParams(path.split('?')[1]).get('orderId') ?? '';
      asked.push(path);
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      if (broken.has(id)) return Response.json({ error: { code: 'internal' } }, { status: 500 });
      if (path.includes('orderReceipts')) {
        return id === '1'
          ? Response.json({ orderId: 1, receiptNumber: '97', fdNumber: '19897' })
          : Response.json({ error: { code: 'upstreamRefused', system: 'ireca' } }, { status: 404 });
      }
      const payments = id === '1' ? [{ paymentTypeId: 4114, price: '679.57' }] : [];
      return Response.json(rawIrecaOrder({ orderId: Number(id), statusId: 0, payments }));
    });
  });

  const taken = (id: string) => dispatchOrder({ id, stage: 'taken', paid: false });
  function tracesFor(orders: DispatchOrder[], enabled = true) {
    const client = createQueryClient();
    client.setDefaultOptions({ queries: { retry: false } });
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    );
    return renderHook(() => useFiscalTraces(orders, enabled), { wrapper }).result;
  }

  it('gives only the orders that have something, and asks about suspects only', async () => {
    const result = tracesFor([taken('1'), taken('2'), dispatchOrder({ id: '3', paid: false })]);
    expect(result.current.pending).toBe(true);
    await waitFor(() => expect(result.current.pending).toBe(false));
    expect(result.current).toMatchObject({
      failed: [],
      unchecked: [],
      traces: [{ order: { id: '1' }, receipts: ['97'], paid: 67957, paymentTypeIds: ['4114'] }],
    });
    expect(result.current.traces).toHaveLength(1);
    expect(asked.some((path) => path.includes('orderId=3'))).toBe(false);
  });

  it('names those that could not be read, and asks them again', async () => {
    broken.add('1');
    const result = tracesFor([taken('1'), taken('2')]);
    await waitFor(() => expect(result.current.failed.map(({ id }) => id)).toEqual(['1']));
    expect(result.current.traces).toEqual([]);
    broken.clear();
    asked = [];
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.traces).toHaveLength(1));
    expect(result.current.failed).toEqual([]);
    expect(asked.every((path) => path.includes('orderId=1'))).toBe(true);
  });

  it('reads a few at a time, and says which ones are too many', async () => {
    const orders = Array.from({ length: MOST_CHECKED + 3 }, (_, n) => taken(String(n + 100)));
    const result = tracesFor(orders);
    await waitFor(() => expect(result.current.pending).toBe(false));
    expect(result.current.unchecked.map(({ id }) => id)).toEqual(['150', '151', '152']);
    expect(asked).toHaveLength(2 * MOST_CHECKED);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('asks nothing while it is off', () => {
    expect(tracesFor([taken('1')], false).current).toMatchObject({
      pending: false,
      traces: [],
      unchecked: [],
    });
    expect(asked).toEqual([]);
  });
});
