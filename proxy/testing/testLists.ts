/** The reference lists, licences and permissions of the small iRECA of the proxy's own tests. */
import type { Context, Hono } from 'hono';
import type { IrecaState } from './testIreca.ts';

type Row = Record<string, unknown>;

const ID_KEYS: Record<string, string> = {
  goods: 'goodId',
  specificities: 'specificityId',
  warehouses: 'warehouseId',
  couriers: 'courierId',
  userRoles: 'roleId',
  clients: 'clientId',
  suppliers: 'supplierId',
  orderReturnReasons: 'reasonId',
  paymentTypes: 'paymentTypeId',
  taxes: 'taxId',
};
/** These keep a deleted row with `isActive` 0. */
const KEEPS_DELETED = new Set(['goods', 'specificities', 'warehouses', 'userRoles']);
/** These leave their own id out when one is read. */
const OMITS_ID = new Set(['paymentTypes', 'taxes']);

const missing = (c: Context) => c.json({ error: true, message: 'Модель не существует' }, 404);

export function testLists(app: Hono, state: IrecaState): void {
  for (const [path, idKey] of Object.entries(ID_KEYS)) {
    const rows = () => (state.lists[path] ??= []);
    const at = (id: unknown) => rows().findIndex((row) => String(row[idKey]) === String(id));
    const put = (index: number, sent: Row) => {
      rows()[index] = { ...rows()[index], ...sent };
    };
    app.get(`/${path}`, (c) => {
      const id = c.req.query(idKey);
      if (id === undefined) return c.json(rows());
      const { [idKey]: own, ...row } = rows()[at(id)] ?? {};
      if (own === undefined) return missing(c);
      return c.json(OMITS_ID.has(path) ? row : { [idKey]: own, ...row });
    });
    app.post(`/${path}`, async (c) => {
      rows().push(...(await c.req.json<Row[]>()));
      return c.body(null, 201);
    });
    app.post(`/${path}/replace`, async (c) => {
      for (const row of await c.req.json<Row[]>()) {
        const index = at(row[idKey]);
        if (index < 0) rows().push(row);
        else put(index, row);
      }
      return c.body(null, 204);
    });
    app.put(`/${path}`, async (c) => {
      const index = at(c.req.query(idKey));
      if (index < 0) return missing(c);
      const { [idKey]: _own, ...sent } = await c.req.json<Row>();
      put(index, sent);
      return c.body(null, 204);
    });
    app.delete(`/${path}`, (c) => {
      const index = at(c.req.query(idKey));
      if (index < 0) return missing(c);
      if (KEEPS_DELETED.has(path)) put(index, { isActive: 0 });
      else rows().splice(index, 1);
      return c.body(null, 204);
    });
  }

  app.get('/licenses', (c) => c.json({ licenseUse: 1, licenseTotal: 9, licenses: state.licences }));
  app.post('/licenses/close', (c) => {
    const index = state.licences.findIndex(({ deviceId }) => deviceId === c.req.query('deviceId'));
    if (index < 0) return missing(c);
    state.licences.splice(index, 1);
    return c.body(null, 204);
  });
  app.get('/permissions', (c) => {
    const { roleId, actionId } = c.req.query();
    const found = state.permissions.filter(
      (row) => String(row['roleId']) === roleId && row['actionId'] === actionId,
    );
    return c.json(found);
  });
  app.post('/permissions/replace', async (c) => {
    for (const row of await c.req.json<Row[]>()) {
      const known = state.permissions.find(
        ({ roleId, actionId }) => String(roleId) === String(row['roleId']) && actionId === row['actionId'],
      );
      if (known) Object.assign(known, row);
      else state.permissions.push(row);
    }
    return c.body(null, 204);
  });
}
