/**
 * ZIP archives by the browser's own (de)compression. Spreadsheet libraries hand larger parts to workers made of blobs,
 * which our Content-Security-Policy forbids: they would wait for ever.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8_NAMES = 1 << 11;
/** 1980-01-01: the first day that the format can say. */
const NO_DATE = 0x21;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Entry = { name: Bytes; crc: number; size: number; packed: Bytes; method: number };

const through = (bytes: Bytes, stream: CompressionStream | DecompressionStream): ReadableStream<Bytes> =>
  new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Bytes, Bytes>);

/** The header that a local and a central record share, from the version needed on. */
function describe(view: DataView, at: number, { name, crc, size, packed, method }: Entry): void {
  const put16 = (offset: number, value: number) => view.setUint16(at + offset, value, true);
  const put32 = (offset: number, value: number) => view.setUint32(at + offset, value, true);
  put16(0, 20);
  put16(2, UTF8_NAMES);
  put16(4, method);
  put16(8, NO_DATE);
  put32(10, crc);
  put32(14, packed.length);
  put32(18, size);
  put16(22, name.length);
}

function joined(entries: readonly Entry[]): Bytes[] {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = new Uint8Array(30);
    new DataView(local.buffer).setUint32(0, LOCAL, true);
    describe(new DataView(local.buffer), 4, entry);
    const central = new Uint8Array(46);
    const view = new DataView(central.buffer);
    view.setUint32(0, CENTRAL, true);
    view.setUint16(4, 20, true);
    describe(view, 6, entry);
    view.setUint32(42, offset, true);
    directory.push(central, entry.name);
    parts.push(local, entry.name, entry.packed);
    offset += local.length + entry.name.length + entry.packed.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return [...parts, ...directory, end];
}

/** An archive of these files, by name. */
export async function zipOf(files: Readonly<Record<string, string>>, type: string): Promise<Blob> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, text]): Promise<Entry> => {
      const bytes = new TextEncoder().encode(text);
      const packed = new Uint8Array(
        await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer(),
      );
      return {
        name: new TextEncoder().encode(name),
        crc: crc32(bytes),
        size: bytes.length,
        packed,
        method: DEFLATED,
      };
    }),
  );
  return new Blob(joined(entries), { type });
}

/** Unpacks and stops as soon as it is more than `room` bytes: a small archive may hold a great deal of nothing. */
async function inflated(packed: Bytes, room: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  let size = 0;
  const reader = through(packed, new DecompressionStream('deflate-raw')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > room) {
      await reader.cancel();
      throw new RangeError('the archive holds more than it may');
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function endOf(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new TypeError('no archive');
}

/**
 * The same archive with its `.xml` parts unpacked and the rest left out.
 * @param limit bytes, unpacked.
 * @throws {RangeError} when it holds more than `limit`; {TypeError} and other errors when it is no archive.
 */
export async function unpackedZip(archive: ArrayBuffer, limit: number): Promise<Blob> {
  const view = new DataView(archive);
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  let room = limit;
  const entries: Entry[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new TypeError('the archive is cut off');
    const [method, packedSize] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [nameLength, extra] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const local = view.getUint32(at + 42, true);
    const name = new Uint8Array(archive, at + 46, nameLength);
    at += 46 + nameLength + extra + view.getUint16(at + 32, true);
    if (!/\.(xml|rels)$/.test(new TextDecoder().decode(name))) continue;
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Uint8Array(archive, begin, packedSize);
    if (method !== STORED && method !== DEFLATED)
      throw new TypeError('the archive is packed in a way we do not know');
    const bytes = method === STORED ? packed : await inflated(packed, room);
    room -= bytes.length;
    if (room < 0) throw new RangeError('the archive holds more than it may');
    entries.push({ name, crc: crc32(bytes), size: bytes.length, packed: bytes, method: STORED });
  }
  return new Blob(joined(entries));
}
