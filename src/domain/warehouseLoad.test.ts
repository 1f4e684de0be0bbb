import { expect, it } from 'vitest';
import { warehouseLoads } from '#src/domain/warehouseLoad.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const at = (...ids: (string | null)[]) => ({
  pickUps: ids.map((warehouseId) => ({ warehouseId, title: '', point: null })),
});

it('counts open orders at each warehouse that they name, those that are late or at risk apart', () => {
  const late = dispatchOrder({ id: '1', ...at('7'), windowTo: NOW - MINUTE });
  const atRisk = dispatchOrder({ id: '2', ...at('7', '8'), windowTo: NOW + 30 * MINUTE });
  const fine = dispatchOrder({ id: '3', ...at('7'), windowTo: NOW + 120 * MINUTE });
  const loads = warehouseLoads([late, atRisk, fine], NOW, 30);
  expect(loads.get('7')).toEqual({ waiting: [late, atRisk, fine], taken: [], late: 1, atRisk: 1 });
  expect(loads.get('8')).toEqual({ waiting: [atRisk], taken: [], late: 0, atRisk: 1 });
});

it('tells those that a courier has taken along from those that still stand there', () => {
  const taken = dispatchOrder({ id: '1', ...at('7'), stage: 'taken', windowTo: NOW - MINUTE });
  expect(warehouseLoads([taken], NOW, 30).get('7')).toEqual({
    waiting: [],
    taken: [taken],
    late: 0,
    atRisk: 0,
  });
});

it('passes over orders that are over, or that are carried from an address only', () => {
  const delivered = dispatchOrder({ id: '1', ...at('7'), stage: 'delivered', open: false });
  const fromAddress = dispatchOrder({ id: '2', ...at(null) });
  expect(warehouseLoads([delivered, fromAddress], NOW, 30).size).toBe(0);
});

it('counts an order once at a warehouse that it names twice', () => {
  const twice = dispatchOrder({ id: '1', ...at('7', null, '7') });
  expect(warehouseLoads([twice], NOW, 30).get('7')?.waiting).toEqual([twice]);
});
