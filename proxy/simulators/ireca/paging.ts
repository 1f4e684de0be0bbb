/** `page` and `count` of iRECA: 20 by default, 500 at most, never a total (iRECA API text). */

const DEFAULT_COUNT = 20;
const MAX_COUNT = 500;

const whole = (value: string | undefined, otherwise: number): number => {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number >= 0 ? number : otherwise;
};

/** The asked page of `rows`. `first` is the number of the first page: 0 everywhere but in `/locations`. */
export function takePage<T>(rows: readonly T[], query: (name: string) => string | undefined, first = 0): T[] {
  const count = Math.min(MAX_COUNT, Math.max(1, whole(query('count'), DEFAULT_COUNT)));
  const page = Math.max(0, whole(query('page'), first) - first);
  return rows.slice(page * count, (page + 1) * count);
}
