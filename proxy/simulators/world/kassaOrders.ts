/** All online orders of Kassa, with the staff they can be given to. */
import type {
  Employee,
  KassaFields,
  KassaItem,
  KassaOrder,
  KassaStatus,
  KassaStatusRow,
} from './kassaOrder.ts';

export type NewKassaOrder = Pick<
  KassaOrder,
  'fields' | 'client' | 'properties' | 'door' | 'warehouseId' | 'window'
> & {
  items: Omit<KassaItem, 'id' | 'onlineOrderId'>[];
  userLogin: string;
  at: number;
};

export type KassaOrders = {
  organizationId: string;
  tradeObjectId: string;
  employees: Map<string, Employee>;
  /** «Иванов Иван» of a login; null for a stranger. */
  nameOf: (login: string) => string | null;
  all: () => Iterable<KassaOrder>;
  count: () => number;
  get: (id: number) => KassaOrder | undefined;
  /** Orders distributed to the member of staff with this login. */
  ofLogin: (login: string) => Iterable<KassaOrder>;
  add: (order: NewKassaOrder) => KassaOrder;
  change: (order: KassaOrder, patch: Partial<KassaFields>, at: number) => void;
  /** Moves an order to a status and adds its row. */
  move: (
    order: KassaOrder,
    status: KassaStatus,
    by: { login: string; info?: string | null },
    at: number,
    patch?: Partial<KassaFields>,
  ) => void;
  onChange: (listener: (order: KassaOrder, before: Partial<KassaFields>) => void) => void;
};

export function createKassaOrders(ids: { organizationId: string; tradeObjectId: string }): KassaOrders {
  const byId = new Map<number, KassaOrder>();
  const byLogin = new Map<string, Set<KassaOrder>>();
  const listeners: ((order: KassaOrder, before: Partial<KassaFields>) => void)[] = [];
  let nextId = 313626;
  let nextItem = 1822619;
  let nextStatus = 1514412;

  const index = (order: KassaOrder) => {
    const { responsiblePersonLogin: login, currentStatusType } = order.fields;
    if (login === null || currentStatusType !== 'DISTRIBUTED') return;
    byLogin.set(login, (byLogin.get(login) ?? new Set()).add(order));
  };
  const addRow = (
    order: KassaOrder,
    statusType: KassaStatus,
    userLogin: string,
    info: string | null,
    at: number,
  ) => {
    const row: KassaStatusRow = {
      id: nextStatus++,
      onlineOrderId: order.id,
      statusType,
      substatusId: null,
      statusDate: at,
      statusInfo: info,
      userLogin,
    };
    order.statuses.push(row);
  };
  const change: KassaOrders['change'] = (order, patch, at) => {
    const before: Record<string, unknown> = {};
    for (const key of Object.keys(patch)) before[key] = order.fields[key as keyof KassaFields];
    const login = order.fields.responsiblePersonLogin;
    Object.assign(order.fields, patch, { changed: at });
    if (login !== order.fields.responsiblePersonLogin) order.carried = false;
    if (login !== null) byLogin.get(login)?.delete(order);
    index(order);
    order.written = null;
    for (const listener of listeners) listener(order, before);
  };

  const employees = new Map<string, Employee>();
  return {
    ...ids,
    employees,
    nameOf: (login) => {
      const person = employees.get(login);
      return person ? `${person.lastName} ${person.firstName}` : null;
    },
    all: () => byId.values(),
    count: () => byId.size,
    get: (id) => byId.get(id),
    ofLogin: (login) => byLogin.get(login) ?? [],
    add: ({ items, userLogin, at, ...rest }) => {
      const id = nextId++;
      const order: KassaOrder = {
        ...rest,
        id,
        items: items.map((item) => ({ ...item, id: nextItem++, onlineOrderId: id })),
        statuses: [],
        carried: false,
        written: null,
      };
      byId.set(id, order);
      index(order);
      addRow(order, order.fields.currentStatusType, userLogin, null, at);
      for (const listener of listeners) listener(order, {});
      return order;
    },
    change,
    move: (order, status, by, at, patch = {}) => {
      addRow(order, status, by.login, by.info ?? null, at);
      change(order, { ...patch, currentStatusType: status, currentStatusTime: at }, at);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
