/** `protected/online_orders`: create, read one, list, change (Kassa API text; list and PUT are assumptions). */
import { Hono } from 'hono';
import { refusal } from '../control/refusal.ts';
import { isIgnored, type SimulatorEnv } from '../control/simulatorEnv.ts';
import { rollDice } from '../dice.ts';
import type { KassaFields, KassaOrder } from '../world/kassaOrder.ts';
import type { World } from '../world/world.ts';
import { digitsOf, readAmount, readBody, readString, type Body } from './losslessBody.ts';
import {
  checkLongNumbers,
  newStatusRow,
  onlineOrderOf,
  readClient,
  readFields,
  readItems,
  readProperties,
  readStatus,
  readTaxSystem,
} from './orderInput.ts';
import { writeKassaOrder } from './orderRecord.ts';
import { isFinalStatus, whyNot } from './statusRules.ts';

export type KassaServices = {
  world: World;
  /** Simulated now, epoch ms. */
  now: () => number;
  /** The login of the account that holds the token. */
  login: string;
};

const HOUR = 3_600_000;
const FIRST_NEW_CLIENT = 900_000;

/** Fields that a new order has before anything else is known of it. */
const blank = (at: number): Omit<KassaFields, 'organizationId' | 'tradeObjectId'> => ({
  visible: true,
  created: at,
  changed: at,
  taxSystem: 'COMMON',
  externalId: '',
  deliveryType: 'COURIER',
  deliveryAmount: null,
  deliveryTime: null,
  paid: false,
  orderTime: at,
  clientId: null,
  address: null,
  responsiblePersonLogin: null,
  discount: 0,
  discountType: 0,
  location: null,
  totalAmount: 0,
  comment: null,
  currentStatusType: 'NEW',
  currentStatusTime: at,
  substatusId: null,
  shopId: null,
  endLockTime: null,
  routeSheetDocumentId: null,
  routeSheetDocumentPosition: null,
  routeSheetDocumentNumber: null,
  size: null,
  actualDeliveryTime: null,
  cashierName: null,
  clientName: null,
});

export function onlineOrdersApp({ world, now, login }: KassaServices) {
  const { kassa } = world;
  const json = { 'content-type': 'application/json;charset=UTF-8' };

  const find = (id: string): KassaOrder => {
    const order = kassa.get(Number(id));
    if (!order) throw refusal('Заказ не найден', 404);
    return order;
  };

  const create = (wrapper: Body): KassaOrder => {
    checkLongNumbers(kassa, wrapper);
    const sent = onlineOrderOf(wrapper);
    const status = readStatus(sent.currentStatusType);
    if (status !== 'NEW' && status !== 'ACCEPTED') {
      throw refusal(`Заказ невозможно создать в статусе ${status}`, 400);
    }
    const patch = readFields(sent);
    if (!patch.deliveryType) throw refusal('Не заполнено поле deliveryType', 400);
    if (patch.deliveryType === 'COURIER' && !patch.address) throw refusal('Не заполнено поле address', 400);
    const at = now();
    const client = readClient(kassa, wrapper.client);
    // A client that Kassa does not know yet becomes one of its clients.
    if (client && client.id === 0) client.id = FIRST_NEW_CLIENT + kassa.count();
    const { organizationId, tradeObjectId } = kassa;
    const fields: KassaFields = {
      ...blank(at),
      ...patch,
      organizationId,
      tradeObjectId,
      externalId: readString(sent.externalId) ?? '',
      taxSystem: readTaxSystem(sent.taxSystem),
      orderTime: readAmount(sent.orderTime, 'orderTime') ?? at,
      clientId: patch.clientId ?? client?.id ?? null,
      currentStatusType: status,
      // «После создания заказа логин будет равен логину создателя заказа» (Kassa API text).
      responsiblePersonLogin: login,
    };
    const named = world.city.addresses.read(fields.address ?? '');
    const warehouseId = world.warehouses[0]?.warehouseId ?? '';
    const end = fields.deliveryTime ?? at + 2 * HOUR;
    return kassa.add({
      fields,
      client,
      properties: readProperties(wrapper.properties),
      items: readItems(wrapper.onlineOrderItems),
      door: (named ?? world.city.addresses.random(rollDice(world.seed, at))).point,
      warehouseId,
      window: { from: end - HOUR, to: end },
      userLogin: login,
      at,
    });
  };

  const edit = (order: KassaOrder, wrapper: Body) => {
    checkLongNumbers(kassa, wrapper);
    const sent = onlineOrderOf(wrapper);
    const from = order.fields.currentStatusType;
    const to = sent.currentStatusType === undefined ? from : readStatus(sent.currentStatusType);
    const row = newStatusRow(order, wrapper);
    if (row && row.statusType !== to) throw refusal('Новый статус не совпадает с currentStatusType', 400);
    if (to !== from && !row) throw refusal('Для смены статуса добавьте строку в onlineOrderStatuses', 400);
    if (isFinalStatus(from)) throw refusal(`Заказ в статусе ${from} недоступен для изменения`, 409);
    const reason = to !== from || row ? whyNot(from, to) : null;
    if (reason) throw refusal(reason, 409);
    const patch = readFields(sent);
    const { responsiblePersonLogin: assignee } = { ...order.fields, ...patch };
    if (to === 'DISTRIBUTED' && assignee === null) throw refusal('Не указан ответственный сотрудник', 400);
    if (assignee !== null && !kassa.employees.has(assignee)) throw refusal('Сотрудник не найден', 400);
    if (Array.isArray(wrapper.onlineOrderItems)) {
      const items = readItems(wrapper.onlineOrderItems);
      order.items = items.map((item, index) => ({
        ...item,
        id: order.items[index]?.id ?? 9_000_000 + order.id * 10 + index,
        onlineOrderId: order.id,
      }));
    }
    if (wrapper.properties !== undefined) order.properties = readProperties(wrapper.properties);
    const end = patch.deliveryTime;
    if (end && end !== order.fields.deliveryTime) order.window = { from: end - HOUR, to: end };
    if (row) kassa.move(order, to, { login, info: row.info }, now(), patch);
    else kassa.change(order, patch, now());
  };

  return new Hono<SimulatorEnv>()
    .post('/protected/online_orders', async (c) => {
      const order = create(readBody(await c.req.text()));
      return c.body(writeKassaOrder(kassa, order), 201, json);
    })
    .post('/protected/online_orders/list/read', async (c) => {
      const { organizationId, beginDate, endDate } = readBody(await c.req.text());
      if (organizationId !== kassa.organizationId) throw refusal('Организация не найдена', 400);
      const [begin, end] = [Number(digitsOf(beginDate) ?? NaN), Number(digitsOf(endDate) ?? NaN)];
      if (Number.isNaN(begin) || Number.isNaN(end))
        throw refusal('Не заполнены поля beginDate, endDate', 400);
      const found = [...kassa.all()].filter(({ fields }) => fields.created >= begin && fields.created <= end);
      return c.body(`[${found.map((order) => writeKassaOrder(kassa, order)).join(',')}]`, 200, json);
    })
    .get('/protected/online_orders/:id', (c) =>
      c.body(writeKassaOrder(kassa, find(c.req.param('id'))), 200, json),
    )
    .put('/protected/online_orders/:id', async (c) => {
      const order = find(c.req.param('id'));
      const wrapper = readBody(await c.req.text());
      if (!isIgnored(c.var.ignored, String(order.id))) edit(order, wrapper);
      return c.body(writeKassaOrder(kassa, order), 200, json);
    });
}
