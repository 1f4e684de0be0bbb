import { afterEach, describe, expect, it } from 'vitest';
import { toGmt } from '../gmt.ts';
import { NOON, startForTest, type Row } from '../testing/startForTest.ts';

const simulators = await startForTest({ orders: 40, couriers: 6 });
const { control, irecaCall } = simulators;
const post = (path: string, body: unknown) => control('ireca', 'POST', path, body);
const page = async (path: string) => (await irecaCall('GET', `/${path}&page=0&count=500`)).rows;
const LOGS = [
  ['terminal', 'bankTerminalLogs', 'terminalLogId', 'transactionCreatedAt'],
  ['recorder', 'fiscalRegistratorLogs', 'frId', 'commandExecutedAt'],
] as const;

afterEach(() => post('/logsOrder', { newestFirst: false }));

describe.each(LOGS)('an error of a %s', (device, path, idKey, timeKey) => {
  it('comes after all others, with all that the text names', async () => {
    const before = (await page(`${path}?`)).at(-1) ?? {};
    const sent = {
      device,
      courierId: '55753',
      orderId: '7',
      errorCode: '99',
      errorText: 'Сбой',
      amount: 12.5,
    };
    const { status, json } = await post('/deviceErrors', sent);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      courierId: '55753',
      orderId: '7',
      errorCode: '99',
      errorText: 'Сбой',
      amount: '12.50',
      [idKey]: Number(before[idKey]) + 1,
      [timeKey]: toGmt(NOON),
    });
    expect(Object.keys(json).sort()).toEqual(Object.keys(before).sort());
    expect((await page(`${path}?`)).at(-1)).toEqual(json);
    expect((await page(`${path}?courierId=55753&orderId=7`)).at(-1)).toEqual(json);
  });

  it('may have no order, and no time or another one', async () => {
    expect((await post('/deviceErrors', { device, courierId: '55753' })).json).toMatchObject({ orderId: '' });
    const timeless = await post('/deviceErrors', { device, courierId: '55753', orderId: null, at: null });
    expect(timeless.json).toMatchObject({ orderId: '', [timeKey]: null });
    const old = await post('/deviceErrors', { device, courierId: '55753', at: NOON - 60_000 });
    expect(old.json).toMatchObject({ [timeKey]: toGmt(NOON - 60_000) });
  });

  it('stands at the other end when the log is given out newest first', async () => {
    const rows = await page(`${path}?`);
    await post('/logsOrder', { newestFirst: true });
    expect(await page(`${path}?`)).toEqual(rows.toReversed());
    const first = (await irecaCall('GET', `/${path}?page=0&count=2`)).rows;
    expect(first).toEqual(rows.toReversed().slice(0, 2));
  });
});

describe('what stands in the logs at the start', () => {
  it.each(LOGS)(
    'of the %s is weeks of errors in order, some of them of today',
    async (_, path, idKey, timeKey) => {
      const day = await startForTest({ orders: 220, couriers: 18 });
      const shift = (await day.irecaCall('GET', '/licenses')).json.licenses as Row[];
      const onShift = new Set(shift.map(({ courierId }) => String(courierId)));
      const rows = (await day.irecaCall('GET', `/${path}?page=0&count=500`)).rows;
      const today = rows.filter((row) => String(row[timeKey]) >= toGmt(NOON).slice(0, 10));
      expect(today.filter(({ courierId }) => onShift.has(String(courierId))).length).toBeGreaterThanOrEqual(
        4,
      );
      for (const { orderId } of today) {
        expect((await day.irecaCall('GET', `/orders?orderId=${String(orderId)}`)).status).toBe(200);
      }
      expect(rows.length).toBeGreaterThan(30);
      const times = rows.map((row) => String(row[timeKey]));
      expect(times).toEqual([...times].sort());
      expect(times.filter((time) => time > toGmt(NOON))).toEqual([]);
      const ids = rows.map((row) => Number(row[idKey]));
      expect(ids).toEqual(ids.map((_id, index) => (ids[0] ?? 0) + index));
    },
  );

  it('are correction receipts of weeks, more than two pages of them, of several couriers', async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].map(
        async (at) => (await irecaCall('GET', `/correctionReceipts?page=${at}&count=20`)).rows,
      ),
    );
    expect(pages.map(({ length }) => length)).toEqual([20, 20, expect.any(Number), 0]);
    const all = pages.flat();
    expect(new Set(all.map(({ correctionReceiptId }) => correctionReceiptId)).size).toBe(all.length);
    expect(new Set(all.map(({ courierId }) => courierId)).size).toBeGreaterThan(3);
    const theirs = (await irecaCall('GET', '/correctionReceipts?courierId=55752&page=0&count=500')).rows;
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.every(({ courierId }) => courierId === '55752')).toBe(true);
  });

  it('are journals in which a site, the couriers’ app and the cabinet had their hands', async () => {
    const closed = (await control('ireca', 'GET', '/orders')).rows.filter(
      (row) => row.deliveryStatusId === 10,
    );
    const journals = await Promise.all(
      closed.map(({ orderId }) => page(`journal?entityId=${String(orderId)}`)),
    );
    const sources = new Set(journals.flat().map(({ source }) => String(source)));
    expect([...sources].sort()).toEqual(
      expect.arrayContaining(['API', 'Application: iRECA Courier', 'https://courier.softbalance.ru']),
    );
    expect([...sources].some((source) => source.endsWith('.example'))).toBe(true);
  });
});

