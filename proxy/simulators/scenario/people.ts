/** People of the simulated day: names, phones, companies and what clients ask for. */
import type { Dice } from '../dice.ts';

const MEN = [
  'Алексей',
  'Андрей',
  'Артём',
  'Борис',
  'Виктор',
  'Глеб',
  'Даниил',
  'Дмитрий',
  'Егор',
  'Иван',
  'Илья',
  'Кирилл',
  'Константин',
  'Леонид',
  'Максим',
  'Михаил',
  'Никита',
  'Олег',
  'Павел',
  'Роман',
  'Сергей',
  'Степан',
  'Тимур',
  'Фёдор',
  'Юрий',
];
const WOMEN = [
  'Алёна',
  'Алиса',
  'Анастасия',
  'Анна',
  'Валерия',
  'Вера',
  'Дарья',
  'Екатерина',
  'Елена',
  'Зоя',
  'Ирина',
  'Ксения',
  'Лариса',
  'Любовь',
  'Мария',
  'Надежда',
  'Наталья',
  'Ольга',
  'Полина',
  'Светлана',
  'София',
  'Татьяна',
  'Ульяна',
  'Юлия',
  'Яна',
];
const SURNAMES = [
  'Абрамов',
  'Баранов',
  'Белов',
  'Быстров',
  'Васильев',
  'Веснин',
  'Виноградов',
  'Воробьёв',
  'Голубев',
  'Громов',
  'Дьячков',
  'Ежов',
  'Жуков',
  'Зайцев',
  'Иванов',
  'Калинин',
  'Киселёв',
  'Ковалёв',
  'Комаров',
  'Королёв',
  'Крылов',
  'Кузнецов',
  'Лебедев',
  'Макаров',
  'Медведев',
  'Морозов',
  'Никитин',
  'Новиков',
  'Орлов',
  'Павлов',
  'Петров',
  'Поляков',
  'Романов',
  'Рябов',
  'Семёнов',
  'Сидоров',
  'Соколов',
  'Соловьёв',
  'Тарасов',
  'Титов',
  'Фёдоров',
  'Филиппов',
  'Чернов',
  'Широков',
  'Щербаков',
  'Яковлев',
];
const FATHERS = [
  'Александр',
  'Алексей',
  'Андрей',
  'Виктор',
  'Владимир',
  'Иван',
  'Михаил',
  'Николай',
  'Павел',
  'Сергей',
];
const FATHER_STEMS: Record<string, string> = {
  Алексей: 'Алексе',
  Андрей: 'Андре',
  Николай: 'Никола',
  Сергей: 'Серге',
};
const COMPANIES = [
  'ООО «Адмирал»',
  'ООО «Сити»',
  'ООО «Нева-Трейд»',
  'ИП Лекалов',
  'АО «Балтийский дом»',
  'ООО «Белые ночи»',
  'ООО «Студия Север»',
  'ООО «Лиговка»',
  'ИП Громова',
  'ООО «Тихая гавань»',
  'ООО «Архитектурное бюро Свод»',
  'АНО «Театр на Мойке»',
];
const WISHES = [
  'Доставить до двери',
  'Позвонить за 30 минут',
  'Домофон не работает, позвоните',
  'Оставить у консьержа',
  'Вход со двора, вторая арка',
  'Не звонить, ребёнок спит',
  'Без сдачи',
  'Вручить лично в руки',
  'Этаж 5, лифта нет',
  'Въезд под шлагбаум, скажите номер квартиры',
  'Подарок, открытку не забудьте',
  'Парадная со стороны набережной',
];

export type Person = { firstname: string; lastname: string; patronymic: string; woman: boolean };

export function makePerson(dice: Dice): Person {
  const woman = dice.chance(0.5);
  const father = dice.pick(FATHERS);
  const stem = FATHER_STEMS[father];
  const ending = stem ? (woman ? 'евна' : 'евич') : woman ? 'овна' : 'ович';
  const surname = dice.pick(SURNAMES);
  return {
    firstname: dice.pick(woman ? WOMEN : MEN),
    lastname: woman ? `${surname}а` : surname,
    patronymic: `${stem ?? father}${ending}`,
    woman,
  };
}

/** Eleven digits of a mobile number, beginning with 7. */
export const makePhoneDigits = (dice: Dice): string =>
  `7${dice.pick(['911', '921', '931', '951', '952', '960', '981', '999'])}${String(dice.int(0, 9_999_999)).padStart(7, '0')}`;

/** The same number as people write it: `+79…`, `89…`, `+7 (9..) ...-..-..`, `8 9.. ... .. ..`. */
export function writePhone(digits: string, manner: number): string {
  const [code, a, b, c] = [digits.slice(1, 4), digits.slice(4, 7), digits.slice(7, 9), digits.slice(9)];
  switch (manner % 4) {
    case 0:
      return `+${digits}`;
    case 1:
      return `8${digits.slice(1)}`;
    case 2:
      return `+7 (${code}) ${a}-${b}-${c}`;
    default:
      return `8 ${code} ${a} ${b} ${c}`;
  }
}

export const makeCompany = (dice: Dice): string => dice.pick(COMPANIES);

/** What the client asks of the courier; often nothing. */
export const makeWish = (dice: Dice): string => (dice.chance(0.45) ? dice.pick(WISHES) : '');

/** A login-like Latin word for an e-mail address. */
export const makeMailbox = (index: number): string => `client${1000 + index}@example.ru`;
