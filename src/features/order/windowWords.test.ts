import { describe, expect, it } from 'vitest';
import { zoneFormatter } from '#src/lib/dates.ts';
import { orderAsText } from './orderAsText.ts';
import { windowWords } from './windowWords.ts';

const format = zoneFormatter('Europe/Moscow', 'ru-RU');
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 3);
const words = (windowFrom: number | null, windowTo: number | null) =>
  windowWords({ windowFrom, windowTo }, format, (time) => `до ${time}`);

describe('windowWords', () => {
  it('names the hours and the day they begin on', () => {
    expect(words(at(21, 14), at(21, 15))).toEqual({ time: '14:00–15:00', day: '21 нояб.' });
  });
  it('counts midnight to the day before, and names the other day of a longer window', () => {
    expect(words(at(21, 23), at(22, 0))).toEqual({ time: '23:00–00:00', day: '21 нояб.' });
    expect(words(null, at(22, 0))).toEqual({ time: 'до 00:00', day: '21 нояб.' });
    expect(words(at(21, 23), at(22, 2))?.time).toBe('23:00–22 нояб., 02:00');
  });
  it('says what is known of half a window, and nothing of none', () => {
    expect(words(at(21, 14), null)).toEqual({ time: '14:00–…', day: '21 нояб.' });
    expect(words(null, null)).toBeNull();
  });
});

describe('orderAsText', () => {
  it('leaves out what is not known', () => {
    const text = orderAsText({
      title: 'Заказ G-2',
      lines: [
        ['Куда', 'Невский, 10'],
        ['Курьер', null],
        ['Комментарий', ''],
      ],
      goods: ['Кофе × 2'],
    });
    expect(text).toBe('Заказ G-2\nКуда: Невский, 10\n— Кофе × 2');
  });
});
