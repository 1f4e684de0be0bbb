import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import type { ImportOrder } from '#src/domain/orderImport.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';
import type { Outcome, RunCalls } from './importRun.ts';
import { runImport } from './importRun.ts';

const read = irecaOrderSchema.parse(rawIrecaOrder());
const write = (orderId: string): OrderWrite => ({
  orderId,
  codeAlias: '',
  statusId: 0,
  deliveryStatusId: 6,
  isAgreed: false,
  returnReasonId: null,
  courierId: null,
  clientId: null,
  supplierId: null,
  paymentId: '4113',
  amountToPay: read.amountToPay ?? 0,
  prePaymentSum: 0,
  cash: 0,
  phone: '8 (912) 345-67-89',
  deliveryTimeFrom: read.deliveryTimeFrom ?? 0,
  deliveryTimeTo: read.deliveryTimeTo ?? 0,
  description: '',
  goods: [
    {
      goodId: '1',
      count: 1,
      price: 1,
      total: 1,
      discountTotal: 0,
      taxId: null,
      position: 1,
      unit: '',
      vedCode: '',
      countryCode: '',
      customDeclarationCode: '',
      markValue: '',
      markBinaryValue: '',
      weight: null,
      description: '',
      warehouses: [],
      specificities: [],
    },
  ],
});
const order = (orderId: string, changes: Partial<ImportOrder> = {}): ImportOrder => ({
  orderId,
  rows: [Number(orderId)],
  write: write(orderId),
  exists: false,
  ...changes,
});

async function run(
  orders: ImportOrder[],
  calls: Partial<RunCalls>,
  options: { replace?: boolean; stopped?: () => boolean } = {},
) {
  const outcomes = new Map<string, Outcome>();
  const sent: string[] = [];
  const result = await runImport(orders, {
    replace: options.replace ?? false,
    stopped: options.stopped ?? (() => false),
    onOutcome: ({ orderId }, outcome) => outcomes.set(orderId, outcome),
    calls: {
      create: async (one) => {
        sent.push(`create ${one.orderId}`);
        await calls.create?.(one);
      },
      replace: async (one) => {
        sent.push(`replace ${one.orderId}`);
        await calls.replace?.(one);
      },
      read: calls.read ?? (() => Promise.reject(new ApiError('upstreamTimeout'))),
    },
  });
  return {
    ...result,
    sent,
    states: Object.fromEntries([...outcomes].map(([id, { state, reason }]) => [id, reason ?? state])),
  };
}
describe('runImport', () => {
  it('creates the good ones, leaves the bad ones and those that exist', async () => {
    const { sent, states } = await run(
      [order('1'), order('2', { write: null }), order('3', { exists: true })],
      {},
    );
    expect(sent).toEqual(['create 1']);
    expect(states).toEqual({ 1: 'created', 3: 'skipped' });
  });

  it('writes over those that exist when that was chosen', async () => {
    const { sent, states } = await run([order('1'), order('3', { exists: true })], {}, { replace: true });
    expect(sent).toEqual(['replace 1', 'replace 3']);
    expect(states).toEqual({ 1: 'created', 3: 'replaced' });
  });

  it('goes on after a refusal: each order has its own outcome', async () => {
    const create = ({ orderId }: OrderWrite) =>
      orderId === '1'
        ? Promise.reject(new ApiError('upstreamRefused', { system: 'ireca', message: 'нет' }))
        : Promise.resolve();
    expect((await run([order('1'), order('2')], { create })).states).toEqual({ 1: 'failed', 2: 'created' });
  });

  it.each(['upstreamTimeout', 'upstreamFailed'] as const)(
    'asks iRECA what became of an order, %s',
    async (code) => {
      const lost = () => Promise.reject(new ApiError(code, { system: 'ireca' }));
      const states = async (calls: Partial<RunCalls>, replace = false) =>
        (await run([order('1', { exists: replace })], { create: lost, replace: lost, ...calls }, { replace }))
          .states['1'];
      expect(await states({ read: () => Promise.resolve(null) })).toBe('notCreated');
      expect(await states({ read: () => Promise.resolve(read) })).toBe('created');
      expect(await states({ read: () => Promise.resolve({ ...read, amountToPay: 1 }) })).toBe('other');
      expect(await states({})).toBe('unclear');
      expect(await states({ read: () => Promise.resolve(read) }, true)).toBe('replaced');
      expect(await states({ read: () => Promise.resolve({ ...read, amountToPay: 1 }) }, true)).toBe(
        'lostReplace',
      );
    },
  );

  it('never has more than four under way, and stops between orders', async () => {
    let underWay = 0;
    let most = 0;
    let finished = 0;
    const orders = Array.from({ length: 12 }, (_, at) => order(String(at + 1)));
    const create = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      finished += 1;
    };
    const { sent } = await run(orders, { create }, { stopped: () => finished >= 4 });
    expect(most).toBe(4);
    expect(sent.length).toBeLessThan(12);
  });

  it('does not run on without a session', async () => {
    const orders = Array.from({ length: 12 }, (_, at) => order(String(at + 1)));
    const { sent, halted } = await run(orders, {
      create: () => Promise.reject(new ApiError('unauthenticated')),
    });
    expect(halted).toBe(true);
    expect(sent).toHaveLength(4);
  });
});
