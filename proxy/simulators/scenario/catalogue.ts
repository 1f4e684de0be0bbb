/** What the shops of the simulated day sell, and what stands in iRECA's reference lists. */
import type { Row } from '../world/lists.ts';
import { personInn } from './inn.ts';

export type Theme = 'food' | 'flowers' | 'electronics';

export type Ware = {
  goodId: string;
  theme: Theme;
  title: string;
  unit: string;
  weight: string;
  price: number;
  taxId: string;
  article: string;
  /** Sold with a mark of «Честный знак» on each piece. */
  marked: boolean;
};

const MARKED = /^(Молоко|Минеральная|Творог)/;

const FOOD: [string, string, string, number][] = [
  ['Кофе carte noire', 'г', '95', 539.78],
  ['Сыр маасдам Valio 45% БЗМЖ', 'г', '120', 139.79],
  ['Варенье вишня FL', 'г', '370', 179.5],
  ['Варенье яблочное FL', 'г', '370', 169.5],
  ['Хлеб бородинский', 'г', '400', 68.9],
  ['Молоко 3,2% пастеризованное', 'мл', '930', 92.4],
  ['Творог 9%', 'г', '200', 119.9],
  ['Яйцо куриное С0, 10 шт', 'шт', '650', 134.9],
  ['Форель слабосолёная', 'г', '150', 489.0],
  ['Пышки ленинградские, 10 шт', 'шт', '500', 350.0],
  ['Корюшка свежая', 'кг', '1000', 1290.0],
  ['Минеральная вода «Полюстрово»', 'мл', '1500', 74.5],
  ['Пирог с капустой', 'г', '800', 620.0],
  ['Пирог с брусникой', 'г', '800', 690.0],
  ['Суп борщ, порция', 'г', '350', 290.0],
  ['Котлета по-киевски', 'г', '220', 380.0],
  ['Салат «Оливье»', 'г', '250', 240.0],
  ['Роллы «Филадельфия»', 'г', '280', 590.0],
  ['Пицца «Маргарита» 30 см', 'г', '520', 649.0],
  ['Сок яблочный прямого отжима', 'мл', '1000', 189.9],
];
const FLOWERS: [string, string, string, number][] = [
  ['Букет белых роз', 'шт', '600', 3000],
  ['Букет роз, 40 шт', 'шт', '2500', 7000],
  ['Букет розовых и белых роз, 15 штук', 'шт', '1100', 4500],
  ['Тюльпаны, 25 шт', 'шт', '900', 2900],
  ['Пионы, 7 шт', 'шт', '700', 3900],
  ['Ромашки полевые', 'шт', '400', 1200],
  ['Гортензия в горшке', 'шт', '2200', 2600],
  ['Орхидея белая', 'шт', '1900', 2400],
  ['Композиция «Летний сад»', 'шт', '1800', 5600],
  ['Ваза стеклянная', 'шт', '1500', 1350],
  ['Открытка', 'шт', '20', 150],
  ['Набор шоколада', 'г', '220', 890],
];
const ELECTRONICS: [string, string, string, number][] = [
  ['Наушники беспроводные', 'шт', '250', 6990],
  ['Чехол для телефона', 'шт', '60', 990],
  ['Зарядное устройство 65 Вт', 'шт', '180', 2490],
  ['Кабель USB-C 2 м', 'шт', '80', 790],
  ['Внешний аккумулятор 20 000 мА·ч', 'шт', '420', 3290],
  ['Клавиатура механическая', 'шт', '1100', 7490],
  ['Мышь беспроводная', 'шт', '120', 2190],
  ['Умная колонка', 'шт', '900', 8990],
  ['Карта памяти 256 ГБ', 'шт', '10', 2790],
  ['Электрочайник', 'шт', '1200', 3690],
  ['Фен', 'шт', '700', 4590],
  ['Лампа настольная', 'шт', '1300', 2890],
];

const shelf = (
  theme: Theme,
  from: number,
  taxId: string,
  rows: [string, string, string, number][],
): Omit<Ware, 'article'>[] =>
  rows.map(([title, unit, weight, price], index) => ({
    goodId: String(from + index),
    theme,
    title,
    unit,
    weight,
    price,
    taxId,
    marked: MARKED.test(title),
  }));

