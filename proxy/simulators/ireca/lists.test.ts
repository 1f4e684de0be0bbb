import { describe, expect, it } from 'vitest';
import { startForTest } from '../testing/startForTest.ts';

const { irecaCall, control } = await startForTest({ orders: 60, couriers: 8 });

describe('the reference lists', () => {
  it('are paged from 0 by 20, at most 500, and never tell a total', async () => {
    const page = async (query: string) => (await irecaCall('GET', `/goods?${query}`)).rows;
    const whole = await page('page=0&count=500');
    expect(whole.length).toBeGreaterThan(40);
    expect(await page('page=0')).toEqual(whole.slice(0, 20));
    expect(await page('page=1&count=20')).toEqual(whole.slice(20, 40));
    expect(await page('page=9&count=20')).toEqual([]);
    expect(await page('page=0&count=100000')).toHaveLength(Math.min(500, whole.length));
  });

  it('write ids as text or as numbers, each in its own way', async () => {
    const first = async (path: string) => (await irecaCall('GET', `/${path}?page=0&count=5`)).rows[0];
    expect((await first('goods'))?.goodId).toBe('355860');
    expect((await first('userRoles'))?.roleId).toBe(908);
    expect((await first('clients'))?.clientId).toBe(3271);
    expect((await first('couriers'))?.courierId).toBe('55752');
    expect((await first('taxes'))?.taxId).toBeTypeOf('string');
  });

  it('leave its own id out of one payment type and one tax', async () => {
    const type = (await irecaCall('GET', '/paymentTypes?paymentTypeId=4115')).json;
    expect(type).toEqual({ title: 'Предоплата', closeTypeId: 3, updatedAt: '2021-04-29 12:08:50' });
    expect((await irecaCall('GET', '/taxes?taxId=8285')).json).toEqual({ title: '10%' });
  });

  it('show a client in full only alone, and couriers with their passwords', async () => {
    const [listed] = (await irecaCall('GET', '/clients')).rows;
    const single = (await irecaCall('GET', '/clients?clientId=3271')).json;
    expect(listed?.addressEntity).not.toHaveProperty('latitude');
    expect(single.addressEntity).toHaveProperty('latitude');
    const [courier] = (await irecaCall('GET', '/couriers')).rows;
    expect(courier?.sourcePassword).toMatch(/^kd-[0-9a-f]{8}$/);
  });

  it('keep a deleted row as inactive where the list has isActive, else drop it', async () => {
    await irecaCall('DELETE', '/warehouses?warehouseId=1103');
    expect((await irecaCall('GET', '/warehouses?warehouseId=1103')).json.isActive).toBe(0);
    await irecaCall('DELETE', '/suppliers?supplierId=51');
    expect(await irecaCall('GET', '/suppliers?supplierId=51')).toMatchObject({
      status: 404,
      json: { error: true, message: 'Модель не существует' },
    });
  });

  it('refuse, naming the field, what lacks a required attribute', async () => {
    const refused = async (path: string, row: unknown) => (await irecaCall('POST', `/${path}`, [row])).json;
    expect(await refused('couriers', { courierId: 1, title: 'А', email: 'a@b.c', phone: '1' })).toEqual({
      error: true,
      message: 'Необходимо заполнить «sourcePassword».',
    });
    expect(await refused('goods', { goodId: 1, taxId: 1, title: 'А', price: 1 })).toMatchObject({
      message: 'Необходимо заполнить «parentId».',
    });
    expect(
      await refused('goods', { goodId: 1, taxId: 1, title: 'А', price: 'дорого', parentId: null }),
    ).toMatchObject({ message: 'Значение «price» должно быть числом.' });
    expect((await irecaCall('POST', '/taxes', { taxId: '1' })).status).toBe(422);
    expect((await irecaCall('POST', '/taxes', '{"taxId"')).status).toBe(400);
  });

  it('let a role be allowed an action, and ask for both ids', async () => {
    const rows = [{ roleId: 908, actionId: 'cashOut', isAllowed: '1' }];
    const read = () => irecaCall('GET', '/permissions?roleId=908&actionId=cashOut');
    expect((await read()).rows).toMatchObject([{ isAllowed: '0', roleTitle: 'Курьер' }]);
    await irecaCall('POST', '/permissions/replace', rows);
    expect((await read()).rows).toMatchObject([{ isAllowed: '1', description: 'Изъятие наличных' }]);
    expect((await irecaCall('GET', '/permissions?roleId=908')).status).toBe(422);
  });
});

