/** What tests of commands share: time that passes while one waits, and its lines by order. */
import { expect } from 'vitest';
import type { OutcomeLine } from '#src/contracts/command.ts';
import type { ManualClock } from '#proxy/manualClock.ts';

/** The answer to a command that waits on the clock before it reads back again. */
export async function asTimePasses<T>(clock: ManualClock, command: Promise<T>): Promise<T> {
  let settled = false;
  void command.finally(() => {
    settled = true;
  });
  await expect.poll(() => clock.advance(500).then(() => settled), { timeout: 10_000 }).toBe(true);
  return command;
}

/** Outcomes by the key of their order. */
export const byKey = (lines: OutcomeLine[]) => Object.fromEntries(lines.map((line) => [line.key, line]));
