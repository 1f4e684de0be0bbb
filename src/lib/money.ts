/** Money: whole kopecks inside, decimal roubles outside. No float is ever summed. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * Kopecks of decimal roubles, exact on the decimal text: "679.57" and 679.57 → 67957. More than two decimals round
 * half away from zero. Null for anything that is no decimal number, or too large to be held exactly.
 */
export function roublesToKopecks(value: string | number): number | null {
  if (typeof value === 'number' && Math.abs(value) < 1e-6) return 0; // would print as 1e-7
  const match = DECIMAL.exec(String(value).trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const roundUp = fraction.charCodeAt(2) >= 53; // '5'
  const kopecks = Number(whole + fraction.slice(0, 2).padEnd(2, '0')) + (roundUp ? 1 : 0);
  if (!Number.isSafeInteger(kopecks)) return null;
  return sign === '-' && kopecks !== 0 ? -kopecks : kopecks;
}

/** Decimal roubles of kopecks, for sending: 67957 → 679.57. */
export function kopecksToRoubles(kopecks: number): number {
  return kopecks / 100;
}

const formats = new Map<string, Intl.NumberFormat>();

/** "14 500,00" (ru: groups parted by a no-break space), "14,500.00" (en). */
export function formatKopecks(kopecks: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    formats.set(locale, format);
  }
  return format.format(kopecks / 100);
}
