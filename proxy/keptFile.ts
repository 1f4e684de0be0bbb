/** Files of the proxy's own that outlive a restart: written in one move, and never a reason not to work. */
import { readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from './logger.ts';
import { errorFields } from './logger.ts';

export type KeptFile = {
  /**
   * What was written last; null when there is nothing, or nothing that `parse` makes sense of: that is said in the log.
   * @param parse throws when it is not of its shape.
   */
  read<T>(parse: (json: unknown) => T): T | null;
  /**
   * Writes the pieces one after another as one text. Whoever reads meanwhile finds the text before. False = it could not
   * be written, which is said in the log once until it can be again.
   */
  write(pieces: Iterable<string>): Promise<boolean>;
};

/** The event loop is never held longer than this at a stretch. */
const SLICE_MS = 10;

async function writeAll(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  let text = '';
  let began = performance.now();
  for (const piece of pieces) {
    text += piece;
    if (performance.now() - began < SLICE_MS) continue;
    await file.write(text);
    text = '';
    began = performance.now();
  }
  await file.write(text);
  await file.sync();
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** @param dir null = nothing is kept. */
export function createKeptFile(dir: string | null, name: string, logger: Logger): KeptFile {
  const path = dir === null ? null : join(dir, name);
  let writing: Promise<unknown> = Promise.resolve();
  let failing = false;

  async function replace(dirOfIt: string, to: string, pieces: Iterable<string>): Promise<boolean> {
    // Always the same one: what a killed process left behind is written over.
    const draft = `${to}.tmp`;
    try {
      await mkdir(dirOfIt, { recursive: true });
      // Readable by its owner only.
      const file = await open(draft, 'w', 0o600);
      try {
        await writeAll(file, pieces);
      } finally {
        await file.close();
      }
      await rename(draft, to);
      failing = false;
      return true;
    } catch (error) {
      if (!failing) logger.warn({ err: errorFields(error), file: name }, 'a file could not be written');
      failing = true;
      await rm(draft, { force: true }).catch(() => undefined);
      return false;
    }
  }

  return {
    read(parse) {
      if (path === null) return null;
      try {
        return parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        if (!isAbsent(error)) {
          logger.warn({ err: errorFields(error), file: name }, 'a file cannot be read: it is begun anew');
        }
        return null;
      }
    },
    write(pieces) {
      if (dir === null || path === null) return Promise.resolve(true);
      const written = writing.then(() => replace(dir, path, pieces));
      writing = written;
      return written;
    },
  };
}
