/** Turns whatever was thrown into words: whose failure, what to do, and the upstream's own message. */
import { ApiError } from '#src/api/http.ts';
import { useText } from '#src/locales/language.tsx';
import type { Catalogue } from '#src/locales/ru.ts';

export type ErrorWords = { title: string; advice: string; said: string | null };

/** Whose it is (iRECA, Касса, Пульт), what to do, and what the upstream itself said (null = nothing). */
export function errorWords(error: unknown, t: Catalogue['errors']): ErrorWords {
  if (!(error instanceof ApiError)) {
    return { title: t.title(t.whose.pult), advice: t.code.internal, said: null };
  }
  const advice = error.code === 'throttled' ? t.throttled(error.retryAfter ?? 60) : t.code[error.code];
  // A parser's complaint is for engineers; only an upstream's own words help a dispatcher.
  const said = error.system !== null && error.message !== '' ? error.message : null;
  return { title: t.title(t.whose[error.system ?? 'pult']), advice, said };
}

/** `errorWords` in the chosen language. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const t = useText().errors;
  return (error) => errorWords(error, t);
}
