/** Only orders can be dropped on a courier. */
import { expect, test } from 'vitest';
import { draggedOrders } from './orderDrop.ts';

test('orders of both systems are read', () => {
  expect(draggedOrders({ type: 'orders', keys: ['ireca:1', 'kassa:2'] })).toEqual(['ireca:1', 'kassa:2']);
});

test.each([
  [{}],
  [{ type: 'columns', keys: ['ireca:1'] }],
  [{ type: 'orders', keys: [] }],
  [{ type: 'orders', keys: 'ireca:1' }],
  [{ type: 'orders', keys: ['ireca:1', 2] }],
])('%j is not', (data) => {
  expect(draggedOrders(data)).toBeNull();
});
