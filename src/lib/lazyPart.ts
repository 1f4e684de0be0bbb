/**
 * Parts of the app that are fetched when they are first needed, over a network that may be away just then. A part that
 * cannot be fetched is waited for and never takes the screen with it, unless it is gone for good.
 */
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';

/** How Chromium, Firefox, Safari and Vite (for a part's stylesheet) say that a part could not be fetched. */
const MISSING = /dynamically imported module|module script failed|unable to preload css/i;

const AGAIN_MS = 3_000;

/** True for the error of a part that could not be fetched; one that fails by itself is another matter. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && MISSING.test(error.message);
}

/** True when Pult answers: then a part that is missing has gone with an update, and only a reload brings the new one. */
async function pultAnswers(): Promise<boolean> {
  try {
    const { ok } = await fetch('/api/session', { cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}

/** Resolves when there may be a network again: the browser says so, or some time has passed. */
function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, AGAIN_MS);
    window.addEventListener('online', done);
  });
}

/**
 * Fetches a part, however long Pult is out of reach.
 * @returns the part. Fails with the part's own error, or when Pult answers and does not have the part any more.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let answered = false; ;) {
    try {
      return await load();
    } catch (error) {
      if (!isMissingPart(error)) throw error;
      // Once more after the first answer: the network may have come back between the two.
      const answers = await pultAnswers();
      if (answers && answered) throw error;
      answered = answers;
      if (!answers) await nextChance();
    }
  }
}

/** Has a part at hand before it is asked for. One that cannot be fetched now is fetched when it is needed. */
export function fetchAhead(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/** `lazy` of React for a component by its name, by way of {@link loadPart}. */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await loadPart(load))[name] }));
}
