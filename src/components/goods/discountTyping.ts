/** How a line's discount is being typed, beside the kopecks that it comes to. */
import type { GoodLine } from '#src/domain/goodLine.ts';
import { percentOf } from '#src/domain/goodLine.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';

export const DISCOUNT_WAYS = ['discountSum', 'discountPercent', 'surchargeSum', 'surchargePercent'] as const;
export type DiscountWay = (typeof DISCOUNT_WAYS)[number];

/** `amount`: kopecks or per cent, by the way; null = nothing typed. */
export type DiscountTyping = { way: DiscountWay; amount: number | null };

export const isPercent = (way: DiscountWay): boolean => way.endsWith('Percent');
const isDiscount = (way: DiscountWay): boolean => way.startsWith('discount');

type Line = Pick<GoodLine, 'price' | 'count' | 'discountTotal'>;

/** What the typing comes to for this line, kopecks: below zero a discount. */
export function discountOf({ way, amount }: DiscountTyping, { price, count }: Line): number {
  if (amount === null) return 0;
  const sum = isPercent(way)
    ? percentOf(price === null || count === null ? 0 : lineTotal(price, count), amount)
    : amount;
  return isDiscount(way) ? 0 - sum : sum;
}

/** How a discount that is there already would have been typed. */
export function typingOf(discountTotal: number): DiscountTyping {
  if (discountTotal === 0) return { way: 'discountSum', amount: null };
  return { way: discountTotal < 0 ? 'discountSum' : 'surchargeSum', amount: Math.abs(discountTotal) };
}

/** What was typed stays; roubles do not turn into per cent, nor the other way round. */
export function withWay(typing: DiscountTyping, way: DiscountWay): DiscountTyping {
  return isPercent(way) === isPercent(typing.way) ? { ...typing, way } : { way, amount: null };
}
