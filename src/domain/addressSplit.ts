/** An address in one line, split into the fields that iRECA wants on create. */

export type AddressParts = {
  postindex: string;
  city: string;
  street: string;
  home: string;
  apartment: string;
};

const STREET =
  /(^|\s)(ул|улица|пр|пр-т|пр-кт|просп|проспект|наб|набережная|пер|переулок|пл|площадь|ш|шоссе|б-р|бул|бульвар|линия|проезд|аллея|тупик|дорога|мкр|микрорайон|street|st|avenue|ave|road|lane)(\.|\s|$)/i;
const COUNTRY = /^(россия|рф|российская федерация|russia)$/i;
const POSTINDEX = /^\d{6}$/;
const HOME =
  /^((д|дом|house)(\.\s*|\s+))?\d+[^\s,]*(\s*(к|корп|корпус|с|стр|строение|лит|литер|литера)\.?\s*\S+)*$/i;
const HOME_TAIL = /^(к|корп|корпус|с|стр|строение|лит|литер|литера)(\.\s*|\s+)\S+$/i;
const APARTMENT =
  /^((кв|квартира|оф|офис|пом|помещение|ком|комната|apt|flat|office)(\.\s*|\s+)\S+|\d+[а-яa-z]?)$/i;
const REGION = /(^|\s)(обл|область|край|респ|республика|р-н|район)(\.|\s|$)/i;

/** «Невский пр. 10» → street and home; null when the last word is no house. */
function streetAndHome(token: string): [street: string, home: string] | null {
  const match = /^(.*\D)\s+((?:(?:д|дом)\.?\s*)?\d+\S*)$/i.exec(token);
  return match ? [match[1]?.replace(/[\s,]+$/, '') ?? '', match[2] ?? ''] : null;
}

/**
 * Splits «город, улица, дом, кв»: the index and the country before it, a building («корп. 2») after the house, a city
 * that stands last («Невский пр., 10, Санкт-Петербург») and a house within the street («Невский пр. 10») are understood.
 * @returns null when it is not plain which part is which: then it is for a person to say, not for us to guess.
 */
export function splitAddress(line: string): AddressParts | null {
  const tokens = line
    .split(/[,;]/)
    .map((token) => token.trim())
    .filter((token) => token !== '');
  const parts: AddressParts = { postindex: '', city: '', street: '', home: '', apartment: '' };
  const inFront = () => {
    const token = tokens[0] ?? '';
    if (POSTINDEX.test(token)) parts.postindex = token;
    else if (!COUNTRY.test(token) && !REGION.test(token)) return false;
    tokens.shift();
    return true;
  };
  while (inFront());
  const plain = (token: string | undefined) =>
    token !== undefined && !/\d/.test(token) && !STREET.test(token);
  if (plain(tokens[0])) parts.city = tokens.shift() ?? '';
  else if (plain(tokens.at(-1))) parts.city = tokens.pop() ?? '';
  parts.street = tokens.shift() ?? '';
  if (parts.city === '' || parts.street === '' || !/\p{L}/u.test(parts.street)) return null;
  const next = tokens[0];
  // «Правды 24, 44»: house and flat, or house 44 of a street with a number in its name?
  if (tokens.length === 1 && /^\d+$/.test(next ?? '') && streetAndHome(parts.street)) return null;
  if (next !== undefined && HOME.test(next)) {
    parts.home = tokens.shift() ?? '';
  } else {
    const both = streetAndHome(parts.street);
    if (!both) return null;
    [parts.street, parts.home] = both;
  }
  while (tokens[0] !== undefined && HOME_TAIL.test(tokens[0])) parts.home += `, ${tokens.shift()}`;
  if (tokens[0] !== undefined && APARTMENT.test(tokens[0])) parts.apartment = tokens.shift() ?? '';
  return tokens.length === 0 ? parts : null;
}
