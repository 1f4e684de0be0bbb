/** The feed of device errors over real HTTP: what is asked of iRECA, what browsers are told, and when errors age out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceErrorSchema } from '#src/contracts/ireca/deviceError.ts';
import { feedSchema } from '#src/contracts/feed.ts';
import { formatGmt } from '#src/lib/dates.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

let proxy: TestProxy;
let viewer: SignedIn;
beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Row = Record<string, unknown>;

const terminal = (id: number, at: number | string | null, fields: Row = {}): Row => ({
  terminalLogId: id,
  courierId: '100',
  errorCode: '51',
  errorText: 'Недостаточно средств',
  cardNumber: '************1234',
  paymentSystem: 'MIR',
  serialNumber: 'PAX100',
  amount: '679.57',
  orderId: '1',
  transactionCreatedAt: typeof at === 'number' ? formatGmt(at) : at,
  ...fields,
});
const recorder = (id: number, at: number, fields: Row = {}): Row => ({
  frId: id,
  courierId: '100',
  errorCode: '3822',
  errorText: 'Смена превысила 24 часа',
  serialNumber: '00107200000100',
  amount: '679.57',
  orderId: '1',
  commandExecutedAt: formatGmt(at),
  ...fields,
});
const logs = () => proxy.upstreams.ireca.logs;
const many = (count: number, at: number, from = 1) =>
  Array.from({ length: count }, (_, index) => terminal(from + index, at));
/** What was asked of a log since the last time, page by page, by courier where one was named. */
let counted = 0;
function asked(path: '/bankTerminalLogs' | '/fiscalRegistratorLogs'): string[] {
  const calls = proxy.upstreams.seen.slice(counted).filter((seen) => seen.path === path);
  return calls.map(({ query }) => [query['courierId'], query['page']].filter(Boolean).join(':'));
}
const askedNow = (path: Parameters<typeof asked>[0]) => {
  const pages = asked(path);
  counted = proxy.upstreams.seen.length;
  return pages;
};
beforeEach(() => {
  counted = 0;
});
const pull = (since?: string) => viewer.feed('deviceErrors', since);
const idsOf = async () => (await pull()).changed.map(({ id }) => id).sort();
/** So many minutes pass while a screen is open. */
async function minutes(count: number) {
  for (let i = 0; i < count; i += 1) {
    await pull();
    await proxy.clock.advance(MINUTE);
    await proxy.clock.advance(100);
  }
}

