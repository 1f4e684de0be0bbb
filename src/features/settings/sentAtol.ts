/** What this computer has sent to Atol Online's settings last: a note for people, never iRECA's state, without the password. */
import type { AtolForm } from '#src/domain/atolSettings.ts';
import { isAtolForm } from '#src/domain/atolSettings.ts';

/** `at`: when iRECA accepted, epoch ms. `by`: the name of who sent it. */
export type SentAtol = { at: number; by: string; form: AtolForm };

const KEY = 'pult.atol.sent';

function attempt<T>(deed: () => T, otherwise: T): T {
  try {
    return deed();
  } catch {
    return otherwise;
  }
}

function isSent(kept: unknown): kept is SentAtol {
  if (typeof kept !== 'object' || kept === null) return false;
  const { at, by, form } = kept as Record<string, unknown>;
  return typeof at === 'number' && typeof by === 'string' && isAtolForm(form);
}

/** Null: nothing was sent from here, or it cannot be read any more. */
export function readSentAtol(): SentAtol | null {
  const kept: unknown = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown, null);
  return isSent(kept) ? kept : null;
}

/** Null forgets it. Where nothing can be kept, the work goes on without. */
export function keepSentAtol(sent: SentAtol | null): void {
  attempt(() => {
    if (sent === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(sent));
  }, undefined);
}
