/** Words for failures: whose it is and what to do. */
import { ruPlural } from '#src/locales/plural.ts';

export const errors = {
  title: (whose: string) => `${whose}: не удалось прочитать данные`,
  whose: { ireca: 'iRECA', kassa: 'Касса', pult: 'Пульт' },
  code: {
    offline: 'Нет связи с сервером Пульта: проверьте сеть.',
    badAnswer:
      'Сервер Пульта ответил непонятно. Обновите страницу; если повторится, сообщите администратору.',
    unauthenticated: 'Сессия закончилась. Войдите снова.',
    badCredentials: 'Логин или пароль не подходит.',
    forbidden: 'Вашей роли это не разрешено.',
    badOrigin: 'Запрос отклонён: страница открыта не с адреса Пульта.',
    notAllowed: 'Пульт не пропускает такой запрос.',
    invalid: 'Запрос составлен неверно.',
    tooLarge: 'Слишком большой запрос: уменьшите выбор.',
    stale: 'Запись уже изменил кто-то другой: перечитайте её.',
    upstreamRefused: 'Система отказала.',
    upstreamFailed: 'У системы сбой: понятного ответа она не дала.',
    upstreamUnreachable: 'Нет связи с системой.',
    upstreamTimeout: 'Система не ответила вовремя.',
    upstreamUnauthorized: 'Система не принимает ключ доступа Пульта: нужен администратор.',
    systemOff: 'Эта система не подключена к Пульту.',
    stopping: 'Сервер Пульта перезапускается. Повторите через минуту.',
    internal: 'Внутренняя ошибка Пульта.',
  },
  throttled: (seconds: number) =>
    `Слишком часто. Повторите через ${seconds} ${ruPlural(seconds, 'секунду', 'секунды', 'секунд')}.`,
  retry: 'Повторить',
};
