import { describe, expect, it } from 'vitest';
import { matchesQuery, queryMatcher } from '#src/domain/orderSearch.ts';
import { fold } from '#src/lib/text.ts';

const order = {
  searchText: fold('G-2 209900 Санкт-Петербург, улица Правды, 24, кв 44 Пётр Ёлкин'),
  searchDigits: '79123456789',
};
const finds = (query: string) => matchesQuery(order, query);

describe('matchesQuery', () => {
  it.each([
    'G-2',
    'g-2',
    '209900',
    '2099',
    'правды',
    'ПРАВДЫ 24',
    '24 44',
    '24, кв 44',
    'Петр',
    'пётр',
    'ЕЛКИН',
    'ёлкин правды',
    '  правды   24 ',
  ])('finds by number, address and name: %j', (query) => expect(finds(query)).toBe(true));

  it.each([
    '+7 912 345-67-89',
    '8 (912) 345-67-89',
    '89123456789',
    '79123456789',
    '9123456789',
    '345-67',
    '6789',
    '345 67 89',
    '67 89',
    '8912',
    'Ёлкин 8 912',
    '+7(912)345',
  ])('finds by any digits of the phone: %j', (query) => expect(finds(query)).toBe(true));

  it.each(['невский', 'правды 25', 'правды невский', '89123456780', '345-68', 'G-22', 'ёлкин 8 913'])(
    'does not find by %j: all words must be there',
    (query) => expect(finds(query)).toBe(false),
  );

  it('does not take a house number for a piece of a phone', () => {
    expect(matchesQuery({ searchText: 'невский 10', searchDigits: '79240000000' }, '24')).toBe(false);
    expect(matchesQuery({ searchText: 'невский 10', searchDigits: '79240000000' }, '924')).toBe(true);
  });

  it('does not find digits of the phone of nobody', () => {
    expect(matchesQuery({ searchText: 'невский 10', searchDigits: '' }, '912')).toBe(false);
  });

  it('an empty query finds everything, and is no test at all', () => {
    expect(finds('')).toBe(true);
    expect(finds('   ')).toBe(true);
    expect(queryMatcher(' ')).toBeNull();
  });
});
