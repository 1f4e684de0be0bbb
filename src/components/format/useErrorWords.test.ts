/** A failure names whose it is, says what to do, and repeats only an upstream's own words. */
import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import { errorWords } from '#src/components/format/useErrorWords.ts';
import { errors } from '#src/locales/ru/errors.ts';

describe('errorWords', () => {
  it('names the upstream and repeats its words', () => {
    const words = errorWords(
      new ApiError('upstreamRefused', { system: 'ireca', message: 'Модель не существует' }),
      errors,
    );
    expect(words.title).toBe('iRECA: не удалось прочитать данные');
    expect(words.said).toBe('Модель не существует');
  });

  it('keeps a parser’s complaint off the screen', () => {
    expect(
      errorWords(new ApiError('badAnswer', { message: '[{"code":"invalid_type"}]' }), errors).said,
    ).toBeNull();
  });

  it('says how long to wait when throttled', () => {
    expect(errorWords(new ApiError('throttled', { retryAfter: 3 }), errors).advice).toContain('3 секунды');
  });

  it('takes anything else for an error of Pult itself', () => {
    expect(errorWords(new TypeError('x is undefined'), errors)).toEqual({
      title: 'Пульт: не удалось прочитать данные',
      advice: errors.code.internal,
      said: null,
    });
  });
});