describe('the feed of device errors', () => {
  it('tells the errors of both devices as the contracts say, latest first', async () => {
    logs().bankTerminalLogs.push(terminal(61001, START - HOUR, { password: 'тайна' }));
    logs().fiscalRegistratorLogs.push(recorder(8100, START - MINUTE));
    const answer = await pull();
    expect(feedSchema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      full: true,
      problems: [],
      removed: [],
      asOf: { ireca: START, kassa: null },
    });
    expect(answer.nextAt).toBeGreaterThanOrEqual(START + MINUTE);
    expect(answer.changed.map(({ key, system, id }) => ({ key, system, id }))).toEqual([
      { key: 'ireca:recorder-8100', system: 'ireca', id: 'recorder-8100' },
      { key: 'ireca:terminal-61001', system: 'ireca', id: 'terminal-61001' },
    ]);
    expect(answer.changed.map(({ body }) => deviceErrorSchema.parse(body))).toMatchObject([
      { device: 'recorder', noticedAt: null, error: { frId: '8100', commandExecutedAt: START - MINUTE } },
      { device: 'terminal', noticedAt: null, error: { terminalLogId: '61001', amount: 67957 } },
    ]);
    expect(JSON.stringify(answer)).not.toContain('тайна');
  });

  it('says of an error that came later when it was noticed, and tells only that', async () => {
    logs().bankTerminalLogs.push(terminal(1, START - HOUR));
    const { version } = await pull();
    logs().bankTerminalLogs.push(terminal(2, START + 30_000));
    await minutes(1);
    const news = await pull(version);
    expect(news.changed.map(({ id, body }) => [id, (body as Row)['noticedAt']])).toEqual([
      ['terminal-2', proxy.clock.now() - 100],
    ]);
    await minutes(1);
    expect((await pull(news.version)).changed).toEqual([]);
  });

  it('asks for each log once a minute however many browsers watch, and for nothing while nobody does', async () => {
    expect((await pull()).nextAt).not.toBeNull();
    await Promise.all(Array.from({ length: 20 }, () => pull()));
    expect(askedNow('/bankTerminalLogs')).toEqual(['0']);
    await minutes(3);
    expect(askedNow('/bankTerminalLogs')).toEqual(['0', '0', '0']);
    expect(proxy.upstreams.count('GET', '/fiscalRegistratorLogs')).toBe(4);
    await proxy.clock.advance(2 * MINUTE);
    askedNow('/bankTerminalLogs');
    await proxy.clock.advance(10 * HOUR);
    expect(askedNow('/bankTerminalLogs')).toEqual([]);
    await pull();
    expect(askedNow('/bankTerminalLogs')).toEqual(['0']);
  });

  it('reads ten thousand old errors once, and then only both ends', async () => {
    logs().bankTerminalLogs.push(...many(10_000, START - 30 * HOUR));
    await expect.poll(async () => (await pull()).asOf.ireca).toBe(START);
    const pages = Array.from({ length: 21 }, (_, page) => String(page));
    expect(askedNow('/bankTerminalLogs')).toEqual(pages);
    expect(await idsOf()).toEqual([]);
    await minutes(2);
    expect(askedNow('/bankTerminalLogs')).toEqual(['0', '19', '20', '0', '19', '20']);
  });

  it.each(['oldest', 'newest'])('finds what is new in a long log that gives the %s first', async (end) => {
    const rows = logs().bankTerminalLogs;
    rows.push(...many(1_200, START - 30 * HOUR));
    await pull();
    expect(askedNow('/bankTerminalLogs')).toEqual(['0', '1', '2']);
    for (let id = 5_001; id <= 5_003; id += 1) {
      const row = terminal(id, proxy.clock.now());
      if (end === 'oldest') rows.push(row);
      else rows.unshift(row);
      await minutes(1);
      expect(askedNow('/bankTerminalLogs')).toEqual(['0', '2']);
    }
    expect(await idsOf()).toEqual(['terminal-5001', 'terminal-5002', 'terminal-5003']);
  });

  it.each(['oldest', 'newest'])(
    'finds more than a page at once in a log that gives the %s first',
    async (end) => {
      const rows = logs().bankTerminalLogs;
      rows.push(...many(600, START - 30 * HOUR));
      await pull();
      const fresh = many(1_300, START, 5_001);
      if (end === 'oldest') rows.push(...fresh);
      else rows.unshift(...fresh.reverse());
      await minutes(1);
      expect((await pull()).changed).toHaveLength(1_300);
    },
  );

  it('finds what is new when old rows were taken out of the log', async () => {
    const rows = logs().bankTerminalLogs;
    rows.push(...many(1_700, START - 30 * HOUR));
    await pull();
    rows.splice(0, 1_000);
    rows.push(terminal(5_001, START));
    await minutes(1);
    expect(await idsOf()).toEqual(['terminal-5001']);
    askedNow('/bankTerminalLogs');
    rows.push(terminal(5_002, START));
    await minutes(1);
    expect(await idsOf()).toEqual(['terminal-5001', 'terminal-5002']);
    expect(askedNow('/bankTerminalLogs')).toEqual(['0', '1']);
  });

  it('is not led astray by a log that knows no pages', async () => {
    const same = many(500, START);
    proxy.upstreams.bend.with = ({ path }) => (path === '/bankTerminalLogs' ? Response.json(same) : null);
    expect((await pull()).changed).toHaveLength(500);
    await minutes(2);
    expect(askedNow('/bankTerminalLogs')).toEqual(['0', '1', '0', '1', '0', '1']);
    expect((await pull()).changed).toHaveLength(500);
  });

  it('lets errors go after a day, also while iRECA cannot be read or nobody watched', async () => {
    logs().bankTerminalLogs.push(terminal(1, START - 24 * HOUR + 90_000), terminal(2, START));
    const { version } = await pull();
    expect(await idsOf()).toEqual(['terminal-1', 'terminal-2']);
    await minutes(2);
    expect(await pull(version)).toMatchObject({ full: false, changed: [], removed: ['ireca:terminal-1'] });
    proxy.upstreams.bend.with = ({ path }) =>
      path.endsWith('Logs') ? new Response(null, { status: 503 }) : null;
    await proxy.clock.advance(24 * HOUR);
    viewer = await proxy.signIn('viewer');
    expect(await pull(version)).toMatchObject({ removed: ['ireca:terminal-1', 'ireca:terminal-2'] });
    proxy.upstreams.bend.with = null;
    await minutes(4);
    expect((await pull()).changed).toEqual([]);
  });

  it('counts an error without a time, or with one to come, from when it was seen', async () => {
    logs().bankTerminalLogs.push(terminal(1, null), terminal(2, START + 40 * HOUR), terminal(3, 'вчера'));
    await pull();
    logs().bankTerminalLogs.push(terminal(4, ''));
    await minutes(1);
    const noticed = (await pull()).changed.map(({ id, body }) => [id, (body as Row)['noticedAt']]);
    expect(Object.fromEntries(noticed)).toMatchObject({ 'terminal-2': null, 'terminal-4': START + MINUTE });
    expect(await idsOf()).toEqual(['terminal-1', 'terminal-2', 'terminal-3', 'terminal-4']);
    await proxy.clock.advance(24 * HOUR - MINUTE);
    viewer = await proxy.signIn('viewer');
    expect(await idsOf()).toEqual(['terminal-4']);
    await proxy.clock.advance(2 * MINUTE);
    expect(await idsOf()).toEqual([]);
  });

  it('gives rows that cannot be read to be set aside, and reads the others', async () => {
    logs().bankTerminalLogs.push(terminal(1, START), terminal(2, START, { terminalLogId: {} }));
    logs().fiscalRegistratorLogs.push('сбой' as unknown as Row);
    const bad = async () => {
      const { changed } = await pull();
      return changed.filter(({ body }) => !deviceErrorSchema.safeParse(body).success).map(({ key }) => key);
    };
    const keys = await bad();
    expect(keys).toHaveLength(2);
    expect(keys.sort()).toEqual([
      expect.stringMatching(/^ireca:recorder-\?[0-9a-f]{12}$/),
      expect.stringMatching(/^ireca:terminal-\?[0-9a-f]{12}$/),
    ]);
    expect(await idsOf()).toContain('terminal-1');
    logs().bankTerminalLogs.unshift(terminal(3, START));
    await minutes(1);
    expect((await bad()).sort()).toEqual(keys);
  });

  it('shows a row that was written anew as it is now', async () => {
    logs().bankTerminalLogs.push(terminal(1, START));
    await pull();
    logs().bankTerminalLogs[0] = terminal(1, START, { errorText: 'Эмитент недоступен' });
    await minutes(1);
    expect((await pull()).changed).toMatchObject([
      { body: { noticedAt: null, error: { errorText: 'Эмитент недоступен' } } },
    ]);
  });

  it('begins anew after a restart: what stands there then was not noticed', async () => {
    logs().bankTerminalLogs.push(terminal(1, START));
    await pull();
    const again = await startTestProxy();
    try {
      again.upstreams.ireca.logs.bankTerminalLogs.push(terminal(1, START), terminal(2, START));
      const answer = await (await again.signIn('viewer')).feed('deviceErrors', (await pull()).version);
      expect(answer.full).toBe(true);
      expect(answer.changed.map(({ body }) => (body as Row)['noticedAt'])).toEqual([null, null]);
    } finally {
      await again.close();
    }
  });
});

