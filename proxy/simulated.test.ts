/** The proxy over the simulated upstreams: what the vendors' documented behaviour does to it, seen from both sides. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Action, OutcomeLine, Target } from '#src/contracts/command.ts';
import type { Feed } from '#src/contracts/feed.ts';
import { lastPositionSchema } from '#src/contracts/ireca/location.ts';
import { trackSchema } from '#src/contracts/track.ts';
import { deviceErrorSchema } from '#src/contracts/ireca/deviceError.ts';
import { boardOrderSchema } from '#src/contracts/ireca/boardOrder.ts';
import { onlineOrderSchema } from '#src/contracts/kassa/onlineOrder.ts';
import { courierTrack } from '#src/domain/courierTrack.ts';
import { innError } from '#src/domain/inn.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';
import { hashPassword } from '#proxy/access/passwords.ts';
import { writeUsersFile } from '#proxy/access/users.ts';
import { readConfig } from '#proxy/config.ts';
import { createLogger } from '#proxy/logger.ts';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import type { Simulators } from '#proxy/simulators/startSimulators.ts';
import { startSimulators } from '#proxy/simulators/startSimulators.ts';
import type { RunningProxy } from '#proxy/startProxy.ts';
import { startProxy } from '#proxy/startProxy.ts';
import { linesOf } from '#proxy/testing/startTestProxy.ts';

const START = Date.UTC(2026, 2, 2, 11);
let dir: string;
let clock: ManualClock;
let simulators: Simulators;
let proxy: RunningProxy;
let cookie: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pult-simulated-'));
  clock = manualClock(START);
  simulators = await startSimulators({
    orders: 120,
    couriers: 10,
    seed: 7,
    now: () => clock.now(),
    live: false,
  });
  const usersFile = join(dir, 'users.json');
  const password = await hashPassword('dispatcher-password', { N: 1024, r: 8, p: 1 });
  writeUsersFile(usersFile, [{ login: 'dispatcher', name: '', role: 'dispatcher', password }]);
  const { ireca, kassa } = simulators;
  const config = readConfig({
    DEMO: '1',
    PORT: '0',
    USERS_FILE: usersFile,
    DATA_DIR: join(dir, 'data'),
    IRECA_BASE_URL: ireca.url,
    IRECA_TOKEN: ireca.token,
    KASSA_BASE_URL: kassa.url,
    KASSA_USERNAME: kassa.username,
    KASSA_PASSWORD: kassa.password,
    KASSA_ORGANIZATION_ID: kassa.organizationId,
  });
  proxy = await startProxy({ config, clock, logger: createLogger('silent') });
  const response = await fetch(`${proxy.url}/api/session`, {
    method: 'POST',
    headers: { origin: proxy.url },
    body: JSON.stringify({ login: 'dispatcher', password: 'dispatcher-password' }),
  });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(async () => {
  await proxy.close();
  await simulators.close();
  rmSync(dir, { recursive: true });
});
afterEach(async () => {
  for (const { control } of [simulators.ireca, simulators.kassa]) {
    await fetch(`${control}/faults`, { method: 'DELETE' });
    await fetch(`${control}/requests`, { method: 'DELETE' });
  }
});

const feed = async (name: string, since = '') =>
  (await (
    await fetch(`${proxy.url}/api/feeds/${name}?since=${since}`, { headers: { cookie } })
  ).json()) as Feed;
const command = async (action: Action, targets: Target[]): Promise<OutcomeLine[]> => {
  const response = await fetch(`${proxy.url}/api/commands`, {
    method: 'POST',
    headers: { cookie, origin: proxy.url },
    body: JSON.stringify({ id: crypto.randomUUID(), action, targets }),
  });
  return linesOf(await response.text());
};
type Seen = { method: string; path: string; query: string; body: Record<string, unknown> };
const requests = async (system: 'ireca' | 'kassa') =>
  (await (await fetch(`${simulators[system].control}/requests`)).json()) as Seen[];
const fault = (system: 'ireca' | 'kassa', body: unknown) =>
  fetch(`${simulators[system].control}/faults`, { method: 'POST', body: JSON.stringify(body) });

async function orders(): Promise<DispatchOrder[]> {
  return (await feed('orders')).changed.flatMap(({ system, body }) => {
    if (system === 'kassa') {
      const parsed = onlineOrderSchema.safeParse(body);
      return parsed.success ? [dispatchOrderFromKassa(parsed.data)] : [];
    }
    const parsed = boardOrderSchema.safeParse(body);
    return parsed.success ? [dispatchOrderFromIreca(parsed.data)] : [];
  });
}
/** Orders at a stage that nobody has, or, when `not` is given, anybody but that courier. */
const pick = async (system: string, stage: string, count: number, not?: string): Promise<Target[]> =>
  (await orders())
    .filter((order) => order.system === system && order.stage === stage)
    .filter(({ courierId }) => (not === undefined ? courierId === null : courierId !== not))
    .slice(0, count)
    .map(({ system: of, id, seen }) => ({ system: of, id, seen }));
