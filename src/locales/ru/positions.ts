/** Words of positions that were set aside and the refresh. */
import { ruPlural } from '#src/locales/plural.ts';

const aboutCouriers = (n: number) => `${n} ${ruPlural(n, 'курьере', 'курьерах', 'курьерах')}`;

export const positions = {
  refresh: 'Обновить позиции',
  refreshHint: 'Обновить: iRECA отдаёт позиции раз в минуту на курьера',
  nothingYet: (inTime: string) => `iRECA отдаёт позиции раз в минуту: следующие через ${inTime}`,
  asked: (n: number, inTime: string) => `Спрашиваем о ${aboutCouriers(n)}; остальные через ${inTime}`,
  underWay: 'Позиции уже обновляются',
  failed: (why: string) => `Обновить не вышло. ${why}`,
  setAside: (n: number) => `Отложено позиций: ${n}`,
  title: 'Этим позициям не верим',
  lead: 'Маркеры стоят там, где курьеров в последний раз видели достоверно.',
  none: 'Больше ничего не отложено',
  unknownCourier: (id: string) => `Курьер ${id}`,
  reason: {
    future: (ahead: string) => `время впереди нашего на ${ahead}`,
    older: 'пришла после более новой',
    notKnown: 'место неизвестно: iRECA прислала нули или ничего',
    outOfRange: 'таких координат не бывает',
    noTime: 'без времени: неизвестно, когда курьер там был',
  },
  said: (when: string, where: string) => `iRECA: ${when} · ${where}`,
  noTime: 'времени нет',
  noPoint: 'координат нет',
};
