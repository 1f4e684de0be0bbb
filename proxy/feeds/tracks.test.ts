import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TRACK_MAX_MS, trackSchema } from '#src/contracts/track.ts';
import { formatGmt, parseGmt } from '#src/lib/dates.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';
import type { Seen } from '#proxy/testing/testUpstreams.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Far outside the range of positions: only tracks ask for this courier. */
const COURIER = '777';

type Row = Record<string, unknown>;
type Track = { fixes: Row[]; asOf: number; complete: boolean; retryAt: number | null };

let proxy: TestProxy;
let viewer: SignedIn;

beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

const fix = (minutes: number, fields: Row = {}): Row => ({
  orderId: 2255,
  deliveryStatusId: 7,
  latitude: 59.93,
  longitude: '30.33',
  accuracy: 24,
  createdAt: formatGmt(START + minutes * MINUTE),
  ...fields,
});
const fixes = (from: number, to: number, step = 1): Row[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => fix(from + index * step));

const timeOf = (row: Row) => parseGmt(String(row['createdAt'])) ?? Infinity;

/** iRECA has these fixes, gives those since `createdAt`, and pages from `first` on. */
function has(rows: Row[], first = 1): void {
  proxy.upstreams.bend.with = ({ path, query }: Seen) => {
    if (path !== '/locations') return null;
    const since = query['createdAt'] === undefined ? 0 : (parseGmt(query['createdAt']) ?? 0);
    const [page, count] = [Number(query['page']) - first, Number(query['count'])];
    const found = rows.filter((row) => timeOf(row) >= since);
    return Response.json(found.slice(page * count, (page + 1) * count));
  };
}

const path = (from: number, to: number, courierId = COURIER) =>
  `/api/tracks?courierId=${courierId}&from=${from}&to=${to}`;
async function track(from: number, to: number, courierId = COURIER): Promise<Track> {
  const response = await viewer.get(path(from, to, courierId));
  expect(response.status).toBe(200);
  return (await response.json()) as Track;
}
/** Pages of this courier that iRECA was asked for: since when, and which. */
const asked = (courierId = COURIER) =>
  proxy.upstreams.seen
    .filter((one) => one.path === '/locations' && one.query['courierId'] === courierId)
    .map(({ query }) => [query['createdAt'], query['page']]);
const since = (minutes: number) => formatGmt(START + minutes * MINUTE);

describe('reading', () => {
  it('gives entries of all pages as iRECA wrote them, as the contract reads them', async () => {
    const rows = fixes(-1200, 0);
    has(rows);
    const read = await track(START - 20 * HOUR, START + HOUR);
    expect(read).toEqual({ fixes: rows, asOf: START, complete: true, retryAt: null });
    expect(asked()).toEqual([
      [since(-1200), '1'],
      [since(-1200), '2'],
      [since(-1200), '3'],
    ]);
    const parsed = trackSchema.parse(read);
    expect(parsed.fixes.setAside).toEqual([]);
    expect(parsed.fixes.records[0]).toMatchObject({
      orderId: '2255',
      longitude: 30.33,
      createdAt: START - 20 * HOUR,
    });
  });

  it('begins with the first page that the settings name', async () => {
    const other = await startTestProxy({ env: { IRECA_LOCATIONS_FIRST_PAGE: '0' } });
    const user = await other.signIn('viewer');
    await user.get(path(START - HOUR, START));
    const pages = other.upstreams.seen.filter((one) => one.path === '/locations');
    expect(pages.map(({ query }) => query['page'])).toEqual(['0']);
    await other.close();
  });

  it('stops once pages are later than the range, but not for one clock that is wrong', async () => {
    const rows = fixes(-2000, 0);
    rows[499] = fix(300);
    has(rows);
    const read = await track(START - 2000 * MINUTE, START - 1200 * MINUTE);
    expect(asked()).toHaveLength(2);
    expect(read.complete).toBe(true);
    expect(read.fixes).toHaveLength(800);
    expect(read.fixes.at(-1)).toEqual(fix(-1200));
  });

  it('reads on to the last page when the list is not in order of time', async () => {
    const rows = fixes(-1600, 0).reverse();
    has(rows);
    const read = await track(START - 1600 * MINUTE, START - 1200 * MINUTE);
    expect(asked()).toHaveLength(4);
    expect(read.fixes).toHaveLength(401);
  });

  it('passes over what is earlier than asked for, and keeps what has no time', async () => {
    const rows = [fix(-90), fix(-60), fix(-30, { createdAt: '' }), fix(-20), fix(30)];
    proxy.upstreams.ireca.locations.set(COURIER, { locations: rows });
    const read = await track(START - HOUR, START + 10 * MINUTE);
    expect(read.fixes).toEqual([rows[1], rows[2], rows[3]]);
  });

  it('drops repeats, and does not go round for ever where pages are not known', async () => {
    const rows = fixes(-499, 0);
    proxy.upstreams.ireca.locations.set(COURIER, rows);
    const read = await track(START - 10 * HOUR, START);
    expect(asked()).toHaveLength(3);
    expect(read).toMatchObject({ complete: false });
    expect(read.fixes).toEqual(rows);
  });

  it('reads no more than twenty pages, and says that there are more', async () => {
    has(fixes(-2000, 0, 0.15));
    const read = await track(START - 2000 * MINUTE, START);
    expect(asked()).toHaveLength(20);
    expect(read).toMatchObject({ complete: false });
    expect(read.fixes).toHaveLength(10_000);
    await proxy.clock.advance(2 * MINUTE);
    expect((await track(START - 2000 * MINUTE, START)).asOf).toBe(START);
    expect(asked()).toHaveLength(20);
  });

  it('gives away no secret that stands among the entries, and asks nothing of the future', async () => {
    has([fix(-1, { sourcePassword: 'courier-password-7' })]);
    expect(await track(START + MINUTE, START + HOUR)).toEqual({
      fixes: [],
      asOf: START,
      complete: true,
      retryAt: null,
    });
    expect(asked()).toEqual([]);
    expect((await track(START - HOUR, START)).fixes).toEqual([fix(-1)]);
  });
});

