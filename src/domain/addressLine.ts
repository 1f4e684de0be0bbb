/** An address as a dispatcher reads it: the street first. A column of one and the same city tells nobody anything. */
import { fold } from '#src/lib/text.ts';

/** Words by which a first part is a street (or an order's own remark) and no city. */
const STREET_WORD =
  /(^|[\s.])(ул|улица|пр|пр-т|пр-кт|просп|проспект|наб|набережная|пер|переулок|пл|площадь|ш|шоссе|б-р|бул|бульвар|линия|проезд|аллея|тупик|дорога|мост|остров|кв|дом|д|корп|подъезд|этаж|офис|самовывоз)([\s.]|$)/i;

/** Longer first parts are sentences, not cities. */
const LONGEST_CITY = 30;

const lastly = (rest: string, city: string) => (rest === '' ? city : `${rest}, ${city}`);

/**
 * Puts a leading city last: «Санкт-Петербург, Невский пр., 10» → «Невский пр., 10, Санкт-Петербург». The city is the one
 * that the record names; without one, a first part before a comma counts as a city when it holds neither digits nor a
 * street word. Anything else stays as it was written.
 */
export function streetFirst(line: string, namedCity = ''): string {
  const text = line.trim();
  const city = namedCity.trim();
  if (city !== '') {
    const leads = text.toLowerCase().startsWith(city.toLowerCase());
    const rest = text.slice(city.length);
    return leads && /^[\s,]/.test(rest) ? lastly(rest.replace(/^[\s,]+/, ''), city) : text;
  }
  const comma = text.indexOf(',');
  if (comma < 2 || comma > LONGEST_CITY) return text;
  const first = text.slice(0, comma).trim();
  if (/\d/.test(first) || STREET_WORD.test(first)) return text;
  return lastly(text.slice(comma + 1).trim(), first);
}

const wordsOf = (line: string): string =>
  fold(line)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/**
 * True when two lines say the same, whatever the punctuation, and whether the city stands first or last: their words
 * follow each other in the same circle.
 */
export function sameAddress(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  return first.length === second.length && ` ${first} ${first} `.includes(` ${second} `);
}
