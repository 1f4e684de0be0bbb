/** Takes out of every reply what must stay on this side: couriers' passwords, fiscal passwords, tokens. */

/** `sourcePassword` comes with every courier in clear (iRECA API text); the rest by name, wherever it may stand. */
const SECRET_KEY = /password|passwd|token|secret/i;

export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/** A copy of any JSON value without its secrets, at every depth. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!isSecretKey(key)) kept[key] = withoutSecrets(inner);
  }
  return kept;
}

/** Shorter secrets are taken out only where they stand alone: a password «1» is not every 1 of an id. */
const SHORT = 4;
const NO_LETTER = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };

/** A text in which these secrets are replaced by dots. */
export function withoutWords(text: string, secrets: readonly string[]): string {
  let words = text;
  // The longest first: one may be the beginning of another.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.trim() === '') continue;
    const letters = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = secret.length < SHORT ? NO_LETTER.before + letters + NO_LETTER.after : letters;
    words = words.replace(new RegExp(pattern, 'gu'), '…');
  }
  return words;
}
