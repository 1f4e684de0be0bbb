/** Words of the rarer deeds: another window, another address, a status, deleting; and of receipts that stand in the way. */
import { ruPlural } from '#src/locales/plural.ts';

const orderWord = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');
const orderDative = (n: number) => ruPlural(n, 'заказу', 'заказам', 'заказам');
const count = (n: number) => `${n} ${orderWord(n)}`;

const length = (minutes: number): string => {
  const size = Math.abs(minutes);
  return size % 60 === 0 ? `${size / 60} ч` : `${size} мин`;
};
const shift = (minutes: number) => `${minutes < 0 ? '−' : '+'}${length(minutes)}`;

export const deeds = {
  /** Instead of a window or an address that is not there. */
  nothing: 'не указано',
  /** Why an order is left out; stands after «нельзя 1:». */
  bar: {
    noWindow: 'окна нет, сдвигать нечего',
    windowReversed: 'окно кончается раньше, чем начинается: задайте его заново',
  },
  same: {
    window: 'окно уже такое',
    address: 'адрес уже такой',
    status: 'уже в этом статусе',
  },
  out: 'Не изменятся',
  menu: {
    readdress: 'Сменить адрес…',
    setDelivery: 'Статус…',
    delete: (n: number, of: number) => (n < of ? `Удалить ${n} из ${of}…` : `Удалить ${count(n)}…`),
    deleteNone: 'Удалить…',
    part: (n: number, of: number) => `${n} из ${of}`,
    print: 'Печать маршрутных листов',
    printCount: (n: number) => `${n} ${ruPlural(n, 'курьер', 'курьера', 'курьеров')}`,
    printNone: 'ни у одного из выбранных нет курьера',
  },
  reschedule: {
    title: (n: number) => `Перенести окно: ${count(n)}`,
    way: 'Как перенести',
    ways: { shift: 'Сдвинуть', window: 'Задать окно' },
    by: 'На сколько сдвинуть',
    shift,
    will: (n: number) => `будет перенесено ${n}`,
    group: 'Новое окно',
    toPast: 'новое окно уже прошло',
    mixed: 'У выбранных заказов разные окна: новое окно станет одним для всех.',
    submitShift: (n: number, minutes: number) => `Сдвинуть ${count(n)} на ${shift(minutes)}`,
    submitWindow: (n: number, window: string) => `Перенести ${count(n)} на ${window}`,
    submit: (n: number) => `Перенести ${count(n)}`,
    field: {
      required: 'укажите',
      malformed: 'не похоже на время',
      malformedDay: 'не похоже на дату',
      notAfterFrom: 'конец совпадает с началом',
    },
  },
  readdress: {
    title: (n: number) => `Сменить адрес: ${count(n)}`,
    label: 'Новый адрес доставки, одной строкой',
    placeholder: 'Санкт-Петербург, Невский проспект, 10, кв. 5',
    one: 'Точка на карте станет неизвестна, если iRECA не найдёт её по этой строке.',
    many: (n: number) =>
      `Все ${count(n)} получат один и тот же адрес. Точка на карте станет неизвестна, если iRECA не найдёт её по этой строке.`,
    required: 'Введите адрес',
    tooLong: 'Слишком длинно: не больше 500 знаков',
    will: (n: number) => `адрес сменится у ${n}`,
    group: 'Сменят адрес',
    was: (address: string) => `прежний адрес: ${address}`,
    submit: (n: number) => (n === 1 ? 'Сменить адрес' : `Сменить адрес ${n} ${orderDative(n)}`),
  },
  setDelivery: {
    title: (n: number) => `Статус: ${count(n)}`,
    choice: 'Новый статус в iRECA',
    ofSelected: (n: number, of: number) => (n === of ? 'можно всем' : `можно ${n} из ${of}`),
    courier: 'ставит курьер в своём приложении',
    cancel: 'через «Отменить»: нужна причина',
    none: (why: string) => `нельзя: ${why}`,
    will: (n: number) => `сменят статус ${n}`,
    group: 'Сменят статус',
    final: 'Назад статус вернуть нельзя.',
    submit: (n: number, title: string) => `«${title}»: ${count(n)}`,
  },
  delete: {
    title: (n: number) => `Удалить из iRECA: ${count(n)}`,
    warning: (n: number) =>
      n === 1
        ? 'Заказ исчезнет из iRECA насовсем: состав, оплаты и вся его история. Вернуть его нельзя.'
        : `${count(n)} исчезнут из iRECA насовсем: состав, оплаты и вся их история. Вернуть их нельзя.`,
    instead: 'Если заказ просто не нужен, отмените его: отменённый остаётся в истории.',
    will: (n: number) => `будет удалено ${n}`,
    group: 'Исчезнут насовсем',
    lost: (sum: string) => `на ${sum}`,
    typeNumber: (number: string) => `Чтобы удалить, введите номер заказа: ${number}`,
    typeCount: (n: number) => `Чтобы удалить, введите, сколько заказов исчезнет: ${n}`,
    notAsAsked: 'Введено не то, что нужно',
    submit: (n: number) => `Удалить ${count(n)} насовсем`,
    kassa: 'В Кассе удаление нового заказа — это его отмена.',
  },
  fiscal: {
    label: 'Чеки и оплаты',
    pending: 'Проверяем, нет ли чеков и оплат…',
    skip: 'Не ждать',
    title: (n: number) => (n === 1 ? 'По заказу есть чеки или оплата' : `Есть чеки или оплата: ${count(n)}`),
    receipt: (number: string) => `чек № ${number} напечатан`,
    receiptNoNumber: 'чек напечатан, номера iRECA не говорит',
    paid: (sum: string, how: string) => (how === '' ? `оплачено ${sum}` : `оплачено ${sum} (${how})`),
    failed: (numbers: string) => `Не удалось проверить: ${numbers}. Чеки или оплата могут быть.`,
    unchecked: (n: number) => `Не проверено: ${count(n)}. Чеки или оплата могут быть.`,
    retry: 'Проверить ещё раз',
    cancelAnyway: 'Всё равно отменить: понимаю, что нужен возврат',
    deleteAnyway: 'Всё равно удалить: понимаю, что нужен возврат',
    cancelUnchecked: 'Всё равно отменить, хотя чеки не проверены',
    deleteUnchecked: 'Всё равно удалить, хотя чеки не проверены',
    needed: 'Нужно ваше подтверждение выше',
  },
  row: {
    deleted: 'удалён из iRECA',
    window: (window: string) => `окно ${window}`,
    windowWas: (window: string) => `прежнее окно: ${window}`,
    address: (address: string) => `адрес: ${address}`,
    addressWas: (address: string) => `прежний адрес: ${address}`,
    windowChanged: 'Окно за это время перенесли: оно уже не то, что было на экране.',
    addressChanged: 'Адрес за это время сменили: он уже не тот, что был на экране.',
    undoWindow: (n: number) => `Вернёт прежнее окно: ${count(n)}`,
  },
};
