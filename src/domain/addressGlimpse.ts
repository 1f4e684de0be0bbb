/** Where an order goes, for eyes that need not know more: the street and the house, no flat, no doorbell. */

/** «9-я линия», «60-летия Октября», «8 Марта»: a number that belongs to the street. */
const ORDINAL = /^\d+-?(я|й|е|\p{L}{2,})$/iu;
const AFTER_NUMBER = /^(янв|фев|март|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|лет)/i;
const POSTINDEX = /^\d{6}$/;
const LONG_NUMBER = /\d{5,}/;
const HOUSE = /^((?:д|дом)\.?)?(\d+[^\s-]*)/i;
const BUILDING = /^(к|корп|корпус|с|стр|строение|лит|литер|литера)\.?\d*\p{L}?$/iu;
const FLAT = /^(кв|квартира|оф|офис|пом|помещение|подъезд|этаж|домофон|код)\.?\d*$/i;

/**
 * The beginning of a line (street first, as `DispatchOrder.address` is) up to the house and its building. Whatever stands
 * behind is left out, also where a part of the street's own name is lost with it: rather less than a flat too much.
 */
export function addressGlimpse(line: string): string {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const kept: string[] = [];
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/[,;]+$/, '');
    if (POSTINDEX.test(bare)) continue;
    if (FLAT.test(bare) || LONG_NUMBER.test(bare)) break;
    const next = words[at + 1] ?? '';
    const house = HOUSE.exec(bare);
    if (!house || ORDINAL.test(bare) || (bare === word && AFTER_NUMBER.test(next))) {
      kept.push(word);
      continue;
    }
    kept.push(`${house[1] ?? ''}${house[2] ?? ''}`, ...buildingAfter(words.slice(at + 1)));
    return kept.join(' ');
  }
  // No house: the street alone, without the city behind it.
  return kept.join(' ').split(',')[0]?.trim() ?? '';
}

/** «корп. 2», «к2», «стр 1» right behind the house. */
function buildingAfter(words: readonly string[]): string[] {
  const [first = '', second = ''] = words.map((word) => word.replace(/[,;]+$/, ''));
  if (!BUILDING.test(first)) return [];
  return /[\d]/.test(first) ? [first] : [first, second];
}
