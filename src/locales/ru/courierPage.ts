/** Words of one courier's page. */
import { ruPlural } from '#src/locales/plural.ts';

const orderWord = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');
const orders = (n: number) => `${n} ${orderWord(n)}`;
const remain = (n: number) => ruPlural(n, 'останется', 'останутся', 'останутся');

export const courierPage = {
  back: 'Курьеры',
  nameless: (id: string) => `Курьер № ${id}`,
  reading: 'Читаем курьера…',
  unknown: {
    title: 'Такого курьера в iRECA нет',
    lead: (id: string) => `Номер из адреса: ${id}. Возможно, курьера удалили или в ссылке ошибка.`,
    orders: (n: number) =>
      `За этим номером ещё ${n} ${ruPlural(n, 'открытый заказ', 'открытых заказа', 'открытых заказов')}.`,
    setAside:
      'Запись этого курьера в iRECA есть, но прочитать её не удалось: она отложена в списке курьеров.',
    toList: 'К списку курьеров',
  },
  deeds: {
    label: 'Действия с курьером',
    edit: 'Изменить',
    remove: 'Удалить курьера…',
    handOver: (n: number) => `Передать все заказы (${n})`,
  },
  about: {
    label: 'О курьере',
    noRole: 'роль не указана',
    roleNumber: (id: string) => `роль № ${id}`,
    call: (phone: string) => `Позвонить ${phone}`,
    noPhone: 'телефон не указан',
    write: (email: string) => `Написать ${email}`,
    inn: (inn: string) => `ИНН ${inn}`,
    onShift: 'на смене',
    offShift: 'не на смене',
    shiftUnknown: 'на смене ли, неизвестно: iRECA не отдала лицензии',
    kassa: {
      noPhone: 'Заказы Кассы этому курьеру не передать: телефона нет.',
      notALogin: 'Заказы Кассы этому курьеру не передать: телефон не подходит как логин Кассы.',
      sharedPhone: 'Заказы Кассы этому курьеру не передать: такой же телефон у другого курьера.',
    },
  },
  counts: {
    label: 'Заказы курьера в числах',
    open: 'Открытые',
    late: 'Опаздывают',
    atRisk: 'Под риском',
    delivered: 'Доставлено сегодня',
    cancelled: 'Отменено сегодня',
    reading: 'считаем',
  },
  where: {
    title: 'Где сейчас',
    seen: (ago: string) => `${ago} назад`,
    band: {
      fresh: 'позиция свежая',
      pale: 'позиция старше 2 минут',
      ghost: 'молчит больше 10 минут',
      never: 'позиции ещё не было',
    },
    at: (time: string) => `в ${time}`,
    accuracy: (metres: string) => `точность ±${metres} м`,
    inHand: (number: string) => `в руках заказ ${number}`,
    setAside: 'Новая позиция отложена',
    failed: 'Позиции сейчас не обновляются',
    since: (time: string) => `с ${time}`,
    reading: 'Читаем позиции…',
  },
  links: {
    label: 'Куда дальше',
    map: 'На карте',
    track: 'Трек за сегодня',
    table: 'Показать в таблице',
    sheet: 'Маршрутный лист',
  },
  shift: {
    title: 'Смена и лицензии',
    device: 'устройство без названия',
    deviceId: (id: string) => `№ ${id}`,
    since: (time: string, ago: string) => `с ${time}, уже ${ago}`,
    sinceUnknown: 'с какого времени, неизвестно',
    none: 'Приложение курьера ни на одном устройстве не открыто: лицензию он не занимает.',
    freed: (device: string) => `Лицензия освобождена: ${device}`,
  },
  orders: {
    title: 'Заказы',
    open: (n: number) => `Открытые: ${n}`,
    delivered: (n: number) => `Доставлены сегодня: ${n}`,
    cancelled: (n: number) => `Отменены сегодня: ${n}`,
    none: 'Открытых заказов нет.',
    noneLead: 'Назначить заказ можно в таблице заказов или на карте.',
    reading: 'Читаем заказы…',
    noWindow: 'без окна',
    noAddress: 'адрес не указан',
    selfPickUp: 'самовывоз',
    pending: 'идёт команда…',
    reassign: 'Передать',
    reassignOne: (number: string) => `Передать заказ ${number} другому курьеру`,
    unassign: 'Снять',
    fixed: 'не передать',
    unassignOne: (number: string) => `Снять курьера с заказа ${number}`,
    doubtful: (n: number) =>
      `Ещё ${orders(n)} Кассы ${ruPlural(n, 'отдан', 'отданы', 'отданы')} на телефон, который есть и у другого курьера. Чьи они, Пульт не знает:`,
    trouble: (system: string, since: string) =>
      `${system} не отвечает с ${since}: её заказы показаны по последним данным.`,
  },
  errors: {
    terminal: 'Ошибки банковского терминала',
    recorder: 'Ошибки фискального регистратора',
    all: 'Все ошибки',
    allOf: (title: string) => `Все ошибки: ${title}`,
    counted: (title: string, n: number) => `${title}: ${n}`,
    noTerminal: 'Ошибок терминала не было.',
    noRecorder: 'Ошибок регистратора не было.',
    reading: 'читаем',
    older: 'Показано прочитанное раньше.',
    code: (code: string) => `код ${code}`,
    noCode: 'без кода',
    noText: 'без описания',
    noTime: 'время неизвестно',
    order: (number: string) => `Заказ ${number}`,
    noOrder: 'без заказа',
    card: (card: string) => `карта ${card}`,
    device: (number: string) => `№ ${number}`,
    more: (n: number) => `Ещё ${n}`,
    setAside: (n: number) =>
      `${ruPlural(n, 'Не прочитана', 'Не прочитаны', 'Не прочитано')} ${n} ${ruPlural(n, 'запись', 'записи', 'записей')}.`,
  },
  handOver: {
    title: (name: string) => `Передать все заказы: ${name}`,
    lead: (n: number) => `Кому передать ${orders(n)}?`,
    orders: (n: number) => `Заказы: ${n}`,
    will: (n: number) => `будет передано ${n}`,
    cannot: (n: number, why: string) => `нельзя ${n}: ${why}`,
    impossible: (why: string) => `Нельзя: ${why}`,
    submit: (n: number, name: string) => `Передать ${orders(n)} → ${name}`,
    part: (n: number, of: number, name: string) => `Передать ${n} из ${of} → ${name}`,
    choose: 'Выберите курьера',
    nothing: 'Передать некому: других курьеров в iRECA нет',
    shiftsUnknown: 'Кто на смене, сейчас неизвестно: список сессий iRECA не прочитан.',
    close: 'Закрыть',
    allGone: 'Открытых заказов больше нет.',
  },
  saved: {
    created: 'Курьер создан. Пароль приложения Пульт больше не покажет.',
    edited: 'Сохранено: iRECA прочитана заново, всё на месте.',
  },
  remove: {
    title: (name: string) => `Удалить курьера: ${name}`,
    lead: (n: number) =>
      `За курьером ${n} ${ruPlural(n, 'открытый заказ', 'открытых заказа', 'открытых заказов')}. Сначала передайте ${n === 1 ? 'его' : 'их'} другому курьеру.`,
    leftLead: (n: number) => `За курьером ${ruPlural(n, 'остаётся', 'остаются', 'остаются')} ${orders(n)}.`,
    reading: 'Читаем заказы курьера…',
    running: (done: number, of: number) => `Передаём: ${done} из ${of}`,
    outcome: (summary: string) => `Передача закончена: ${summary}`,
    allGiven: (n: number) => `готово, ${orders(n)}`,
    checking: 'Сверяем со списком заказов…',
    goOn: 'Удалить курьера…',
    rest: (n: number) => `Передать оставшиеся (${n})`,
    anyway: (n: number) => `Удалить всё равно: ${orders(n)} ${remain(n)} за курьером…`,
    anywayWhy: (n: number): string =>
      n === 1
        ? 'Передать его нельзя никому: он уже у курьера на руках.'
        : 'Передать их нельзя никому: они уже у курьера на руках.',
    clean: 'Открытых заказов за курьером нет.',
    given: (n: number) => `Открытых заказов за курьером нет, передано: ${n}.`,
    stay: (n: number, numbers: string) =>
      `${orders(n)} ${remain(n)} за удалённым курьером: ${numbers}. Дальше ${n === 1 ? 'его' : 'их'} придётся вести в самой системе.`,
    doubtful: (n: number, numbers: string) =>
      `${orders(n)} Кассы на общем с другим курьером телефоне ${remain(n)} как есть: ${numbers}.`,
    trouble: (system: string, since: string) =>
      `${system} не отвечает с ${since}: новые заказы этого курьера могли не попасть в список.`,
    onShift: (device: string) => `Приложение курьера сейчас открыто: ${device}.`,
    gone: (name: string) => `Курьер удалён: ${name}`,
    hide: 'Скрыть',
  },
};
