import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptFile } from './keptFile.ts';
import { createLogger } from './logger.ts';

let root: string;
let dir: string;
let lines: string[];
const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
const asIs = (json: unknown) => json;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pult-kept-'));
  dir = join(root, 'deep/data');
  lines = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a kept file', () => {
  it('is nothing at first, and what was written last afterwards, readable by its owner only', async () => {
    const file = createKeptFile(dir, 'some.json', logger);
    expect(file.read(asIs)).toBeNull();
    expect(await file.write(['{"a"', ':1}'])).toBe(true);
    expect(await file.write(['{"a":2}'])).toBe(true);
    expect(createKeptFile(dir, 'some.json', logger).read(asIs)).toEqual({ a: 2 });
    expect(statSync(join(dir, 'some.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['some.json']);
    expect(lines).toEqual([]);
  });

  it('is written in one move: a write that breaks leaves what was there before', async () => {
    const file = createKeptFile(dir, 'some.json', logger);
    await file.write(['{"a":1}']);
    const seen: unknown[] = [];
    const breaking = function* () {
      yield '{"a":';
      seen.push(file.read(asIs));
      throw new Error('no more');
    };
    expect(await file.write(breaking())).toBe(false);
    expect(seen).toEqual([{ a: 1 }]);
    expect(file.read(asIs)).toEqual({ a: 1 });
    expect(readdirSync(dir)).toEqual(['some.json']);
  });

  it('is written over what a process that was killed has left behind', async () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'some.json.tmp'), '{"half":');
    await createKeptFile(dir, 'some.json', logger).write(['{"a":1}']);
    expect(readdirSync(dir)).toEqual(['some.json']);
  });

  it('writes one after another: the last one stays', async () => {
    const file = createKeptFile(dir, 'some.json', logger);
    await Promise.all(Array.from({ length: 20 }, (_, n) => file.write([JSON.stringify({ n })])));
    expect(file.read(asIs)).toEqual({ n: 19 });
  });

  it.each(['{"a":', '', '\u0000\u0001'])(
    'that cannot be read (%j) is begun anew, with a warning',
    async (text) => {
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, 'some.json'), text);
      const file = createKeptFile(dir, 'some.json', logger);
      expect(file.read(asIs)).toBeNull();
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('"file":"some.json"');
      expect(await file.write(['{"b":1}'])).toBe(true);
      expect(file.read(asIs)).toEqual({ b: 1 });
    },
  );

  it('that is not of its shape is begun anew, and nothing of it is logged', () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'some.json'), '{"secret": "тайна"}');
    const refuse = () => {
      throw new SyntaxError('тайна is no number');
    };
    expect(createKeptFile(dir, 'some.json', logger).read(refuse)).toBeNull();
    expect(lines.join('')).toContain('begun anew');
    expect(lines.join('')).not.toContain('тайна');
  });

  it('that cannot be written is said once, until it can be again', async () => {
    // A file stands where the folder should be: nobody can write there, not even root.
    mkdirSync(join(root, 'deep'));
    writeFileSync(dir, '');
    const file = createKeptFile(dir, 'some.json', logger);
    expect([await file.write(['1']), await file.write(['2'])]).toEqual([false, false]);
    expect(lines).toHaveLength(1);
    rmSync(dir);
    expect(await file.write(['3'])).toBe(true);
    rmSync(dir, { recursive: true });
    writeFileSync(dir, '');
    expect(await file.write(['4'])).toBe(false);
    expect(lines).toHaveLength(2);
  });

  it('without a folder is nothing and takes everything', async () => {
    const file = createKeptFile(null, 'some.json', logger);
    expect(await file.write(['1'])).toBe(true);
    expect(file.read(asIs)).toBeNull();
  });
});
