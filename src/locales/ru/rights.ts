/** Words of the matrix of roles and rights. */
import { ruPlural } from '#src/locales/plural.ts';

const actions = (n: number) => `${n} ${ruPlural(n, 'действие', 'действия', 'действий')}`;
const ofActions = (n: number) => `${n} ${ruPlural(n, 'действия', 'действий', 'действий')}`;

export const rights = {
  title: 'Роли и права',
  lead: 'Что разрешено в приложении курьера каждой роли. Переключатель записывается сразу и показывает то, что прочитано из iRECA.',
  leadRead: 'Что разрешено в приложении курьера каждой роли. Менять права может администратор Пульта.',
  evotor: 'Устройства «Эвотор» эти права не учитывают.',
  actions: 'Действия приложения',
  grid: 'Права ролей по действиям',
  action: 'Действие',
  count: (roles: number, all: number) =>
    `${roles} ${ruPlural(roles, 'роль', 'роли', 'ролей')} · ${actions(all)}`,
  allowedOf: (allowed: number, all: number) => `разрешено ${allowed} из ${all}`,
  counting: 'считаем…',
  deleted: 'удалена',
  showDeleted: (n: number) => `Показать удалённые: ${n}`,
  hidden: (n: number) => `скрыто фильтром: ${n}`,
  search: {
    nothing: 'Такого действия нет.',
    reset: 'Сбросить поиск',
  },
  role: 'Роль',
  roleMenu: (role: string) => `Права роли «${role}»`,
  openRole: 'Открыть роль',
  allowAll: (n: number) => `Разрешить всё: ${ofActions(n)}…`,
  forbidAll: (n: number) => `Запретить всё: ${ofActions(n)}…`,
  nameless: (id: string) => `№ ${id}`,
  value: {
    allowed: 'разрешено',
    forbidden: 'запрещено',
    unknown: 'не задано',
    loading: 'читается',
    failed: 'не прочитано',
    pending: 'записывается',
  },
  cell: (action: string, role: string) => `${action}, роль «${role}»`,
  cellValue: (cell: string, value: string) => `${cell}: ${value}`,
  retryCell: (cell: string) => `Прочитать ещё раз: ${cell}`,
  mark: {
    refused: 'отказ',
    otherwise: 'не подтверждено',
    unsure: 'не подтверждено',
  },
  trouble: {
    wanted: { allow: 'Разрешить', forbid: 'Запретить' },
    refused: 'iRECA отказала, право осталось прежним.',
    notSent: 'Не записано.',
    otherwise: (read: string) => `iRECA приняла, но читается «${read}».`,
    unsure: 'Неизвестно, записано ли: понятного ответа нет.',
    check: 'Проверить',
    again: 'Повторить запись',
    dismiss: 'Убрать пометку',
  },
  all: {
    allow: (role: string) => `Разрешить всё: «${role}»`,
    forbid: (role: string) => `Запретить всё: «${role}»`,
    will: {
      allow: (n: number, all: number) => `Будет разрешено ${actions(n)} из ${all}:`,
      forbid: (n: number, all: number) => `Будет запрещено ${actions(n)} из ${all}:`,
    },
    button: {
      allow: (n: number) => `Разрешить ${actions(n)}`,
      forbid: (n: number) => `Запретить ${actions(n)}`,
    },
    close: 'Закрыть',
  },
  said: {
    done: (cell: string, value: string) => `${cell}: ${value}, прочитано из iRECA`,
    trouble: (cell: string, mark: string) => `${cell}: ${mark}`,
    column: (role: string, done: number, all: number) => `Роль «${role}»: подтверждено ${done} из ${all}`,
  },
  failed: (n: number) => `Не прочитано прав: ${n}`,
  marked: (n: number) => `Не записано или не подтверждено: ${n}`,
  retry: 'Повторить',
  setAside: (roles: number, all: number) =>
    `Не удалось прочитать записей: роли ${roles}, действия ${all}. Остальные на месте.`,
  noRoles: 'Ролей пока нет',
  noRolesLead: 'Создайте роль в справочнике «Роли», и она появится здесь столбцом.',
  onlyDeleted: 'Остались только удалённые роли.',
  toRoles: 'К справочнику «Роли»',
  noActions: 'iRECA не назвала ни одного действия',
  loading: 'Загрузка прав',
};
