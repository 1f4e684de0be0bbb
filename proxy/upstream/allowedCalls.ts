/** What a browser may ask of the upstreams through us: one table by path, verb and role. Everything else is refused. */
import type { Role } from '#src/contracts/session.ts';
import type { System } from '#src/contracts/feed.ts';
import { LIST_TTL_MS } from './ireca.ts';
import type { KeptList } from './keptLists.ts';
import { KEPT_LISTS } from './keptLists.ts';

/** What a body must be: a list of records, or one record. */
type BodyShape = 'rows' | 'row';

export type AllowedCall = {
  system: System;
  /** `GET` reads, every other one writes. */
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the upstream's base address; compared letter for letter, but for `{id}`, which stands for digits. */
  path: string;
  /** Names that a query may hold, each once. */
  query: readonly string[];
  /** Those that it must hold: without `orderId`, `/orders` would be all orders. */
  required?: readonly string[];
  /** Of these it must hold one at least. */
  requiredAny?: readonly string[];
  /** The only value that a name may have. */
  exact?: Readonly<Record<string, string>>;
  role: Role;
  /** For how long the answer is given out again; 0 = never. */
  ttlMs: number;
  /** Null: no body is read. */
  body: BodyShape | null;
  /** A secret that the one record of the body must hold, at its top and nowhere else. */
  secret?: string;
  /** «No such model» is an ordinary answer here (nothing printed yet): `null` and no error. */
  noneWhenMissing?: true;
  /** One of its six verbs; a `GET` of these reads one record, which carries its tag. */
  list?: KeptList;
};

const PAGE = ['page', 'count'] as const;
/** Where the settings of Atol Online are written. Nowhere can they be read (iRECA API text). */
export const ATOL_SETTINGS = '/atolOnlineSettings/replace';
const KASSA_ORDERS = '/protected/online_orders';

const many = (path: string, query: readonly string[] = []): AllowedCall => ({
  system: 'ireca',
  method: 'GET',
  path,
  query,
  role: 'viewer',
  ttlMs: LIST_TTL_MS,
  body: null,
});
const one = (path: string, required: string, query: readonly string[] = []): AllowedCall => ({
  ...many(path, [required, ...query]),
  required: [required],
  ttlMs: 0,
});
/** Error logs, read by order, by courier, or by both: never those of everybody. */
const errors = (path: string): AllowedCall => ({
  ...many(path, ['orderId', 'courierId', ...PAGE]),
  requiredAny: ['orderId', 'courierId'],
  ttlMs: 0,
});
const write = (
  method: Exclude<AllowedCall['method'], 'GET'>,
  path: string,
  body: BodyShape | null,
  rest: Partial<AllowedCall> = {},
): AllowedCall => ({ system: 'ireca', method, path, query: [], role: 'dispatcher', ttlMs: 0, body, ...rest });

/** The six verbs of a list: everybody reads, admins keep it. */
function kept(list: KeptList): AllowedCall[] {
  const { path, idKey, paged, addedBy = 'admin' } = list;
  const named = { query: [idKey], required: [idKey], role: 'admin', list } as const;
  return [
    many(path, paged ? PAGE : []),
    { ...one(path, idKey), list },
    write('POST', path, 'rows', { role: addedBy, list }),
    write('POST', `${path}/replace`, 'rows', { role: 'admin', list }),
    write('PUT', path, 'row', named),
    write('DELETE', path, null, named),
  ];
}

export const ALLOW_LIST: readonly AllowedCall[] = [
  ...KEPT_LISTS.flatMap(kept),
  many('/licenses'),
  write('POST', '/licenses/close', null, { query: ['deviceId'], required: ['deviceId'], role: 'admin' }),
  // A switch is read back the moment it has been thrown.
  { ...many('/permissions', ['roleId', 'actionId']), required: ['roleId', 'actionId'], ttlMs: 0 },
  write('POST', '/permissions/replace', 'rows', { role: 'admin' }),
  many('/dictionary/orderStatuses'),
  many('/dictionary/orderDeliveryStatuses'),
  many('/dictionary/closeTypes'),
  many('/dictionary/taxTypes'),
  many('/dictionary/goodCalcTypes'),
  many('/dictionary/permissions'),

  { ...one('/orders', 'orderId'), noneWhenMissing: true },
  one('/orders/journalStatuses', 'orderId'),
  one('/journal', 'entityId', ['startedAt', ...PAGE]),
  { ...one('/orderReceipts', 'orderId'), noneWhenMissing: true },
  { ...one('/orderReturnReceipts', 'orderId'), noneWhenMissing: true },
  // Of one courier, or of all: `courierId` is not marked as required (iRECA API text).
  { ...many('/correctionReceipts', ['courierId', ...PAGE]), ttlMs: 0 },
  errors('/bankTerminalLogs'),
  errors('/fiscalRegistratorLogs'),
  // Whoever has this link can let a program print receipts in the company's name.
  { ...many('/pechka54Settings'), role: 'admin', ttlMs: 0 },
  write('POST', ATOL_SETTINGS, 'row', { role: 'admin', secret: 'password' }),
  write('POST', '/orders', 'rows', { query: ['isRefund'], exact: { isRefund: '1' } }),
  write('PUT', '/orders', 'row', { query: ['orderId'], required: ['orderId'] }),
  write('POST', '/orders/replace', 'rows'),

  { ...many(`${KASSA_ORDERS}/{id}`), system: 'kassa', ttlMs: 0 },
  write('POST', KASSA_ORDERS, 'row', { system: 'kassa' }),
];