const courierInKassa = async () => {
  const list = (await (await fetch(`${simulators.kassa.control}/couriers`)).json()) as {
    courierId: string;
    hasEmployee: boolean;
  }[];
  return String(list.find(({ hasEmployee }) => hasEmployee)?.courierId);
};

describe('over the simulated upstreams', () => {
  it('gives a board of both systems and positions that the contracts read', async () => {
    const all = await orders();
    expect(all.filter(({ system }) => system === 'ireca').length).toBeGreaterThan(50);
    expect(all.filter(({ system }) => system === 'kassa').length).toBeGreaterThan(10);
    const positions = await feed('positions');
    expect(positions.changed.length).toBeGreaterThan(0);
    for (const { body } of positions.changed) {
      expect(lastPositionSchema.safeParse(body).data?.createdAt).toBeGreaterThan(START - 86_400_000);
    }
  });

  it('lets a minute pass on both sides: couriers move, orders change, and only that is told', async () => {
    const [board, positions] = [await feed('orders'), await feed('positions')];
    // First the day, then the proxy: its reads are answered by a day that has already moved on.
    simulators.advance(60_000);
    await clock.advance(60_000);
    // Couriers are asked one after another: the first seconds of the minute are enough to see some of them move.
    for (let second = 0; second < 8; second += 1) await clock.advance(1_000);
    const [nextBoard, nextPositions] = [
      await feed('orders', board.version),
      await feed('positions', positions.version),
    ];
    expect(nextPositions.full).toBe(false);
    expect(nextPositions.changed.length).toBeGreaterThan(0);
    expect(nextBoard.full).toBe(false);
    expect(nextBoard.changed.length).toBeLessThan(board.changed.length / 2);
  });

  it('tells errors of terminals and recorders, and a new one at whichever end of the log it stands', async () => {
    const { changed } = await feed('deviceErrors');
    const errors = changed.map(({ body }) => deviceErrorSchema.parse(body));
    expect(new Set(errors.map(({ device }) => device))).toEqual(new Set(['terminal', 'recorder']));
    const control = (path: string, body: unknown) =>
      fetch(simulators.ireca.control + path, { method: 'POST', body: JSON.stringify(body) });
    let { version } = await feed('deviceErrors');
    for (const [newestFirst, errorText] of [
      [false, 'Карта заблокирована'],
      [true, 'Карта просрочена'],
    ] as const) {
      await control('/logsOrder', { newestFirst });
      await control('/deviceErrors', { device: 'terminal', courierId: '55752', errorText });
      await clock.advance(61_000);
      const news = await feed('deviceErrors', version);
      expect(news).toMatchObject({ full: false, problems: [], removed: [] });
      expect(news.changed).toMatchObject([
        { body: { device: 'terminal', noticedAt: expect.any(Number) as number, error: { errorText } } },
      ]);
      version = news.version;
    }
  });

  it('gives a track of today and yesterday that can be told: orders at doors, stops, silences', async () => {
    const list = (await (await fetch(`${simulators.ireca.control}/couriers`)).json()) as {
      courierId: string;
      onShift: boolean;
    }[];
    const { courierId } = list.find(({ onShift }) => onShift) ?? { courierId: '' };
    const range = { from: START - 40 * 3_600_000, to: clock.now() };
    const query = `courierId=${courierId}&from=${range.from}&to=${range.to}`;
    const answer: unknown = await (
      await fetch(`${proxy.url}/api/tracks?${query}`, { headers: { cookie } })
    ).json();
    const { fixes, complete } = trackSchema.parse(answer);
    expect([fixes.setAside, complete]).toEqual([[], true]);
    const track = courierTrack(fixes.records, range, clock.now());
    expect(track.points.length).toBeGreaterThan(600);
    // The night, and a silence in each shift.
    expect(track.legs.length).toBeGreaterThanOrEqual(3);
    expect(track.stops.length).toBeGreaterThan(4);
    expect(track.stops.some(({ orderIds }) => orderIds.length > 0)).toBe(true);
    expect(track.metres / 1000).toBeGreaterThan(20);
    const sinceWhen = (await requests('ireca'))
      .filter(({ path, query: asked }) => path === '/locations' && asked.includes(`courierId=${courierId}`))
      .map(({ query: asked }) => new URLSearchParams(asked));
    expect(sinceWhen.map((asked) => asked.get('page'))).toEqual(['1', '2']);
    expect(new Set(sinceWhen.map((asked) => asked.get('createdAt'))).size).toBe(1);
  });

  it('assigns mixed orders: one batch to iRECA, one PUT per order to Kassa, and both hold the result', async () => {
    const targets = [...(await pick('ireca', 'ready', 3)), ...(await pick('kassa', 'ready', 2))];
    expect(targets).toHaveLength(5);
    const lines = await command({ type: 'assign', courierId: await courierInKassa() }, targets);
    expect(lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual(Array(5).fill('done'));
    const toIreca = (await requests('ireca')).filter(({ method }) => method === 'PUT');
    expect(toIreca).toHaveLength(1);
    expect(toIreca[0]).toMatchObject({
      path: '/orders/multipleUpdate',
      body: { orderIds: targets.slice(0, 3).map(({ id }) => id) },
    });
    expect((await requests('kassa')).filter(({ method }) => method === 'PUT')).toHaveLength(2);
    const [kassaId] = targets.slice(3).map(({ id }) => id);
    const held = await (await fetch(`${simulators.kassa.control}/orders/${kassaId}`)).text();
    expect(held).toContain('"DISTRIBUTED"');
    const restored = await command(
      { type: 'restore' },
      lines.map(({ key, before, after }) => ({
        system: key.split(':')[0] as Target['system'],
        id: key.split(':')[1] ?? '',
        seen: after ?? { status: null, courierId: null },
        to: before ?? { status: null, courierId: null },
      })),
    );
    expect(restored.map(({ outcome, reason, message }) => message ?? reason ?? outcome)).toEqual(
      Array(5).fill('done'),
    );
    const courierOf = (line: OutcomeLine | undefined) => line?.after?.courierId ?? null;
    for (const line of restored) {
      expect(courierOf(line)).toBe(lines.find(({ key }) => key === line.key)?.before?.courierId ?? null);
    }
  });

  it('cancels in the words of each system', async () => {
    const targets = [
      ...(await pick('ireca', 'ready', 1)),
      ...(await pick('kassa', 'ready', 1)),
      ...(await pick('kassa', 'new', 1)),
    ];
    const reasons = (await (
      await fetch(`${proxy.url}/api/ireca/orderReturnReasons`, { headers: { cookie } })
    ).json()) as {
      reasonId: string;
    }[];
    const reasonId = String(reasons[0]?.reasonId);
    const lines = await command({ type: 'cancel', reasonId, comment: 'Передумал' }, targets);
    const after = targets.map(
      ({ system, id }) => lines.find(({ key }) => key === `${system}:${id}`)?.after?.status,
    );
    expect(after).toEqual(['11', 'REFUSED', 'DELETED']);
  });

  it('tells the one order of five that the upstream did not take', async () => {
    const courierId = await courierInKassa();
    const targets = await pick('ireca', 'ready', 5, courierId);
    expect(targets).toHaveLength(5);
    await fault('ireca', { kind: 'ignore', method: 'PUT', orderId: targets[2]?.id });
    let settled = false;
    const running = command({ type: 'assign', courierId }, targets).finally(() => {
      settled = true;
    });
    // It is read back again after a second and after three, before it is called not applied.
    await expect.poll(() => clock.advance(500).then(() => settled), { timeout: 10_000 }).toBe(true);
    const failed = (await running).filter(({ outcome }) => outcome !== 'done');
    expect(failed).toMatchObject([
      { key: `ireca:${targets[2]?.id}`, outcome: 'failed', reason: 'notApplied' },
    ]);
  });

  it('finds out what became of a write whose answer was cut off', async () => {
    const [order] = await pick('kassa', 'ready', 1);
    if (!order) throw new Error('no order to try');
    await fault('kassa', { kind: 'cutAfter', method: 'PUT' });
    const lines = await command({ type: 'assign', courierId: await courierInKassa() }, [order]);
    expect(lines).toMatchObject([{ outcome: 'done', after: { status: 'DISTRIBUTED' } }]);
  });

  it('signs in anew when Kassa let its tokens expire', async () => {
    const [order] = await pick('kassa', 'new', 1);
    if (!order) throw new Error('no order to try');
    await fetch(`${simulators.kassa.control}/oauth/expire`, { method: 'POST', body: '{"refreshToo": true}' });
    const lines = await command({ type: 'cancel', reasonId: null, comment: null }, [order]);
    expect(lines).toMatchObject([{ outcome: 'done', after: { status: 'DELETED' } }]);
  });

  it('takes a bent list as a problem and keeps the board', async () => {
    const before = await orders();
    await fault('ireca', { kind: 'malformed', path: '/orders', times: -1 });
    const { version } = await feed('orders');
    await clock.advance(15_000);
    const after = await feed('orders', version);
    expect(after.problems).toMatchObject([{ system: 'ireca', code: 'malformed' }]);
    expect(after.removed.filter((key) => key.startsWith('ireca:'))).toEqual([]);
    expect((await orders()).length).toBe(before.length);
  });
});

describe('the reference lists', () => {
  it('hold no ИНН whose last digits are wrong', async () => {
    for (const path of ['couriers', 'clients', 'suppliers?page=0&count=500']) {
      const response = await fetch(`${proxy.url}/api/ireca/${path}`, { headers: { cookie } });
      const rows = (await response.json()) as { inn: string }[];
      const given = rows.map(({ inn }) => inn).filter((inn) => inn !== '');
      expect(given.length).toBeGreaterThan(1);
      for (const inn of given) expect(innError(inn)).toBeNull();
    }
  });
});