describe('as the day goes on', () => {
  it('errors come now and then', async () => {
    const day = await startForTest({ orders: 200, couriers: 18 });
    const count = async () => {
      const pages = LOGS.map(([, path]) => day.irecaCall('GET', `/${path}?page=0&count=500`));
      return (await Promise.all(pages)).flatMap(({ rows }) => rows).length;
    };
    const before = await count();
    for (let hour = 0; hour < 6; hour += 1) day.pass(3_600_000);
    const came = (await count()) - before;
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThanOrEqual(6 * 2 * 4);
  });
});

describe('a correction receipt', () => {
  it('comes after all others', async () => {
    const { status, json } = await post('/correctionReceipts', {
      courierId: '55752',
      amount: 100,
      serialNumber: '7',
    });
    expect(status).toBe(201);
    const rows = await page('correctionReceipts?');
    expect(rows.at(-1)).toEqual(json);
    expect(json).toEqual({
      correctionReceiptId: Number(rows.at(-2)?.correctionReceiptId) + 1,
      courierId: '55752',
      serialNumber: '7',
      amount: '100.00',
      commandExecutedAt: toGmt(NOON),
    });
  });
});

describe('the settings of Atol Online', () => {
  it('are kept as they were stored, for tests only', async () => {
    expect((await control('ireca', 'GET', '/atol')).json).toBeNull();
    const settings = {
      settingId: 1,
      login: 'login',
      password: '1234',
      kktGroup: 'group',
      isProduction: 0,
      company: { inn: '1234567890', taxSystem: 'osn' },
    };
    expect((await irecaCall('POST', '/atolOnlineSettings/replace', settings)).status).toBe(201);
    expect((await control('ireca', 'GET', '/atol')).json).toEqual(settings);
    const wrong = { ...settings, company: { inn: '1', taxSystem: 'none' } };
    expect((await irecaCall('POST', '/atolOnlineSettings/replace', wrong)).status).toBe(422);
    expect(
      (await irecaCall('POST', '/atolOnlineSettings/replace', { ...settings, password: '' })).status,
    ).toBe(422);
    expect((await control('ireca', 'GET', '/atol')).json).toEqual(settings);
    expect((await irecaCall('GET', '/atolOnlineSettings')).status).toBe(404);
  });
});

describe('refuses', () => {
  it.each([
    ['/deviceErrors', []],
    ['/deviceErrors', { courierId: '1' }],
    ['/deviceErrors', { device: 'printer', courierId: '1' }],
    ['/deviceErrors', { device: 'terminal' }],
    ['/deviceErrors', { device: 'terminal', courierId: '1', amount: '5' }],
    ['/deviceErrors', { device: 'terminal', courierId: '1', at: 'now' }],
    ['/deviceErrors', { device: 'terminal', courierId: '1', errorText: 7 }],
    ['/correctionReceipts', { amount: 1 }],
    ['/logsOrder', { newestFirst: 1 }],
  ])('%s %j', async (path, body) => {
    expect((await post(path, body)).status).toBe(400);
  });
});