export const WARES: readonly Ware[] = [
  ...shelf('food', 355860, '8285', FOOD),
  ...shelf('flowers', 355900, '8286', FLOWERS),
  ...shelf('electronics', 355940, '8286', ELECTRONICS),
].map((ware, index) => ({ ...ware, article: index % 3 === 0 ? `G-${500 + index}` : '' }));

/** Rows of the small reference lists, by path, as the API text shows them. */
export const REFERENCE_ROWS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  specificities: {
    '24': {
      parentId: null,
      title: 'Пакет (полиэтиленовый)',
      value: '',
      price: 5,
      article: 'AM-3243',
      isActive: 1,
    },
    '25': {
      parentId: null,
      title: 'Пакет бумажный',
      value: '',
      price: 10.5,
      article: 'AM-3244',
      isActive: 1,
    },
    '26': { parentId: null, title: 'Цвет', value: 'Синий', price: 10.5, article: 'AM-3245', isActive: '1' },
    '27': { parentId: '26', title: 'Цвет', value: 'Белый', price: 10.5, article: 'AM-3246', isActive: 1 },
    '28': {
      parentId: null,
      title: 'Подарочная упаковка',
      value: '',
      price: '250.00',
      article: 'DP-385',
      isActive: 1,
    },
    // No order names this one: only the list shows its picture (`fillGoods.ts`).
    '30': { parentId: '26', title: 'Цвет', value: 'Красный', price: 10.5, article: 'AM-3247', isActive: 1 },
    '29': { parentId: null, title: 'Лента', value: 'Красная', price: 30, article: 'DP-386', isActive: 0 },
  },
  userRoles: {
    '908': { title: 'Курьер', isActive: 1 },
    '909': { title: 'Кассир', isActive: 1 },
    '910': { title: 'Менеджер', isActive: 1 },
  },
  suppliers: {
    '51': {
      title: 'ИП Иванов',
      taxId: '8286',
      inn: personInn(234_567),
      phone: '+78123254400',
      address: 'Санкт-Петербург, пр-т Заневский д 30к2',
      description: 'Системный интегратор и разработчик программного обеспечения',
    },
    '52': {
      title: 'ИП Пост',
      taxId: '8289',
      inn: personInn(234_891),
      phone: '+78123254411',
      address: 'Санкт-Петербург, пр-т Заневский д 12к2',
      description: 'Разработчик ПО',
    },
  },
  orderReturnReasons: {
    '5276': { title: 'Пожелание клиента', type: 'standard' },
    '5277': { title: 'Товар испорчен', type: 'standard' },
    '5278': { title: 'Клиент передумал', type: 'standard' },
    '5279': { title: 'Клиент не присутствовал на месте', type: 'standard' },
    // Made by the shop itself.
    '5280': { title: 'Не прошёл проверку на кассе', type: '' },
  },
  paymentTypes: {
    '4115': { title: 'Предоплата', closeTypeId: 3, updatedAt: '2021-04-29 12:08:50' },
    '4114': { title: 'Банковская карта', closeTypeId: 2, updatedAt: '2017-07-04 10:25:11' },
    '4116': { title: 'Банковская карта 2', closeTypeId: 2, updatedAt: '2021-04-29 13:55:42' },
    '4113': { title: 'Наличные', closeTypeId: 1, updatedAt: '2017-07-04 10:25:11' },
  },
  taxes: {
    '8289': { title: 'БезНДС' },
    '8286': { title: '20%' },
    '8285': { title: '10%' },
    '8284': { title: '0%' },
  },
};

/** Warehouses: id, title, street and house of the map, who answers for it. */
export const WAREHOUSES: readonly [string, string, string, number, string, string, string][] = [
  ['1099', 'Главный склад', 'Лиговский проспект', 50, 'Виктор', 'Складских', '+79054558877'],
  ['1100', 'Петроградский склад', 'Большая Пушкарская улица', 20, 'Алексей', 'Хранилов', '+79054558899'],
  ['1101', 'Василеостровский склад', 'Средний проспект В.О.', 36, 'Марина', 'Полкова', '89112223344'],
  ['1102', 'Цветочная база', 'Садовая улица', 62, 'Ольга', 'Лепесткова', '+7 (921) 555-01-02'],
  ['1103', 'Склад электроники', 'Московский проспект', 60, 'Илья', 'Проводов', '+79217770011'],
];