describe('positions', () => {
  it('are read from page 1, since a time, without the courier', async () => {
    const page = async (query: string) =>
      (await irecaCall('GET', `/locations?courierId=55752&${query}`)).rows;
    const whole = await page('page=1&count=500');
    expect(whole.length).toBeGreaterThan(100);
    expect(whole[0]).not.toHaveProperty('courierId');
    expect(await page('page=2&count=3')).toEqual(whole.slice(3, 6));
    expect(await page('page=1')).toHaveLength(20);
    const since = encodeURIComponent(String(whole[50]?.createdAt));
    expect((await page(`page=1&count=500&createdAt=${since}`)).slice(0, 450)).toEqual(whole.slice(50));
    expect((await irecaCall('GET', '/locations?page=1&count=3')).json.message).toBe(
      'Необходимо заполнить «courierId».',
    );
  });

  it('can be added from outside', async () => {
    const fix = { courierId: '55752', latitude: 59.9, longitude: 30.3, createdAt: '2026-11-21 09:30:00' };
    expect((await control('ireca', 'POST', '/positions', fix)).status).toBe(201);
    const since = encodeURIComponent('2026-11-21 09:00:00');
    const { rows } = await irecaCall('GET', `/locations?courierId=55752&createdAt=${since}&page=1&count=500`);
    expect(rows.at(-1)).toMatchObject({ latitude: 59.9, longitude: 30.3, createdAt: fix.createdAt });
  });
});

describe('licences', () => {
  const isOnShift = async (courierId: unknown) =>
    (await control('ireca', 'GET', '/couriers')).rows.find((row) => row.courierId === String(courierId))
      ?.onShift;

  it('are freed by device; the courier is then seen no more', async () => {
    const { json } = await irecaCall('GET', '/licenses');
    expect(json).toMatchObject({ licenseUse: 7, licenseTotal: 50 });
    const [licence, onPhone] = json.licenses as Record<string, unknown>[];
    expect(licence?.courierId).toBeTypeOf('number');
    await irecaCall('POST', `/licenses/close?deviceId=${String(licence?.deviceId)}`);
    expect((await irecaCall('GET', '/licenses')).json.licenseUse).toBe(6);
    expect((await irecaCall('POST', '/licenses/close?deviceId=nothing')).status).toBe(404);
    expect(await isOnShift(licence?.courierId)).toBe(false);

    // The second courier has a tablet as well: with one device freed they work on.
    const rest = (await irecaCall('GET', '/licenses')).json.licenses as Record<string, unknown>[];
    const theirs = rest.filter(({ courierId }) => courierId === onPhone?.courierId);
    expect(theirs).toHaveLength(2);
    for (const [index, { deviceId }] of theirs.entries()) {
      await irecaCall('POST', `/licenses/close?deviceId=${String(deviceId)}`);
      expect(await isOnShift(onPhone?.courierId)).toBe(index === 0);
    }
  });
});

it('the catalogue is as big as it is asked to be, and pages through to its end', async () => {
  const big = await startForTest({ orders: 20, couriers: 3, goods: 1200 });
  const ids = new Set<unknown>();
  for (const page of [0, 1, 2]) {
    for (const { goodId } of (await big.irecaCall('GET', `/goods?page=${page}&count=500`)).rows)
      ids.add(goodId);
  }
  expect(ids.size).toBe(1200);
  expect(ids).toContain('355860');
});

