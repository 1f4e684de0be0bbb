/** Positions, licences and permissions of the couriers (iRECA API text, «Geo-данные», «Управление лицензиями»). */
import { Hono } from 'hono';
import { refusal } from '../control/refusal.ts';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import { toGmt } from '../gmt.ts';
import { fixesSince, type Fix } from '../world/member.ts';
import type { Row } from '../world/lists.ts';
import { PERMISSIONS } from './dictionaries.ts';
import { readFlag, readRows, readTime, requireFields } from './looseValues.ts';
import { takePage } from './paging.ts';
import type { IrecaServices } from './services.ts';

/** A fix, without the courier it belongs to (as in the sample). Every seventh courier's app writes text. */
function writeFix(fix: Fix, courierId: string): Row {
  const asText = Number(courierId) % 7 === 0;
  const degrees = (value: number | null) => (asText ? (value?.toFixed(14) ?? '') : value);
  return {
    orderId: fix.orderId === null ? null : Number(fix.orderId),
    deliveryStatusId: fix.deliveryStatusId,
    returnReasonId: null,
    longitude: degrees(fix.longitude),
    latitude: degrees(fix.latitude),
    accuracy: fix.accuracy,
    createdAt: fix.createdAt === null ? null : toGmt(fix.createdAt),
  };
}

export function staffApp({ world, now, callbacks }: IrecaServices) {
  const { crew, licences, permissions, lists } = world;

  const permissionRow = (roleId: string, actionId: string): Row | null => {
    const role = lists.rows('userRoles').get(roleId);
    const action = PERMISSIONS.find(({ permissionId }) => permissionId === actionId);
    if (!role || !action) return null;
    const set = permissions.get(`${roleId}|${actionId}`);
    return {
      roleId: Number(roleId),
      actionId,
      roleTitle: role.title,
      isAllowed: set?.isAllowed ?? '0',
      description: action.description,
      updatedAt: toGmt(set?.updatedAt ?? Date.UTC(2021, 4, 4, 15, 39, 36)),
    };
  };

  return new Hono<SimulatorEnv>()
    .get('/locations', (c) => {
      const { courierId, createdAt } = c.req.query();
      if (!courierId) throw refusal('Необходимо заполнить «courierId».');
      if (!lists.rows('couriers').has(courierId)) throw refusal('Модель не существует', 404);
      const since = createdAt ? readTime(createdAt, 'createdAt') : 0;
      const member = crew.get(courierId);
      const fixes = member ? fixesSince(member, since) : [];
      return c.json(takePage(fixes, (name) => c.req.query(name), 1).map((fix) => writeFix(fix, courierId)));
    })
    .get('/licenses', (c) =>
      c.json({
        licenseUse: licences.size,
        licenseTotal: world.licenceTotal,
        licenses: [...licences.values()].map(({ courierId, deviceId, deviceTitle, sessionStartAt }) => ({
          courierId: Number(courierId),
          deviceId,
          deviceTitle,
          sessionStartAt: toGmt(sessionStartAt),
        })),
      }),
    )
    .post('/licenses/close', (c) => {
      const licence = licences.get(c.req.query('deviceId') ?? '');
      if (!licence) throw refusal('Модель не существует', 404);
      if (c.var.ignored?.all) return c.body(null, 204);
      licences.delete(licence.deviceId);
      const member = crew.get(licence.courierId);
      const elsewhere = [...licences.values()].some(({ courierId }) => courierId === licence.courierId);
      if (member && !elsewhere) member.onShift = false;
      const finished = now();
      callbacks.send('licenses', licence.deviceId, () => ({
        ...licence,
        courierId: Number(licence.courierId),
        sessionStartAt: toGmt(licence.sessionStartAt),
        sessionFinishAt: toGmt(finished),
      }));
      return c.body(null, 204);
    })
    .post('/licenses/callback', async (c) => {
      callbacks.register('licenses', await c.req.json());
      return c.body(null, 201);
    })
    .get('/permissions', (c) => {
      const { roleId, permissionId, actionId = permissionId } = c.req.query();
      if (!roleId) throw refusal('Необходимо заполнить «roleId».');
      // The URL says permissionId, the table of parameters says actionId: either will do.
      if (!actionId) throw refusal('Необходимо заполнить «actionId».');
      const row = permissionRow(roleId, actionId);
      return c.json(row ? [row] : []);
    })
    .post('/permissions/replace', async (c) => {
      const rows = readRows(await c.req.json());
      for (const row of rows) {
        requireFields(row, ['roleId', 'actionId', 'isAllowed']);
        if (!permissionRow(String(row.roleId), String(row.actionId)))
          throw refusal('Модель не существует', 404);
      }
      for (const { roleId, actionId, isAllowed } of c.var.ignored?.all ? [] : rows) {
        const value = { isAllowed: String(readFlag(isAllowed)), updatedAt: now() };
        permissions.set(`${String(roleId)}|${String(actionId)}`, value);
      }
      return c.body(null, 204);
    });
}
