/** Writes the log of changes to its file: soon after it moved, less often the longer it is. */
import type { Clock } from '#proxy/clock.ts';
import type { KeptFile } from '#proxy/keptFile.ts';
import type { KeptLog } from './changesFile.ts';
import { logPieces } from './changesFile.ts';
import type { Marks } from './changesMarks.ts';

export type LogSaver = {
  /** Something was noticed. */
  soon(): void;
  /** The orders were read and nothing was noticed: what is kept is only a little older than it could be. */
  later(): void;
  /** Writes what is not written yet; resolves when nothing is being written any more. */
  stop(): Promise<void>;
};

const SOON_MS = 10_000;
const LATER_MS = 5 * 60_000;
/** A megabyte more makes the file be written so much later, for it is written whole. */
const PER_MEGABYTE_MS = 10_000;

/** @param snapshot the log as it stands; must not change after. */
export function createLogSaver(
  clock: Clock,
  file: KeptFile,
  marks: Marks,
  snapshot: () => KeptLog,
): LogSaver {
  let due: { at: number; cancel: () => void } | null = null;
  let length = 0;
  let stopped = false;
  let writing: Promise<unknown> = Promise.resolve();

  async function save(): Promise<void> {
    due?.cancel();
    due = null;
    let written = 0;
    const counted = function* () {
      for (const piece of logPieces(snapshot(), marks)) {
        written += piece.length;
        yield piece;
      }
    };
    const saved = file.write(counted());
    writing = saved;
    await saved;
    length = written;
  }

  function within(ms: number): void {
    if (stopped) return;
    const at = clock.now() + ms + Math.floor(length / 1e6) * PER_MEGABYTE_MS;
    if (due && due.at <= at) return;
    due?.cancel();
    due = { at, cancel: clock.after(at - clock.now(), save) };
  }

  return {
    soon: () => within(SOON_MS),
    later: () => within(LATER_MS),
    async stop() {
      stopped = true;
      if (due) await save();
      // The process ends next, and would cut off what is half written.
      else await writing;
    },
  };
}