describe('what shops have in their lists', () => {
  const rowsOf = async (path: string) => (await irecaCall('GET', `/${path}?page=0&count=500`)).rows;

  it('has groups, stock, prices as text and as nothing, and pictures that anybody may see', async () => {
    const goods = await rowsOf('goods');
    const byTitle = new Map(goods.map((row) => [row.title, row]));
    const parents = new Set(goods.map(({ parentId }) => parentId));
    for (const title of ['Еда', 'Цветы', 'Электроника', 'Растения в горшках']) {
      expect(parents).toContain(byTitle.get(title)?.goodId);
    }
    expect(byTitle.get('Растения в горшках')?.parentId).toBe(byTitle.get('Цветы')?.goodId);
    expect(goods.some(({ price }) => typeof price === 'string' && price !== '')).toBe(true);
    expect(goods.filter(({ price }) => price === '')).toHaveLength(1);
    const warehouseIds = (await rowsOf('warehouses')).map(({ warehouseId }) => warehouseId);
    const stock = goods.flatMap((row) => (row.warehouses ?? []) as Record<string, unknown>[]);
    expect(stock.length).toBeGreaterThan(10);
    for (const { warehouseId } of stock) expect(warehouseIds).toContain(warehouseId);
    const pictured = goods.filter(({ imageUrl }) => String(imageUrl).includes('/pictures/'));
    expect(pictured.length).toBeGreaterThan(5);
    for (const { imageUrl } of pictured) {
      const picture = await fetch(String(imageUrl));
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toContain('<svg');
    }
    const { origin } = new URL(String(pictured[0]?.imageUrl));
    expect((await fetch(`${origin}/pictures/none.svg`)).status).toBe(404);
  });

  it('has one courier without a role, and one reason of its own', async () => {
    const couriers = await rowsOf('couriers');
    expect(couriers.filter(({ roleId }) => roleId === null)).toHaveLength(1);
    const reasons = await rowsOf('orderReturnReasons');
    expect(reasons.filter(({ type }) => type !== 'standard')).toMatchObject([{ type: '' }]);
  });

  it('has errors of the terminal and of the recorder for couriers today', async () => {
    for (const path of ['bankTerminalLogs', 'fiscalRegistratorLogs']) {
      const rows = await rowsOf(path);
      const at = ({ transactionCreatedAt, commandExecutedAt }: Record<string, unknown>) =>
        String(transactionCreatedAt ?? commandExecutedAt).slice(0, 10);
      const today = rows.filter((row) => at(row) === '2026-11-21' && String(row.courierId) !== '');
      expect(today.length).toBeGreaterThan(0);
      const courierId = String(today[0]?.courierId);
      const theirs = (await irecaCall('GET', `/${path}?courierId=${courierId}&page=0&count=500`)).rows;
      expect(theirs.length).toBeGreaterThan(0);
      expect(new Set(theirs.map((row) => row.courierId))).toEqual(new Set([courierId]));
    }
  });
});

describe('lists changed from elsewhere', () => {
  it('are shown whole by id, changed, made and dropped', async () => {
    const all = (await control('ireca', 'GET', '/lists/couriers')).json;
    expect(all['55752']).toMatchObject({ sourcePassword: expect.stringMatching(/^kd-/) as string });
    const changed = await control('ireca', 'PATCH', '/lists/couriers/55752', { title: 'Иначе' });
    expect(changed.json).toMatchObject({ title: 'Иначе', updatedAt: '2026-11-21 09:12:00' });
    expect((await irecaCall('GET', '/couriers?courierId=55752')).json).toMatchObject({ title: 'Иначе' });
    await control('ireca', 'PUT', '/lists/taxes/77', { title: '5%' });
    expect((await irecaCall('GET', '/taxes?taxId=77')).json).toEqual({ title: '5%' });
    expect((await control('ireca', 'DELETE', '/lists/taxes/77')).status).toBe(204);
    expect((await irecaCall('GET', '/taxes?taxId=77')).status).toBe(404);
    await control('ireca', 'DELETE', '/lists/goods/355860');
    expect((await irecaCall('GET', '/goods?goodId=355860')).status).toBe(404);
  });

  it('change what orders quote, and end the work of couriers who are struck off', async () => {
    await control('ireca', 'PATCH', '/lists/warehouses/1099', { title: 'Переехавший склад' });
    expect((await irecaCall('GET', '/orders')).text).toContain('Переехавший склад');
    const working = (await control('ireca', 'GET', '/couriers')).rows.find(({ onShift }) => onShift);
    const courierId = String(working?.courierId);
    await irecaCall('DELETE', `/couriers?courierId=${courierId}`);
    const after = (await control('ireca', 'GET', '/couriers')).rows;
    expect(after.find((row) => row.courierId === courierId)?.onShift).toBe(false);
    const { licenses } = (await irecaCall('GET', '/licenses')).json;
    expect(JSON.stringify(licenses)).not.toContain(courierId);
  });

  it('say what is not there', async () => {
    const missing = ['/lists/none', '/lists/constructor'].map((path) => control('ireca', 'GET', path));
    expect((await Promise.all(missing)).map(({ status }) => status)).toEqual([404, 404]);
    expect((await control('ireca', 'PATCH', '/lists/taxes/none', {})).status).toBe(404);
    expect((await control('ireca', 'DELETE', '/lists/taxes/none')).status).toBe(404);
    expect((await control('ireca', 'PUT', '/lists/taxes/1', [])).status).toBe(400);
  });
});
