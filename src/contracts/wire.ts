/**
 * How single values look on the wire of the upstreams, and what they are in our code. Each is a codec: `decode` reads
 * every oddity that the vendors document, `encode` writes the documented form back.
 */
import * as z from 'zod/mini';
import { formatGmt, parseGmt } from '#src/lib/dates.ts';
import { kopecksToRoubles, roublesToKopecks } from '#src/lib/money.ts';

/** A key that may be absent: the readers below decide what absence means. */
const raw = z.optional(z.unknown());

/** A schema that reads anything the wire may hold. */
type WireType<T> = z.ZodMiniType<T, unknown>;

/** How one kind of value is read (undefined = this cannot be read) and written. */
type Leaf = {
  expected: string;
  out: z.ZodMiniType;
  read: (value: unknown) => unknown;
  write: (value: never) => unknown;
};

/**
 * What each codec of a single value is made of, so that `nothing` and `lenient` of one are again one step and not
 * three: a board has ten thousand orders with thirty values each, read on the browser's main thread.
 */
const leaves = new WeakMap<z.ZodMiniType, Leaf>();

function codecOfLeaf<T>(leaf: Leaf): WireType<T> {
  const { expected, read } = leaf;
  const codec = z.codec(raw, leaf.out, {
    decode: (value, payload) => {
      const known = read(value);
      if (known !== undefined) return known;
      payload.issues.push({ code: 'custom', message: `expected ${expected}`, input: value });
      return z.NEVER;
    },
    encode: leaf.write as (value: unknown) => unknown,
  });
  leaves.set(codec, leaf);
  return codec as z.ZodMiniType as WireType<T>;
}

function codecOf<T>(
  expected: string,
  out: z.ZodMiniType<T>,
  read: (value: unknown) => T | undefined,
  write: (value: T) => unknown,
): WireType<T> {
  return codecOfLeaf({ expected, out, read, write });
}

/** A raw JSON object. */
export type Row = Record<string, unknown>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what the upstreams write when there is nothing: null, "", {}, [] or no key at all (iRECA API text, samples). */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value === '' || value.trim() === '';
  if (typeof value !== 'object') return false;
  for (const key in value) return key === undefined;
  return true;
}

/**
 * An id as text: "55752" and 55752 are the same one. Undefined when it is none. A bare number beyond 2^53 is none
 * either: it has lost digits on its way, and would name somebody else.
 */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** The same, null where there is nothing, and null too for what is no id. */
export function readOptionalId(value: unknown): string | null {
  return readId(value) ?? null;
}

/** A flag: 0/1, "0"/"1" or true/false (also as text); undefined when it is none of these. */
export function readFlag(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  if (value === false || value === 0 || value === '0' || value === 'false') return false;
  return undefined;
}

function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function readText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Id: string or number ⇄ string. A record without its own id is bad. */
export const id = codecOf('an id', z.string().check(z.minLength(1)), readId, (value) => value);

/** Flag: 0/1, "0"/"1", true/false → boolean → 0/1. */
export const flag = codecOf('a flag', z.boolean(), readFlag, (value) => (value ? 1 : 0));

/** Flag that is often left out, or odd: `absent` then. */
export const flagOr = (absent: boolean) =>
  codecOf(
    'a flag',
    z.boolean(),
    (value) => readFlag(value) ?? absent,
    (value) => (value ? 1 : 0),
  );

/** Time: "2021-04-28 11:34:00" in GMT ⇄ epoch ms. */
export const gmt = codecOf(
  'YYYY-MM-DD HH:mm:ss',
  z.number(),
  (value) => (typeof value === 'string' ? (parseGmt(value.trim()) ?? undefined) : undefined),
  formatGmt,
);

/** Time: Unix milliseconds (Kassa), also as text ⇄ epoch ms. */
export const unixMs = codecOf('Unix milliseconds', z.number(), readNumber, (value) => value);

/** Money: "679.57" or 679.57 → 67957 kopecks → 679.57 (sent as a number). */
export const kopecks = codecOf(
  'an amount',
  z.int(),
  (value) =>
    typeof value === 'string' || typeof value === 'number'
      ? (roublesToKopecks(value) ?? undefined)
      : undefined,
  kopecksToRoubles,
);

/** Number that may come as text: counts, weights, metres. */
export const decimal = codecOf('a number', z.number(), readNumber, (value) => value);

/**
 * Degrees: number or text → number; nothing or odd → null. Null is written as 0, which is iRECA's "not known"; whether
 * a pair is a known point is for `knownPoint` to say.
 */
export const coordinate = codecOf(
  'degrees',
  z.nullable(z.number()),
  (value) => readNumber(value) ?? null,
  (value) => value ?? 0,
);

/** Words that must not break a record: any scalar as text, '' when there is nothing or something odd. */
export const text = codecOf('text', z.string(), readText, (value) => value);

/** null, "", {}, [] or no key ⇄ null; anything else is for the inner codec. */
export function nothing<T>(inner: z.ZodMiniType<T, unknown>): WireType<T | null> {
  const leaf = leaves.get(inner);
  if (leaf) {
    return codecOfLeaf({
      expected: `${leaf.expected} or nothing`,
      out: z.nullable(leaf.out),
      read: (value) => (isNothing(value) ? null : leaf.read(value)),
      write: (value: never) => (value === null ? null : leaf.write(value)),
    });
  }
  return z.codec(raw, z.nullable(inner), {
    decode: (value): unknown => (isNothing(value) ? null : value),
    encode: (value) => value,
  });
}

/** As `nothing`, and what the inner codec cannot read is null too: for what must not cost us the whole record. */
export function lenient<T>(inner: z.ZodMiniType<T, unknown>): WireType<T | null> {
  const leaf = leaves.get(inner);
  if (leaf) {
    return codecOfLeaf({
      ...leaf,
      out: z.nullable(leaf.out),
      read: (value) => (isNothing(value) ? null : (leaf.read(value) ?? null)),
      write: (value: never) => (value === null ? null : leaf.write(value)),
    });
  }
  return z.catch(nothing(inner), null);
}

/** A list, where nothing is an empty one. */
export function listOf<T>(inner: z.ZodMiniType<T, unknown>): WireType<T[]> {
  return z.codec(raw, z.array(inner), {
    decode: (value) => (isNothing(value) ? [] : value) as unknown[],
    encode: (value) => value,
  });
}
