/** Words of couriers on the map: the chosen one beside it, what their markers say, who was not seen. */
import { ruPlural } from '#src/locales/plural.ts';

const orderWord = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');

export const courierCard = {
  marker: {
    /** `age` null: the position is fresh. */
    label: (name: string, standing: string, age: string | null) =>
      `${name}, ${standing}, ${age === null ? 'позиция свежая' : `позиция ${age} назад`}`,
  },
  list: {
    only: 'Показать только',
    /** Couriers at work, or with orders in hand, whose position is old or missing. */
    silent: (n: number) => `молчат больше 10 мин: ${n}`,
    never: (n: number) => `позиции не было: ${n}`,
    nobody: 'Таких сейчас нет',
  },
  region: (name: string) => `Курьер ${name}`,
  back: 'К списку курьеров',
  backShort: 'К списку',
  call: (phone: string) => `Позвонить ${phone}`,
  noPhone: 'телефон не указан',
  onShift: (since: string) => `на смене с ${since}`,
  onShiftNow: 'на смене',
  offShift: 'не на смене',
  shiftUnknown: 'на смене ли, неизвестно',
  unknown: 'Такого курьера в iRECA нет',
  unknownWhy: (id: string) => `Номер из адреса: ${id}. Возможно, курьера удалили.`,
  reading: 'Читаем курьера…',
  counts: 'Заказы курьера',
  open: (n: number) => `${n} ${ruPlural(n, 'открытый', 'открытых', 'открытых')}`,
  late: (n: number) => `${ruPlural(n, 'опаздывает', 'опаздывают', 'опаздывают')} ${n}`,
  atRisk: (n: number) => `под риском ${n}`,
  position: {
    title: 'Позиция',
    seen: (ago: string) => `${ago} назад`,
    never: 'ещё ни одной: на карте курьера нет',
    ghost: 'больше 10 минут: на карте только контур',
    accuracy: 'Точность',
    metres: (n: string) => `±${n} м`,
    noAccuracy: 'точность неизвестна',
    setAside: 'Новая позиция отложена',
    inHand: 'Заказ в руках',
    next: 'Следующая',
    in: (time: string) => `через ${time}`,
    now: 'обновляем…',
    show: 'Показать на карте',
  },
  orders: {
    title: 'Заказы по порядку окон',
    way: (distance: string) => `${distance} по прямой`,
    none: 'Открытых заказов нет',
    noWindow: 'без окна',
    noPoint: 'без точки на карте',
    noAddress: 'адрес не указан',
    openCard: (number: string) => `Открыть карточку заказа ${number}`,
  },
  assign: (n: number) => `Назначить выбранные: ${n}`,
  assignLabel: (n: number, name: string) => `Назначить выбранные (${n} ${orderWord(n)}): ${name}`,
  table: 'Показать в таблице',
  tableShort: 'В таблице',
  sheet: 'Маршрутный лист',
};
