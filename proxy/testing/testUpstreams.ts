/** Two small upstreams for the proxy's own tests: real HTTP, a handful of records, every answer can be bent. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { IrecaState } from './testIreca.ts';
import { testIreca } from './testIreca.ts';

export type Seen = {
  system: 'ireca' | 'kassa';
  method: string;
  path: string;
  query: Record<string, string>;
  body: string;
  authorization: string | null;
  contentType: string | null;
};

/** Answers instead of the upstream when it gives a response; `null` lets the request through. */
export type Bend = (seen: Seen) => Response | Promise<Response | null> | null;

type Row = Record<string, unknown>;

export const KASSA_PASSWORD = 'kassa-password-тайна';
export const KASSA_USERNAME = '79990001122';

export function irecaOrder(orderId: string, fields: Row = {}): Row {
  return {
    orderId: Number(orderId),
    codeAlias: `G-${orderId}`,
    deliveryStatusId: 6,
    courierId: '',
    returnReasonId: {},
    client: { firstname: 'Алексей', lastname: 'Секретов', inn: '' },
    phone: '+79123456789',
    amountToPay: '679.57',
    addressTo: 'Санкт-Петербург Улица правды 24 44',
    deliveryTimeFrom: '2026-03-02 09:00:00',
    deliveryTimeTo: '2026-03-02 10:00:00',
    goods: [],
    ...fields,
  };
}

/** As JSON text, for its long ids stand there as bare numbers. */
export function kassaOrderJson(id: string, fields: Row = {}): string {
  const order = {
    id: Number(id),
    externalId: `BFt-${id}`,
    currentStatusType: 'ACCEPTED',
    responsiblePersonLogin: '79110000000',
    deliveryType: 'COURIER',
    deliveryTime: Date.UTC(2026, 2, 2, 11),
    address: 'Невский 10',
    totalAmount: 14500,
    unknownField: { kept: true },
    client: { firstName: 'Тест', phone: '79999999999' },
    onlineOrderStatuses: [{ id: 1, statusType: 'NEW', statusDate: 1, userLogin: '79110000000' }],
    onlineOrderItems: [{ id: 5, price: 10.5 }],
    ...fields,
  };
  const text = JSON.stringify(order);
  return `${text.slice(0, -1)},"tradeObjectId":9007199254740993123,"rolePerms":4641661977478446448639}`;
}

export type TestUpstreams = {
  ireca: IrecaState;
  kassa: {
    url: string;
    orders: Map<string, string>;
    tokens: Set<string>;
    refreshTokens: Set<string>;
    expiresIn: number;
  };
  seen: Seen[];
  /** Requests of one kind so far. */
  count(method: string, path: string): number;
  bend: { with: Bend | null };
  close(): Promise<void>;
};

function kassaApp(state: TestUpstreams['kassa']): Hono {
  const app = new Hono();
  let issued = 0;
  app.post('/oauth/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const refresh = form.get('refresh_token') ?? '';
    const known =
      form.get('grant_type') === 'password'
        ? form.get('username') === KASSA_USERNAME
        : state.refreshTokens.delete(refresh);
    if (!known) return c.json({ error: 'invalid_grant', error_description: 'Bad credentials' }, 400);
    issued += 1;
    state.tokens.clear();
    state.tokens.add(`access-${issued}`);
    state.refreshTokens.add(`refresh-${issued}`);
    return c.json({
      access_token: `access-${issued}`,
      refresh_token: `refresh-${issued}`,
      expires_in: state.expiresIn,
      token_type: 'bearer',
    });
  });
  app.use(async (c, next) => {
    const token = c.req.header('authorization')?.replace('Bearer ', '') ?? '';
    return state.tokens.has(token) ? next() : c.json({ error: 'invalid_token' }, 401);
  });
  app.post('/protected/online_orders/list/read', (c) =>
    c.body(`[${[...state.orders.values()].join(',')}]`, 200, { 'content-type': 'application/json' }),
  );
  app.post('/protected/online_orders', async (c) => {
    const { onlineOrder } = JSON.parse(await c.req.text()) as { onlineOrder: Row };
    const id = String(100 + state.orders.size);
    state.orders.set(id, kassaOrderJson(id, { externalId: onlineOrder['externalId'] }));
    return c.body(state.orders.get(id) ?? '', 201);
  });
  app.get('/protected/online_orders/:id', (c) => {
    const order = state.orders.get(c.req.param('id'));
    return order ? c.body(order) : c.json({ message: 'Заказ не найден' }, 404);
  });
  app.put('/protected/online_orders/:id', async (c) => {
    // Text in, text out: a test upstream must not lose the digits that the proxy has kept.
    const text = await c.req.text();
    const wrapper = JSON.parse(text) as { onlineOrder: Row; onlineOrderStatuses: Row[] };
    const { currentStatusType, responsiblePersonLogin } = wrapper.onlineOrder;
    const { onlineOrderStatuses } = wrapper;
    const id = c.req.param('id');
    state.orders.set(
      id,
      kassaOrderJson(id, { currentStatusType, responsiblePersonLogin, onlineOrderStatuses }),
    );
    return c.body(null, 200);
  });
  return app;
}

