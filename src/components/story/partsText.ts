/** An address or a client of the journal on one line: «Невский пр., д. 10, кв. 5, Санкт-Петербург». */
import { knownPoint } from '#src/lib/geo.ts';
import type { story } from '#src/locales/ru/story.ts';

type Part = { name: string; text: string };

/** Parts that read well by themselves. */
const PLAIN = new Set(['street', 'city', 'postindex', 'lastname', 'firstname', 'email']);
const DEGREES = ['latitude', 'longitude'];

/** Only what the journal names is said; fields that we do not know stand with their names. */
export function partsText(parts: readonly Part[], t: (typeof story)['parts']): string {
  const words = parts
    .filter(({ name }) => !DEGREES.includes(name))
    .map(({ name, text }) => {
      if (PLAIN.has(name)) return text;
      if (name === 'home' || name === 'apartment' || name === 'inn') return t[name](text);
      return t.other(name, text);
    });
  const [latitude, longitude] = DEGREES.map((name) => parts.find((part) => part.name === name)?.text);
  if (latitude !== undefined && longitude !== undefined) {
    const point = knownPoint(Number(latitude), Number(longitude));
    words.push(point ? t.point(point.latitude.toFixed(5), point.longitude.toFixed(5)) : t.noPoint);
  } else {
    // One of the two alone is no place; it is shown as it stands.
    for (const { name, text } of parts) if (DEGREES.includes(name)) words.push(t.other(name, text));
  }
  return words.join(', ');
}
