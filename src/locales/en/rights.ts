/** Words of the matrix of roles and rights. */
import type { rights as russian } from '#src/locales/ru/rights.ts';
import { enPlural } from '#src/locales/plural.ts';

const actions = (n: number) => `${n} ${enPlural(n, 'action', 'actions')}`;

export const rights: typeof russian = {
  title: 'Roles and rights',
  lead: 'What each role may do in the courier app. A switch is written at once and shows what was read from iRECA.',
  leadRead: 'What each role may do in the courier app. An administrator of Pult can change it.',
  evotor: 'Evotor devices ignore these rights.',
  actions: 'Actions of the app',
  grid: 'Rights of roles by action',
  action: 'Action',
  count: (roles, all) => `${roles} ${enPlural(roles, 'role', 'roles')} · ${actions(all)}`,
  allowedOf: (allowed, all) => `${allowed} of ${all} allowed`,
  counting: 'counting…',
  deleted: 'deleted',
  showDeleted: (n) => `Show deleted: ${n}`,
  hidden: (n) => `hidden by filter: ${n}`,
  search: {
    nothing: 'There is no such action.',
    reset: 'Reset search',
  },
  role: 'Role',
  roleMenu: (role) => `Rights of the role “${role}”`,
  openRole: 'Open role',
  allowAll: (n) => `Allow all: ${actions(n)}…`,
  forbidAll: (n) => `Forbid all: ${actions(n)}…`,
  nameless: (id) => `No. ${id}`,
  value: {
    allowed: 'allowed',
    forbidden: 'forbidden',
    unknown: 'not set',
    loading: 'being read',
    failed: 'not read',
    pending: 'being written',
  },
  cell: (action, role) => `${action}, role “${role}”`,
  cellValue: (cell, value) => `${cell}: ${value}`,
  retryCell: (cell) => `Read again: ${cell}`,
  mark: { refused: 'refused', otherwise: 'not confirmed', unsure: 'not confirmed' },
  trouble: {
    wanted: { allow: 'Allow', forbid: 'Forbid' },
    refused: 'iRECA refused, the right is as before.',
    notSent: 'Not written.',
    otherwise: (read) => `iRECA accepted, but it reads “${read}”.`,
    unsure: 'It is not known whether it was written: no clear answer came.',
    check: 'Check',
    again: 'Write again',
    dismiss: 'Remove mark',
  },
  all: {
    allow: (role) => `Allow all: “${role}”`,
    forbid: (role) => `Forbid all: “${role}”`,
    will: {
      allow: (n, all) => `${actions(n)} of ${all} will be allowed:`,
      forbid: (n, all) => `${actions(n)} of ${all} will be forbidden:`,
    },
    button: { allow: (n) => `Allow ${actions(n)}`, forbid: (n) => `Forbid ${actions(n)}` },
    close: 'Close',
  },
  said: {
    done: (cell, value) => `${cell}: ${value}, read from iRECA`,
    trouble: (cell, mark) => `${cell}: ${mark}`,
    column: (role, done, all) => `Role “${role}”: ${done} of ${all} confirmed`,
  },
  failed: (n) => `Rights not read: ${n}`,
  marked: (n) => `Not written or not confirmed: ${n}`,
  retry: 'Try again',
  setAside: (roles, all) =>
    `Records that could not be read: roles ${roles}, actions ${all}. The others are in place.`,
  noRoles: 'No roles yet',
  noRolesLead: 'Create a role in the list “Roles”, and it will stand here as a column.',
  onlyDeleted: 'Only deleted roles are left.',
  toRoles: 'To the list “Roles”',
  noActions: 'iRECA names no actions',
  loading: 'Loading rights',
};
