import { describe, expect, it } from 'vitest';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import { goodIndex, searchGoods } from '#src/domain/goodSearch.ts';

const good = (goodId: string, title: string, article = '', isActive = true) =>
  ({ goodId, title, article, isActive }) as Good;

const GOODS = [
  good('1', 'Варенье вишнёвое'),
  good('2', 'Кофе молотый', 'G-500'),
  good('3', 'Чашка для кофе', 'G-5'),
  good('4', 'Старый кофе', '', false),
  good('500', 'Мёд'),
];
const ids = (typed: string, limit = 50) =>
  searchGoods(goodIndex(GOODS), typed, limit).shown.map(({ goodId }) => goodId);

describe('searchGoods', () => {
  it.each([
    ['', ['1', '2', '3', '500']],
    ['КОФЕ', ['2', '3']],
    ['кофе чаш', ['3']],
    ['вишневое', ['1']],
    ['g-5', ['3', '2']],
    ['500', ['500', '2']],
    ['чай', []],
  ])('«%s» finds %j', (typed, found) => expect(ids(typed)).toEqual(found));

  it('says how many more there are', () =>
    expect(searchGoods(goodIndex(GOODS), '', 3)).toMatchObject({ shown: { length: 3 }, more: 1 }));

  it('does not offer deleted goods', () => expect(ids('старый')).toEqual([]));

  it('answers within a frame over five thousand goods', () => {
    const many = goodIndex(Array.from({ length: 5000 }, (_, n) => good(String(n), `Товар ${n}`, `A-${n}`)));
    const begun = performance.now();
    for (let n = 0; n < 20; n += 1) searchGoods(many, `товар ${n}`, 50);
    expect((performance.now() - begun) / 20).toBeLessThan(50);
  });
});
