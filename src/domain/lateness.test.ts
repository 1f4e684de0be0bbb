import { expect, it } from 'vitest';
import { latenessOf, windowEnd } from '#src/domain/lateness.ts';

const MINUTE = 60_000;
const END = Date.UTC(2026, 10, 21, 12);
const order = { open: true, windowFrom: END - 60 * MINUTE, windowTo: END };

it.each([
  [-120 * MINUTE, 'fine', 120],
  [-30 * MINUTE - 1, 'fine', 30],
  [-30 * MINUTE, 'atRisk', 30],
  [-12 * MINUTE, 'atRisk', 12],
  [0, 'atRisk', 0],
  [1, 'late', -1],
  [30_000, 'late', -1],
  [12 * MINUTE, 'late', -12],
] as const)('%d ms from the end of the window: %s, %d min', (fromEnd, band, slackMinutes) =>
  expect(latenessOf(order, END + fromEnd, 30)).toEqual({ band, slackMinutes }),
);

it('follows the threshold', () => {
  expect(latenessOf(order, END - 40 * MINUTE, 60).band).toBe('atRisk');
  expect(latenessOf(order, END - 40 * MINUTE, 0).band).toBe('fine');
});

it('is nothing for an order that is done, or that has no window', () => {
  const none = { band: 'none', slackMinutes: null };
  expect(latenessOf({ ...order, open: false }, END + MINUTE, 30)).toEqual(none);
  expect(latenessOf({ ...order, windowTo: null }, END + MINUTE, 30)).toEqual(none);
});

it('takes the later time of a window that ends before it starts, so that it is not late at once', () => {
  const reversed = { open: true, windowFrom: END, windowTo: END - 60 * MINUTE };
  expect(windowEnd(reversed)).toBe(END);
  expect(latenessOf(reversed, END - 45 * MINUTE, 30).band).toBe('fine');
  expect(windowEnd({ windowFrom: null, windowTo: END })).toBe(END);
  expect(windowEnd({ windowFrom: END, windowTo: null })).toBeNull();
});