describe('a log that cannot be read', () => {
  const ill = (path: string, answer: () => Response) => {
    proxy.upstreams.bend.with = (seen) => (seen.path === path ? answer() : null);
  };

  it('is a problem in its own words, and empties nothing', async () => {
    logs().bankTerminalLogs.push(terminal(1, START));
    logs().fiscalRegistratorLogs.push(recorder(1, START));
    await pull();
    ill('/fiscalRegistratorLogs', () =>
      Response.json({ error: true, message: 'Идут работы' }, { status: 503 }),
    );
    logs().bankTerminalLogs.push(terminal(2, START));
    await minutes(1);
    const answer = await pull();
    expect(answer.problems).toEqual([
      { system: 'ireca', code: 'refused', message: 'Идут работы', since: proxy.clock.now() - 100 },
    ]);
    expect(answer.asOf.ireca).toBe(START);
    expect(await idsOf()).toEqual(['recorder-1', 'terminal-1', 'terminal-2']);
    proxy.upstreams.bend.with = null;
    await minutes(3);
    expect(await pull()).toMatchObject({ problems: [] });
    expect((await pull()).asOf.ireca).toBeGreaterThan(START);
  });

  it.each([
    ['no JSON', () => new Response('<html>'), 'malformed'],
    ['no list', () => Response.json('нет'), 'malformed'],
    ['the token refused', () => new Response(null, { status: 401 }), 'unauthorized'],
    ['too many calls', () => new Response(null, { status: 429 }), 'refused'],
  ])('for %s is not asked for by courier', async (_name, answer, code) => {
    ill('/bankTerminalLogs', answer);
    expect((await pull()).problems).toMatchObject([{ code }]);
    expect(askedNow('/bankTerminalLogs')).toEqual(['0']);
    expect((await pull()).asOf).toEqual({ ireca: null, kassa: null });
  });

  it('is read on from where it failed', async () => {
    logs().bankTerminalLogs.push(...many(1_200, START - 30 * HOUR), terminal(9_000, START));
    let fails = true;
    proxy.upstreams.bend.with = ({ path, query }) =>
      fails && path === '/bankTerminalLogs' && query['page'] === '1'
        ? new Response(null, { status: 500 })
        : null;
    await pull();
    fails = false;
    await minutes(3);
    expect(askedNow('/bankTerminalLogs').slice(0, 4)).toEqual(['0', '1', '1', '2']);
    expect((await pull()).changed).toMatchObject([{ id: 'terminal-9000', body: { noticedAt: null } }]);
  });
});

