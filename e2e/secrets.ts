/** What the stacks of this run keep secret and what their proxies have logged: gathered here, searched by `leaks`. */

/** Texts that must not stand in any answer to a browser, nor in any line of a log. */
export const secrets = new Set<string>();

/** Every line that a proxy has logged since `leaks` was last told to forget. */
export const logLines: string[] = [];

/** A shorter one would be found in any number. */
const TELLING = 8;

/** Takes in secrets that nobody chose for this; short ones and empty ones are passed over. */
export function keepSecrets(texts: Iterable<unknown>): void {
  for (const text of texts) if (typeof text === 'string' && text.length >= TELLING) secrets.add(text);
}
