import { expect, it } from 'vitest';
import {
  editOrderAddress,
  newOrderAddress,
  orderAddress,
  ordersAddress,
  refundAddress,
  runSheetAddress,
} from '#src/lib/paths.ts';

it('makes each address with what belongs into it, safely', () => {
  expect(orderAddress('ireca', '209900')).toBe('/orders/ireca/209900');
  expect(orderAddress('kassa', 'a/b?c')).toBe('/orders/kassa/a%2Fb%3Fc');
  expect(editOrderAddress('1')).toBe('/orders/ireca/1/edit');
  expect(refundAddress('1')).toBe('/orders/ireca/1/refund');
  expect(newOrderAddress()).toBe('/orders/new');
  expect(newOrderAddress('ireca', '5')).toBe('/orders/new?system=ireca&copy=5');
  expect(runSheetAddress(['1', '2'])).toBe('/orders/run-sheet?courier=1%2C2');
  expect(ordersAddress({ view: 'late', q: 'Невский 10' })).toBe(
    '/orders?view=late&q=%D0%9D%D0%B5%D0%B2%D1%81%D0%BA%D0%B8%D0%B9+10',
  );
});