describe('kindness to iRECA', () => {
  it('reads once for all who ask for the same at the same moment, and gives it again for a minute', async () => {
    has(fixes(-60, 0));
    const all = await Promise.all(Array.from({ length: 8 }, () => track(START - HOUR, START + HOUR)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    await proxy.clock.advance(59 * SECOND);
    expect(await track(START - HOUR, START + HOUR)).toEqual(all[0]);
    expect(asked()).toHaveLength(1);
    await proxy.clock.advance(SECOND);
    expect((await track(START - HOUR, START + HOUR)).asOf).toBe(START + MINUTE);
    expect(asked()).toHaveLength(2);
  });

  it('cuts a smaller range from what is held', async () => {
    has(fixes(-600, 0));
    await track(START - 10 * HOUR, START + HOUR);
    const hour = await track(START - HOUR, START);
    expect(hour.fixes).toEqual(fixes(-60, 0));
    // The first reading went to the end of the list, so a later end is held too.
    expect((await track(START - 2 * HOUR, START + 5 * HOUR)).fixes).toHaveLength(121);
    expect(asked()).toHaveLength(2);
  });

  it('lets another range wait for its turn, and says until when', async () => {
    has(fixes(-2000, 0));
    await track(START - HOUR, START + HOUR);
    await proxy.clock.advance(20 * SECOND);
    const wait = { fixes: [], asOf: START + 20 * SECOND, complete: true, retryAt: START + MINUTE };
    expect(await track(START - 30 * HOUR, START - 20 * HOUR)).toEqual(wait);
    expect(asked()).toHaveLength(1);
    await proxy.clock.advance(40 * SECOND);
    const read = await track(START - 30 * HOUR, START - 20 * HOUR);
    expect(read).toMatchObject({ retryAt: null, asOf: START + MINUTE });
    expect(read.fixes).toHaveLength(601);
    // Until its next turn today is given as it is held, with its own age.
    await proxy.clock.advance(30 * SECOND);
    expect(await track(START - HOUR, START + HOUR)).toMatchObject({ asOf: START, retryAt: null });
    const pages = asked().length;
    await proxy.clock.advance(30 * SECOND);
    expect(await track(START - HOUR, START + HOUR)).toMatchObject({ asOf: START + 2 * MINUTE });
    expect(asked()).toHaveLength(pages + 1);
  });

  it('reads a growing track on from its end, late fixes too, and all of it every so often', async () => {
    const rows = fixes(-600, 0);
    has(rows);
    const today = () => track(START - 10 * HOUR, START + 10 * HOUR);
    await today();
    expect(asked()).toHaveLength(2);
    await proxy.clock.advance(MINUTE);
    const late = fix(-10.5);
    rows.push(late, fix(1));
    has(rows);
    const grown = await today();
    expect(asked().slice(2)).toEqual([[since(-30), '1']]);
    expect(grown.fixes).toEqual(rows);
    await proxy.clock.advance(14 * MINUTE);
    await today();
    expect(asked().slice(3)).toEqual([
      [since(-600), '1'],
      [since(-600), '2'],
    ]);
  });

  it('gives hours that are long past again for ten minutes', async () => {
    has(fixes(-2000, 0));
    const yesterday = () => track(START - 30 * HOUR, START - 20 * HOUR);
    await yesterday();
    const pages = asked().length;
    await proxy.clock.advance(9 * MINUTE);
    expect((await yesterday()).asOf).toBe(START);
    expect(asked()).toHaveLength(pages);
    await proxy.clock.advance(MINUTE);
    expect((await yesterday()).asOf).toBe(START + 10 * MINUTE);
    expect((await yesterday()).fixes).toHaveLength(601);
  });

  it('has turns of each courier by themselves', async () => {
    has(fixes(-60, 0));
    await track(START - HOUR, START, '777');
    await track(START - HOUR, START, '778');
    expect([asked('777').length, asked('778').length]).toEqual([1, 1]);
  });

  it("tells the positions feed: it was that courier's call of the minute, and holds their newest fix", async () => {
    proxy.upstreams.ireca.locations.set('101', [fix(-3), fix(-1), fix(-2)]);
    await viewer.feed('positions');
    await proxy.clock.advance(11 * MINUTE);
    proxy.upstreams.ireca.locations.set('101', [fix(-1), fix(10), fix(9)]);
    const before = asked('101').length;
    await track(START - HOUR, START + HOUR, '101');
    // Ten minutes are over, so the feed would ask about an idle courier by itself.
    const feed = await viewer.feed('positions');
    expect(asked('101')).toHaveLength(before + 1);
    const { body } = feed.changed.find(({ id }) => id === '101') ?? {};
    expect(body).toMatchObject({ createdAt: formatGmt(START + 10 * MINUTE) });
  });
});

describe('failures', () => {
  it('say whose they are and why, are shared for some seconds, and take no turn', async () => {
    proxy.upstreams.bend.with = ({ path: at }: Seen) =>
      at === '/locations' ? Response.json({ error: true, message: 'База недоступна' }) : null;
    const failure = async () => {
      const response = await viewer.get(path(START - HOUR, START));
      return [response.status, ((await response.json()) as { error: Row }).error];
    };
    const said = { code: 'upstreamRefused', system: 'ireca', message: 'База недоступна' };
    expect(await failure()).toMatchObject([422, said]);
    expect(await failure()).toMatchObject([422, said]);
    expect(asked()).toHaveLength(1);
    has(fixes(-60, 0));
    await proxy.clock.advance(5 * SECOND);
    expect((await track(START - HOUR, START)).fixes).toHaveLength(61);
  });

  it('of a later page are failures of the whole, and what is no list is one', async () => {
    has(fixes(-1200, 0));
    const good = proxy.upstreams.bend.with;
    proxy.upstreams.bend.with = (seen) =>
      seen.query['page'] === '2' ? new Response('gone', { status: 503 }) : (good?.(seen) ?? null);
    expect((await viewer.get(path(START - 20 * HOUR, START))).status).toBe(502);
    proxy.upstreams.ireca.locations.set('778', { locations: 'none' });
    proxy.upstreams.bend.with = null;
    const response = await viewer.get(path(START - HOUR, START, '778'));
    expect([response.status, await response.json()]).toMatchObject([
      502,
      { error: { code: 'upstreamFailed' } },
    ]);
  });

  it('pass on that iRECA does not know the courier', async () => {
    proxy.upstreams.bend.with = ({ path: at }: Seen) =>
      at === '/locations'
        ? Response.json({ error: true, message: 'Модель не существует' }, { status: 404 })
        : null;
    expect((await viewer.get(path(START - HOUR, START))).status).toBe(404);
  });
});

describe('what may be asked', () => {
  it('is refused in words otherwise, and iRECA is not asked', async () => {
    const id = `courierId=${COURIER}`;
    const wrong: [string, RegExp][] = [
      ['', /courierId, from, to/],
      [`${id}&from=1`, /courierId, from, to/],
      [`${id}&from=1&to=2&page=1`, /nothing else/],
      [`${id}&from=1&to=2&to=3`, /each once/],
      ['courierId=&from=1&to=2', /courierId: an id/],
      ['courierId=7%2F8&from=1&to=2', /courierId: an id/],
      [`${id}&from=2026-03-02&to=2`, /^from: milliseconds/],
      [`${id}&from=1&to=-2`, /^to: milliseconds/],
      [`${id}&from=3&to=2`, /after/],
      [`${id}&from=${START}&to=${START + TRACK_MAX_MS + 1}`, /48 hours/],
    ];
    for (const [query, words] of wrong) {
      const response = await viewer.get(`/api/tracks?${query}`);
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      expect([response.status, error.code]).toEqual([400, 'invalid']);
      expect(error.message).toMatch(words);
    }
    expect((await viewer.get(path(START - TRACK_MAX_MS, START))).status).toBe(200);
    expect(asked()).toHaveLength(1);
  });

  it('is asked only by those who are signed in, and only read', async () => {
    expect((await fetch(`${proxy.url}${path(1, 2)}`)).status).toBe(401);
    expect((await viewer.send('POST', path(1, 2), {})).status).toBe(404);
    expect(asked()).toEqual([]);
  });
});
