/** What went back to clients in a shift, in words: «2 на 1 500,00, у 1 заказа сумма неизвестна». */
import type { ShiftSummary } from '#src/domain/shiftSummary.ts';
import type { digest } from '#src/locales/ru/digest.ts';

/** The sheet and the copied text say the same. @param money kopecks as text. */
export function refundsText(
  { count, sum }: ShiftSummary['refunds'],
  t: (typeof digest)['shift'],
  money: (kopecks: number) => string,
): string {
  // A sum of nothing but unknown parts is no sum.
  const known = sum.unknown < count ? t.refundsSum(count, money(sum.kopecks)) : String(count);
  return sum.unknown > 0 ? `${known}, ${t.sumUnknown(sum.unknown)}` : known;
}
