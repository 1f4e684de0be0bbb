/** Text as people search it: case, ё and extra spaces do not matter. */

/** Lower case, ё → е, trimmed, runs of white space collapsed to one space. */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').trim();
  // Most texts have single spaces already, and looking is quicker than replacing: this runs for every order.
  return /\s\s|[^\S ]/.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
}

/** Only the decimal digits of the text. */
export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

/** Up to two letters for a marker: «Алексей Быстров» → «АБ», «Курьер» → «К», nothing readable → '?'. */
export function initials(name: string): string {
  const first: string[] = [];
  for (const word of name.split(/\s+/)) {
    const letter = /[\p{L}\p{N}]/u.exec(word)?.[0];
    if (letter !== undefined) first.push(letter.toUpperCase());
    if (first.length === 2) break;
  }
  return first.join('') || '?';
}
