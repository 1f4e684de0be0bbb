/** Receipts, fiscal settings, the journal and the error logs (iRECA API text, «Фискальные документы» and on). */
import { Hono } from 'hono';
import { refusal } from '../control/refusal.ts';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import { toGmt } from '../gmt.ts';
import type { IrecaOrder, Receipt } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { LogRow } from '../world/world.ts';
import { isNothing, isRow, readTime, requireFields } from './looseValues.ts';
import { writeJournalRow } from './orderRecord.ts';
import { takePage } from './paging.ts';
import type { IrecaServices } from './services.ts';

const TAX_SYSTEMS = ['osn', 'usn_income', 'usn_income_outcome', 'envd', 'esn', 'patent'];
const AGENTS = [
  'bank_paying_agent',
  'bank_paying_subagent',
  'paying_agent',
  'paying_subagent',
  'attorney',
  'commission_agent',
  'another',
];

const writeReceipt = ({ state }: IrecaOrder, receipt: Receipt): Row => ({
  orderId: Number(state.orderId),
  serialNumber: receipt.serialNumber,
  shiftNumber: receipt.shiftNumber,
  fn: `9960${receipt.serialNumber.slice(-6)}341177`.slice(0, 16),
  fdNumber: receipt.fdNumber,
  receiptNumber: String(Number(receipt.fdNumber) % 120),
  fiscalSign: String((Number(receipt.fdNumber) * 7_919_317) % 4_294_967_296),
  dateTimeReceipt: toGmt(receipt.dateTimeReceipt),
});

/** Atol Online settings; refuses what lacks something or names an unknown tax system or agent. */
function readAtolSettings(body: unknown): Row {
  if (!isRow(body)) throw refusal('Неверный формат запроса.');
  requireFields(body, ['settingId', 'login', 'password', 'kktGroup', 'isProduction', 'company']);
  const company = isRow(body.company) ? body.company : {};
  requireFields(company, ['inn', 'taxSystem']);
  if (!TAX_SYSTEMS.includes(String(company.taxSystem))) throw refusal('Неверное значение «taxSystem».');
  if (isNothing(body.agent)) return body;
  const type = isRow(body.agent) ? body.agent.type : undefined;
  if (!AGENTS.includes(String(type))) throw refusal('Неверное значение «type».');
  return body;
}

export function documentsApp({ world }: IrecaServices) {
  const orderOf = (orderId: string | undefined): IrecaOrder => {
    if (!orderId) throw refusal('Необходимо заполнить «orderId».');
    const order = world.ireca.get(orderId);
    if (!order) throw refusal('Модель не существует', 404);
    return order;
  };
  const receiptOf = (orderId: string | undefined, which: 'receipt' | 'returnReceipt'): Row => {
    const order = orderOf(orderId);
    const receipt = order[which];
    if (!receipt) throw refusal('Модель не существует', 404);
    return writeReceipt(order, receipt);
  };
  const matching = (rows: readonly LogRow[], { orderId, courierId }: Record<string, string>) =>
    rows.filter(
      (row) =>
        (!orderId || String(row.orderId) === orderId) && (!courierId || String(row.courierId) === courierId),
    );

  const log = (rows: readonly LogRow[], query: Record<string, string>) => {
    const found = matching(rows, query);
    return takePage(world.logsNewestFirst ? found.toReversed() : found, (name) => query[name]);
  };

  return new Hono<SimulatorEnv>()
    .get('/orderReceipts', (c) => c.json(receiptOf(c.req.query('orderId'), 'receipt')))
    .get('/orderReturnReceipts', (c) => c.json(receiptOf(c.req.query('orderId'), 'returnReceipt')))
    .get('/correctionReceipts', (c) =>
      c.json(takePage(matching(world.correctionReceipts, c.req.query()), (name) => c.req.query(name))),
    )
    .get('/bankTerminalLogs', (c) => c.json(log(world.bankTerminalLogs, c.req.query())))
    .get('/fiscalRegistratorLogs', (c) => c.json(log(world.fiscalRegistratorLogs, c.req.query())))
    .post('/atolOnlineSettings/replace', async (c) => {
      const settings = readAtolSettings(await c.req.json());
      if (!c.var.ignored?.all) world.atol = settings;
      return c.body(null, 201, { 'content-type': 'application/json' });
    })
    .get('/pechka54Settings', (c) =>
      c.json({ url: `https://api-courier-ireca.softbalance.ru/pechka54/${4000 + world.seed}` }),
    )
    .get('/journal', (c) => {
      const { entityId, startedAt } = c.req.query();
      if (!entityId) throw refusal('Необходимо заполнить «entityId».');
      const since = startedAt ? readTime(startedAt, 'startedAt') : 0;
      const rows = (world.ireca.get(entityId)?.journal ?? []).filter(({ createdAt }) => createdAt >= since);
      return c.json(takePage(rows, (name) => c.req.query(name)).map(writeJournalRow));
    });
}