describe('a log that iRECA gives by courier only', () => {
  const LOG = '/bankTerminalLogs';
  const refusing = (more: (query: Record<string, string>) => Response | null = () => null) => {
    proxy.upstreams.bend.with = ({ path, query }) => {
      if (path !== LOG) return null;
      if (query['courierId']) return more(query);
      return Response.json({ error: true, message: 'Необходимо заполнить «courierId».' });
    };
  };
  const onShift = (...ids: string[]) => {
    const licences = ids.map((courierId) => ({ courierId, deviceId: `d-${courierId}` }));
    proxy.upstreams.ireca.licences.splice(0, Infinity, ...licences);
  };

  it('is read so for those on shift, each at most once in two minutes, and the other log as a whole', async () => {
    refusing();
    onShift('100', '101', '101');
    logs().bankTerminalLogs.push(terminal(1, START), terminal(2, START, { courierId: '101' }));
    logs().bankTerminalLogs.push(terminal(3, START, { courierId: '777' }));
    logs().fiscalRegistratorLogs.push(recorder(1, START, { courierId: '777' }));
    const answer = await pull();
    expect(answer).toMatchObject({ problems: [], asOf: { ireca: START } });
    expect(await idsOf()).toEqual(['recorder-1', 'terminal-1', 'terminal-2']);
    expect(askedNow(LOG)).toEqual(['0', '100:0', '101:0']);
    logs().bankTerminalLogs.unshift(terminal(4, START));
    await minutes(1);
    expect(askedNow(LOG)).toEqual([]);
    expect((await pull()).asOf.ireca).toBe(START);
    await minutes(1);
    expect(askedNow(LOG).sort()).toEqual(['100:0', '101:0']);
    expect((await pull()).changed.find(({ id }) => id === 'terminal-4')).toMatchObject({
      body: { noticedAt: expect.any(Number) },
    });
    expect(proxy.log()).toContain('by courier only');
  });

  it('tries the whole log again after an hour', async () => {
    refusing();
    await pull();
    proxy.upstreams.bend.with = null;
    askedNow(LOG);
    await minutes(65);
    expect(askedNow(LOG).slice(-3)).toEqual(['0', '0', '0']);
  });

  it('is read at both ends where a courier has more than a page, one call at a time', async () => {
    refusing();
    onShift('100');
    const rows = logs().bankTerminalLogs;
    rows.push(...many(700, START - 30 * HOUR));
    await minutes(9);
    expect(askedNow(LOG)).toEqual(['0', '100:0', '100:1', '100:0', '100:1', '100:0']);
    rows.push(terminal(5_001, proxy.clock.now()));
    rows.unshift(terminal(5_002, proxy.clock.now()));
    await minutes(4);
    expect(await idsOf()).toEqual(['terminal-5001', 'terminal-5002']);
  });

  it('passes over a courier whom iRECA does not know, and says what it says of another', async () => {
    let words = 'Модель не существует';
    onShift('100', '101');
    logs().bankTerminalLogs.push(terminal(1, START));
    refusing(({ courierId }) =>
      courierId === '101' ? Response.json({ error: true, message: words }) : null,
    );
    expect((await pull()).problems).toEqual([]);
    words = 'Нет доступа';
    await minutes(3);
    expect((await pull()).problems).toMatchObject([{ code: 'refused', message: 'Нет доступа' }]);
    await minutes(1);
    expect((await pull()).problems).toMatchObject([{ message: 'Нет доступа' }]);
    expect(await idsOf()).toEqual(['terminal-1']);
  });

  it('asks about few at once and gives up when nobody can be read', async () => {
    onShift(...Array.from({ length: 60 }, (_, index) => String(1_000 + index)));
    let [now, most] = [0, 0];
    let answer = () => new Response('[]', { headers: { 'content-type': 'application/json' } });
    proxy.upstreams.bend.with = async ({ path, query }) => {
      if (path !== LOG) return null;
      if (!query['courierId']) return Response.json({ error: true, message: 'courierId' });
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return answer();
    };
    await pull();
    expect(askedNow(LOG)).toHaveLength(61);
    expect(most).toBeLessThanOrEqual(4);
    answer = () => new Response(null, { status: 503 });
    await minutes(4);
    expect(askedNow(LOG).length).toBeLessThanOrEqual(24);
  });
});
