/** Words of the menu of a pin. */
import { ruPlural } from '#src/locales/plural.ts';

const orderWord = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');

export const pinMenu = {
  label: (number: string) => `Заказ ${number}`,
  close: 'Закрыть меню',
  several: (n: number) => `${n} ${orderWord(n)} в этой точке`,
  severalHint: 'Выберите заказ',
  severalList: 'Заказы в этой точке',
  rest: (n: number) => `и ещё ${n}: приблизьте карту`,
  selectAll: (n: number) => `Выделить все ${n}`,
  back: (n: number) => `Все заказы в этой точке: ${n}`,
  noWindow: 'окно не указано',
  until: (time: string) => `до ${time}`,
  noAddress: 'адрес не указан',
  noClient: 'клиент не указан',
  call: (phone: string) => `Позвонить: ${phone}`,
  noCourier: 'без курьера',
  selfPickUp: 'самовывоз, курьер не нужен',
  courierGone: (id: string) => `курьер № ${id}, в iRECA его больше нет`,
  pending: 'По заказу идёт команда…',
  all: (n: string) => `Все курьеры… ${n}`,
  unassign: 'Снять курьера',
  reschedule: 'Перенести окно…',
  readdress: 'Изменить адрес…',
  cancel: 'Отменить…',
  open: 'Открыть карточку',
  cannot: (why: string) => `Нельзя: ${why}`,
  /** Why the order has no pin under its menu any more. */
  standing: {
    hidden: 'Сейчас не виден на карте: скрыт фильтром, поиском или слоем.',
    noPoint: 'Без точки: на карте его нет.',
    over: 'Уже не открыт, с карты убран.',
    gone: 'Этого заказа больше нет в списке.',
  },
  drag: {
    several: (n: number) => `${n} ${orderWord(n)}`,
    onto: (name: string) => `→ ${name}`,
    hint: 'отпустите на курьере',
  },
};
