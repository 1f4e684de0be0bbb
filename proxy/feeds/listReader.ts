/**
 * Reads a JSON array of thousands of records byte by byte, so that a record which is the same as last time is neither
 * parsed nor kept twice: an unchanged list of ten thousand orders costs one comparison of memory.
 */

type Item = { start: number; end: number; key: string };

/** What was read last, for comparing. */
export type ListSnapshot = { bytes: Buffer; items: Item[] };

export type ListVisitor = {
  /** A record that is new or not as it was: its JSON text. Gives its key. Throws when it is no JSON. */
  changed(text: string, position: number): string;
  /** True when the record of this key is still as the last list brought it. */
  current(key: string): boolean;
};

export type ListRead = { ok: true; snapshot: ListSnapshot; keys: Set<string> } | { ok: false };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The event loop is never held longer than this at a stretch. */
const SLICE_MS = 10;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Reads `bytes`, a JSON array. `ok: false`: it is none, or it was cut off; then nothing of it may be believed. */
export async function readList(
  bytes: Buffer,
  previous: ListSnapshot | null,
  visitor: ListVisitor,
): Promise<ListRead> {
  const items: Item[] = [];
  const keys = new Set<string>();
  const before = previous?.items ?? [];
  const places = new Map(before.map((item, index) => [item.key, index]));
  let at = afterSpace(bytes, 0);
  if (bytes[at] !== OPEN_LIST) return { ok: false };
  at = afterSpace(bytes, at + 1);
  /** Lists usually keep their order: the record expected here is the one after the last that was met. */
  let expected = 0;
  let began = performance.now();

  while (bytes[at] !== CLOSE_LIST) {
    const was = before[expected];
    const same = previous && was ? endIfSame(bytes, at, previous.bytes, was) : null;
    const end = same ?? endOfValue(bytes, at);
    if (end === null) return { ok: false };
    let key: string;
    if (same !== null && was && visitor.current(was.key)) {
      key = was.key;
    } else {
      try {
        key = visitor.changed(bytes.toString('utf8', at, end), items.length);
      } catch {
        return { ok: false };
      }
    }
    items.push({ start: at, end, key });
    keys.add(key);
    expected = (places.get(key) ?? expected - 1) + 1;
    at = afterSpace(bytes, end);
    if (bytes[at] === COMMA) at = afterSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_LIST) return { ok: false };
    if (items.length % 8 === 0 && performance.now() - began > SLICE_MS) {
      await breathe();
      began = performance.now();
    }
  }
  return { ok: true, snapshot: { bytes, items }, keys };
}

function afterSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at;
}

/** Where the object at `at` ends, when it is byte for byte the one that stood in the last list; else null. */
function endIfSame(bytes: Buffer, at: number, old: Buffer, item: Item): number | null {
  if (bytes[at] !== OPEN_OBJECT) return null;
  const end = at + item.end - item.start;
  if (end >= bytes.length || bytes.compare(old, item.start, item.end, at, end) !== 0) return null;
  return end;
}

/** Where the value that begins at `from` ends; null when the text ends first. */
function endOfValue(bytes: Buffer, from: number): number | null {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      if (at < 0) return null;
      if (depth === 0) return at + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth === 0) return at === from ? null : at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) {
      return at === from ? null : at;
    }
  }
  return null;
}

/** Where the string that begins at `from` has its closing quote; −1 when it has none. */
function endOfString(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
