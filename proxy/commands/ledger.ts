/** Remembers commands by id, so that the same one sent again repeats the answer and not the deed. */
import { createHash } from 'node:crypto';
import type { Command, OutcomeLine } from '#src/contracts/command.ts';
import type { Clock } from '#proxy/clock.ts';

/** Does a command; reports each order as it is settled. Must not throw. */
export type Deed = (report: (line: OutcomeLine) => void) => Promise<void>;

export type Recording = {
  /** Calls back for each line there is and each to come, then once for the end. The result stops it. */
  follow(onLine: (line: OutcomeLine) => void, onEnd: () => void): () => void;
};

export type Ledger = {
  /** Starts the deed, or finds the one under way or done. Null: this id was another command, or too many run already. */
  record(login: string, command: Command, deed: Deed): Recording | 'otherCommand' | 'tooMany';
  /** Resolves when no command is running. */
  idle(): Promise<void>;
};

const KEEP_MS = 60 * 60_000;
const MAX_ENTRIES = 500;
const MAX_RUNNING = 50;

type Follower = { onLine: (line: OutcomeLine) => void; onEnd: () => void };
type Entry = {
  digest: string;
  lines: OutcomeLine[];
  followers: Set<Follower>;
  running: Promise<void> | null;
  doneAt: number;
};

export function createLedger(clock: Clock): Ledger {
  const entries = new Map<string, Entry>();

  function forgetOld(): void {
    for (const [key, entry] of entries) {
      const old = clock.now() - entry.doneAt > KEEP_MS;
      if (!entry.running && (old || entries.size > MAX_ENTRIES)) entries.delete(key);
    }
  }

  function start(entry: Entry, deed: Deed): void {
    const report = (line: OutcomeLine) => {
      entry.lines.push(line);
      for (const follower of entry.followers) follower.onLine(line);
    };
    entry.running = deed(report).finally(() => {
      entry.running = null;
      entry.doneAt = clock.now();
      for (const follower of entry.followers) follower.onEnd();
      entry.followers.clear();
    });
  }

  const recording = (entry: Entry): Recording => ({
    follow(onLine, onEnd) {
      for (const line of entry.lines) onLine(line);
      if (!entry.running) {
        onEnd();
        return () => {};
      }
      const follower = { onLine, onEnd };
      entry.followers.add(follower);
      return () => entry.followers.delete(follower);
    },
  });

  return {
    record(login, command, deed) {
      forgetOld();
      const key = `${login}\n${command.id}`;
      const digest = createHash('sha256').update(JSON.stringify(command)).digest('base64');
      const known = entries.get(key);
      if (known) return known.digest === digest ? recording(known) : 'otherCommand';
      if ([...entries.values()].filter((entry) => entry.running).length >= MAX_RUNNING) return 'tooMany';
      const entry: Entry = { digest, lines: [], followers: new Set(), running: null, doneAt: 0 };
      entries.set(key, entry);
      start(entry, deed);
      return recording(entry);
    },
    idle: async () => {
      await Promise.all([...entries.values()].map((entry) => entry.running));
    },
  };
}
