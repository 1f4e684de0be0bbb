/** Words of the list of orders beside the map, and of putting an order on the map by hand. */
import { ruPlural } from '#src/locales/plural.ts';

const orderWord = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');

export const mapOrders = {
  title: 'Заказы на карте',
  sections: { without: 'Без точки', hand: 'Поставлены вручную', placed: 'На карте' },
  selectAll: (section: string) => `Выбрать все: ${section}`,
  show: (n: number) => `Показать ${n} ${orderWord(n)} без точки`,
  hide: 'Свернуть заказы без точки',
  select: (number: string) => `Выбрать заказ ${number}`,
  menu: (number: string) => `Что сделать с заказом ${number}`,
  noWindow: 'без окна',
  noAddress: 'адрес не указан',
  noCourier: 'без курьера',
  unknownCourier: 'курьер не из списка',
  notNeeded: 'курьер не нужен',
  why: {
    kassa: 'Касса не отдаёт координат',
    selfPickUp: 'самовывоз',
    noAddress: 'нет ни адреса, ни точки',
    zero: 'в iRECA точка (0, 0)',
    none: 'iRECA не дала координат',
  },
  byHand: 'видна только вам',
  put: 'Поставить на карту',
  putShort: 'На карту',
  putOne: (number: string) => `Поставить на карту заказ ${number}`,
  move: 'Переставить',
  moveOne: (number: string) => `Переставить заказ ${number}`,
  take: 'Убрать',
  takeOne: (number: string) => `Убрать с карты заказ ${number}`,
  said: {
    placed: (number: string) => `Заказ ${number} поставлен на карту`,
    taken: (number: string) => `Заказ ${number} убран с карты`,
    givenUp: 'Точка не поставлена',
  },
  placing: {
    label: 'Точка заказа вручную',
    where: (number: string) => `Щёлкните, где заказ ${number}`,
    noAddress: 'адреса в заказе нет',
    keys: 'Стрелки двигают карту, Enter ставит в центр, Esc отменяет',
    local: 'Точку видите только вы, пока открыта эта вкладка: в систему она не уходит',
    centre: 'В центр карты',
    cancel: 'Отмена',
  },
  reading: 'Читаем заказы…',
  empty: 'Открытых заказов нет',
  emptyHere: 'Здесь заказов нет: другой счётчик или поиск покажет остальные',
};