async function listen(app: Hono): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function startTestUpstreams(): Promise<TestUpstreams> {
  const seen: Seen[] = [];
  const bend: TestUpstreams['bend'] = { with: null };
  const couriers: Row[] = [
    {
      courierId: '100',
      title: 'Иван Быстров',
      phone: '+7 911 000-00-01',
      sourcePassword: 'courier-password-1',
    },
    { courierId: '101', title: 'Пётр Вестов', phone: '', sourcePassword: 'courier-password-2' },
  ];
  const ireca: IrecaState = {
    url: '',
    orders: new Map(['1', '2', '3', '4', '5'].map((id) => [id, irecaOrder(id)])),
    couriers,
    lists: {
      couriers,
      clients: [{ clientId: 7, lastname: 'Секретов', accessToken: 'client-token-1' }],
      orderReturnReasons: [{ reasonId: '5276', title: 'Пожелание клиента' }],
      goods: [{ goodId: '355866', title: 'Варенье вишня FL', price: '179.50', isActive: 1 }],
      warehouses: [{ warehouseId: '1100', title: 'Петроградский склад', isActive: '1' }],
      paymentTypes: [{ paymentTypeId: '4116', title: 'Банковская карта 2', closeTypeId: 2 }],
      taxes: [{ taxId: '8285', title: '10%' }],
    },
    licences: [{ courierId: 100, deviceId: 'd1' }],
    permissions: [{ roleId: 908, actionId: 'cashOut', isAllowed: '1' }],
    logs: { bankTerminalLogs: [], fiscalRegistratorLogs: [] },
    locations: new Map<string, unknown>(),
  };
  const kassa = {
    url: '',
    orders: new Map(['21', '22'].map((id) => [id, kassaOrderJson(id)])),
    tokens: new Set<string>(),
    refreshTokens: new Set<string>(),
    expiresIn: 43199,
  };

  const watched = (system: Seen['system'], inner: Hono) => {
    const app = new Hono();
    app.all('*', async (c) => {
      const body = await c.req.text();
      const url = new URL(c.req.url);
      const entry: Seen = {
        system,
        method: c.req.method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        body,
        authorization: c.req.header('authorization') ?? null,
        contentType: c.req.header('content-type') ?? null,
      };
      seen.push(entry);
      const bent = await bend.with?.(entry);
      if (bent) return bent;
      const init = { method: c.req.method, headers: c.req.raw.headers, ...(body !== '' && { body }) };
      return inner.fetch(new Request(c.req.url, init));
    });
    return app;
  };
  const [first, second] = await Promise.all([
    listen(watched('ireca', testIreca(ireca, irecaOrder))),
    listen(watched('kassa', kassaApp(kassa))),
  ]);
  ireca.url = first.url;
  kassa.url = second.url;
  return {
    ireca,
    kassa,
    seen,
    bend,
    count: (method, path) => seen.filter((entry) => entry.method === method && entry.path === path).length,
    async close() {
      await Promise.all([first.close(), second.close()]);
    },
  };
}
