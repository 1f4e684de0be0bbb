/** Words of layers, full screen, the legend and the ground. */
import { ruPlural } from '#src/locales/plural.ts';

export const mapTools = {
  ground: {
    holes: (n: number) => `Не загрузилось: ${n} ${ruPlural(n, 'плитка', 'плитки', 'плиток')} подложки`,
    retry: 'Повторить',
    asking: 'пробуем…',
  },
  scale: {
    label: (length: string) => `Масштаб: отрезок — ${length}`,
    metres: (n: string) => `${n} м`,
    kilometres: (n: string) => `${n} км`,
  },
  screen: {
    enter: 'На весь экран (F)',
    leave: 'Выйти из полного экрана (F или Esc)',
    entered: 'Карта на весь экран. Esc — обратно.',
    left: 'Обычный размер.',
  },
  layers: {
    title: 'Слои карты',
    hidden: (n: number) => `Слои карты: ${ruPlural(n, 'скрыт', 'скрыто', 'скрыто')} ${n}`,
    couriers: 'Курьеры',
    offShift: 'Не на смене',
    offShiftNote: 'без заказов',
    orders: 'Заказы',
    warehouses: 'Склады',
    lines: 'Путь выбранного курьера',
    linesNote: 'линии к заказам, по прямой',
    shiftsUnknown: 'кто на смене, неизвестно',
    restore: 'Показать всё',
  },
  legend: {
    orders: 'Заказы',
    couriers: 'Курьеры',
    ways: 'Путь и маршрут',
    selected: 'выбран',
    byHand: 'точка поставлена вручную, видна только вам',
    heap: 'столько заказов рядом; красное: опаздывают, жёлтое: под риском',
    dot: 'тесно: точки вместо меток, ромб: опаздывает',
    accuracy: 'круг: точность позиции выбранного курьера',
    quarantined: 'отложенные позиции: iRECA прислала невозможное, метка не двигается',
    line: 'заказы выбранного курьера по порядку окон, по прямой',
    track: 'маршрут и направление',
    stop: 'стоянка дольше 5 минут, в кольце минуты',
    change: 'сменился заказ; пустой ромб: статус',
    gap: 'разрыв: позиций не было',
  },
};
