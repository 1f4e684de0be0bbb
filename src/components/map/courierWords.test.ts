/** A courier's standing in words. */
import { expect, test } from 'vitest';
import { ru } from '#src/locales/ru.ts';
import { courierWords } from './courierWords.ts';

const words = (open: number, late: number, atRisk: number, onShift = true, shiftsKnown = true) =>
  courierWords({ open, late, atRisk, onShift }, shiftsKnown, ru.map.couriers);

test.each([
  [words(3, 1, 1), 'опаздывает 1'],
  [words(3, 2, 0), 'опаздывают 2'],
  [words(3, 21, 0), 'опаздывает 21'],
  [words(3, 0, 2), 'под риском 2'],
  [words(3, 0, 0), 'в графике'],
  [words(0, 0, 0), 'без заказов'],
  [words(0, 0, 0, false), 'не на смене'],
  [words(1, 1, 0, false), 'не на смене · опаздывает 1'],
  [words(0, 0, 0, false, false), 'без заказов'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});
