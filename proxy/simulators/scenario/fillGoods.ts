/** Fills the catalogue: what the shops of the day sell in its groups, what they do besides, and shelves of other things. */
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import { WARES, type Theme, type Ware } from './catalogue.ts';

const IMAGES = { imageUrl: '', imageBigUrl: '' };

/** Groups stand in the same list as goods, and are told from them only by being somebody's parent. */
const GROUPS: readonly [string, string, string | null][] = [
  ['355800', 'Еда', null],
  ['355801', 'Цветы', null],
  ['355802', 'Электроника', null],
  ['355803', 'Растения в горшках', '355801'],
];
const GROUP_OF: Record<Theme, string> = { food: '355800', flowers: '355801', electronics: '355802' };
const POTTED = new Set(['Гортензия в горшке', 'Орхидея белая']);

/** Where goods of a kind lie. */
const STORES: Record<Theme, readonly string[]> = {
  food: ['1099', '1100'],
  flowers: ['1102'],
  electronics: ['1103', '1099'],
};

/** How many of a good lie where; of every third good it is known. Counts come as numbers and as text. */
function stockOf({ theme }: Ware, index: number): Row {
  if (index % 3 !== 0) return {};
  const rows = STORES[theme].map((warehouseId, place) => {
    const count = (index * 7 + place * 5) % 40;
    return { warehouseId, count: place === 0 ? count : String(count) };
  });
  return { warehouses: rows };
}

/** A service, or anything else that has no weight. */
const odd = (title: string, rest: Row): Row => ({
  parentId: null,
  article: '',
  taxId: '8284',
  calcId: 4,
  title,
  unit: '',
  weight: '0',
  multiplicity: 1,
  description: '',
  ...IMAGES,
  isActive: 1,
  ...rest,
});

export function fillGoods({ lists }: World): void {
  const goods = lists.rows('goods');
  WARES.forEach((ware, index) => {
    const { goodId, article, theme, title, unit, weight, price, taxId } = ware;
    goods.set(goodId, {
      parentId: POTTED.has(title) ? '355803' : GROUP_OF[theme],
      article,
      taxId,
      calcId: 0,
      title,
      unit,
      weight,
      multiplicity: 1,
      // Money comes as a number in one record and as text in the next.
      price: index % 5 === 2 ? price.toFixed(2) : price,
      description: '',
      ...IMAGES,
      ...stockOf(ware, index),
      isActive: index % 17 === 16 ? 0 : 1,
    });
  });
  goods.set('355865001', odd('Доставка', { price: 500 }));
  // What it costs is agreed by phone: iRECA writes no price.
  goods.set('355865002', odd('Сборка букета по эскизу', { price: '' }));
  for (const [goodId, title, parentId] of GROUPS) {
    goods.set(goodId, odd(title, { parentId, calcId: 0, price: 0 }));
  }
}

const KINDS = ['Чай', 'Кофе', 'Печенье', 'Мёд', 'Сироп', 'Шоколад', 'Свеча', 'Кружка', 'Салфетка', 'Блокнот'];
const MAKES = ['северный', 'балтийский', 'невский', 'карельский', 'ладожский', 'летний', 'зимний'];

/** A catalogue of `count` goods, as a big shop has it: what the shops of the day sell, and shelves of other things. */
export function fillShelves({ lists }: World, count: number): void {
  const goods = lists.rows('goods');
  for (let index = 0; goods.size < count; index += 1) {
    goods.set(String(400_000 + index), {
      parentId: null,
      article: `S-${10_000 + index}`,
      taxId: index % 4 === 0 ? '8286' : '8285',
      calcId: 1,
      title: `${KINDS[index % KINDS.length]} ${MAKES[index % MAKES.length]} № ${index + 1}`,
      unit: 'шт',
      weight: String(50 + (index % 40) * 25),
      multiplicity: 1,
      price: 90 + ((index * 37) % 2400) + (index % 100) / 100,
      description: '',
      ...IMAGES,
      isActive: index % 50 === 49 ? 0 : 1,
    });
  }
}

/** Which goods have a picture (`pictures.ts`), by their titles. */
const PICTURED: readonly [string, string][] = [
  ['Букет роз, 40 шт', 'roses'],
  ['Букет розовых и белых роз, 15 штук', 'roses'],
  ['Букет белых роз', 'white'],
  ['Ромашки полевые', 'white'],
  ['Тюльпаны, 25 шт', 'tulips'],
  ['Хлеб бородинский', 'bread'],
  ['Пицца «Маргарита» 30 см', 'pizza'],
  ['Наушники беспроводные', 'headphones'],
];
/** Its picture is on somebody else's server, as in the vendor's sample. */
const ELSEWHERE = 'Ваза стеклянная';

/** @param origin where `/pictures/…` is served: known only when the simulator listens. */
export function hangPictures({ lists }: World, origin: string): void {
  const goods = lists.rows('goods');
  const names = new Map(PICTURED);
  for (const { goodId, title } of WARES) {
    const row = goods.get(goodId);
    const name = names.get(title);
    if (!row) continue;
    if (name) {
      const imageUrl = `${origin}/pictures/${name}.svg`;
      goods.set(goodId, { ...row, imageUrl, imageBigUrl: imageUrl });
    }
    if (title === ELSEWHERE) {
      const [imageUrl, imageBigUrl] = ['http://example.com/image.png', 'http://example.com/image_big.png'];
      goods.set(goodId, { ...row, imageUrl, imageBigUrl });
    }
  }
  const red = lists.rows('specificities').get('30');
  if (red) red.imageUrl = `${origin}/pictures/roses.svg`;
}
