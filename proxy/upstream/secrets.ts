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
