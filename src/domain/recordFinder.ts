/** Finds which record of a list a cell of a table names: by its id, or by what it is called. */
import { fold } from '#src/lib/text.ts';

/** Two records go by the same name: it names neither. */
export const AMBIGUOUS = 'ambiguous';

/** By what a record may be named; `undefined` = nothing is. */
export type Finder<T> = (name: string) => T | typeof AMBIGUOUS | undefined;

type Key<T> = (record: T) => string | null;

/** A finder by one key; a blank key names nothing. */
export function finder<T, Found>(
  records: readonly T[],
  key: Key<T>,
  found: (record: T) => Found,
): Finder<Found> {
  const known = new Map<string, Found | typeof AMBIGUOUS>();
  for (const record of records) {
    const name = key(record);
    if (name === null || name === '') continue;
    known.set(name, known.has(name) ? AMBIGUOUS : found(record));
  }
  return (name) => known.get(name);
}

/** Tries one after another: an id goes before a title that looks like one. */
export const firstOf =
  <Found>(...finders: Finder<Found>[]): Finder<Found> =>
  (name) => {
    for (const find of finders) {
      const found = find(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** The same for a name in any case, with ё or е. */
export const folded =
  <Found>(find: Finder<Found>): Finder<Found> =>
  (name) =>
    find(fold(name));

/** By id, else by title. */
export function named<T>(
  records: readonly T[],
  id: (record: T) => string,
  title: (record: T) => string,
): Finder<string> {
  return firstOf(finder(records, id, id), folded(finder(records, (record) => fold(title(record)), id)));
}
