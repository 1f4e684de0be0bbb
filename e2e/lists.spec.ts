/** Each list of iRECA's API goes round through the real proxy and the simulator, and opens in the browser. */
import { createQueryClient } from '#src/api/queryClient.ts';
import { DECLARED } from '#src/components/records/declared.ts';
import { valueAt } from '#src/domain/declaration.ts';
import { paths, referenceAddress } from '#src/lib/paths.ts';
import { signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { SECRET, callingAs, recordOf, wrongText } from './listRecords.ts';

const KEPT = DECLARED.filter(({ can }) => can.create);

test.use({ stackOptions: { orders: 12, couriers: 4 } });

test('each list: create, read one, edit over its reading, replace, delete', async ({
  context,
  stack,
  ireca,
}) => {
  await signedIn(context, stack.url, 'admin');
  const calls = await callingAs(context, stack.url);
  const client = createQueryClient();
  const readList = async ({ source }: (typeof KEPT)[number]) => {
    const { records, setAside, whole } = await client.fetchQuery({ ...source.list(client), staleTime: 0 });
    expect(setAside).toEqual([]);
    expect(whole).toBe(true);
    return new Map(records.map((record) => [source.idOf(record), record]));
  };
  try {
    expect(KEPT).toHaveLength(10);
    for (const list of KEPT) {
      await test.step(list.slug, async () => {
        const { source } = list;
        const [first, second] = ['990001', '990002'];
        const { row, reads } = await recordOf(list, first, 'проба');
        const before = await readList(list);
        expect(before.size).toBeGreaterThan(0);
        expect(await source.readOne(first)).toBeNull();

        await source.create([row]);
        const made = await source.readOne(first);
        expect(made?.etag).toMatch(/^"[\w-]+"$/);
        for (const [key, value] of reads) expect(valueAt(made!.record, key), key).toEqual(value);
        await expect(source.create([row])).rejects.toMatchObject({
          code: 'upstreamRefused',
          system: 'ireca',
        });

        const edited = await source.update(first, { ...made!.raw, title: 'проба 2' }, made!.etag);
        expect(edited).toMatchObject({ title: 'проба 2' });
        for (const [key, value] of reads) {
          if (key !== 'title') expect(valueAt(edited!, key), key).toEqual(value);
        }
        await expect(
          source.update(first, { ...made!.raw, title: 'проба 3' }, made!.etag),
        ).rejects.toMatchObject({
          code: 'stale',
        });

        const other = await recordOf(list, second, 'вторая');
        await source.replace([{ ...row, title: 'проба 4' }, other.row]);
        const replaced = await readList(list);
        expect(replaced.size).toBe(before.size + 2);
        expect(replaced.get(first)).toMatchObject({ title: 'проба 4' });
        expect(replaced.get(second)).toMatchObject({ title: 'вторая title' });
        expect((await source.readRaw()).get(second)).toMatchObject({ title: 'вторая title' });

        expect(await source.remove(first)).toBe(true);
        expect(await source.remove(second)).toBe(true);
        const left = await readList(list);
        if (list.keepsDeleted) expect(left.get(first)).toMatchObject({ isActive: false });
        else expect(left.has(first)).toBe(false);
        expect(left.size).toBe(before.size + (list.keepsDeleted ? 2 : 0));
      });
    }
  } finally {
    calls.stop();
  }

  // What iRECA got of it: each verb once or twice per list, and never a record without its fields.
  const received = await ireca.received();
  for (const { source, fields } of KEPT) {
    const of = (method: string, path: string) =>
      received.filter((one) => one.method === method && one.path === path && one.status < 300);
    const sent = [`/${source.path}`, `/${source.path}/replace`].map((path) => of('POST', path));
    expect(sent.map(({ length }) => length)).toEqual([1, 1]);
    const [made] = sent[0]![0]!.body as Record<string, unknown>[];
    for (const { key } of fields) expect(Object.keys(made!), key).toContain(key.split('.')[0]);
    expect(of('PUT', `/${source.path}`)).toHaveLength(1);
    expect(of('DELETE', `/${source.path}`)).toHaveLength(2);
  }

  // The password went up with each write, also with the edit that did not name it, and never came back.
  const put = received.find(({ method, path }) => method === 'PUT' && path === '/couriers');
  expect(put?.body).toMatchObject({ sourcePassword: SECRET, title: 'проба 2' });
  const talkative = calls.bodies.filter(
    ({ text }) => text.includes(SECRET) || text.includes('sourcePassword'),
  );
  expect(talkative).toEqual([]);
  expect(calls.bodies.length).toBeGreaterThan(100);
});

test('each dictionary is read and never written', async ({ context, stack }) => {
  await signedIn(context, stack.url, 'admin');
  const calls = await callingAs(context, stack.url);
  const client = createQueryClient();
  try {
    for (const { source, slug, name } of DECLARED.filter(({ can }) => !can.create)) {
      const { records, setAside } = await client.fetchQuery(source.list(client));
      expect(setAside, slug).toEqual([]);
      expect(records.length, slug).toBeGreaterThan(1);
      for (const record of records) expect(valueAt(record, name[0]!), slug).toEqual(expect.any(String));
      await expect(source.create([{}])).rejects.toMatchObject({ code: 'notAllowed' });
      await expect(source.remove('1')).rejects.toMatchObject({ code: 'notAllowed' });
    }
  } finally {
    calls.stop();
  }
});

/** Couriers and warehouses have pages of their own. */
const OWN = {
  couriers: { page: paths.couriers, create: paths.courierNew, row: '[data-id]' },
  warehouses: { page: paths.warehouses, create: paths.warehouseNew, row: '[data-warehouse]' },
} as const;
const placeOf = (slug: string) =>
  slug === 'couriers' || slug === 'warehouses'
    ? OWN[slug]
    : {
        page: referenceAddress(slug),
        create: referenceAddress(slug, 'new'),
        row: '[data-table] tr[data-id]',
      };

test('each list opens and shows its rows; dictionaries are said to be kept by iRECA', async ({
  page,
  stack,
}) => {
  await signedIn(page.context(), stack.url, 'viewer');
  for (const { slug, can } of DECLARED) {
    await test.step(slug, async () => {
      const place = placeOf(slug);
      await page.goto(stack.url + place.page);
      await expect(page.locator(place.row).first()).toBeVisible({ timeout: 20_000 });
      // A viewer reads everything and sees no deeds of lists.
      await expect(page.getByRole('link', { name: /^Нов(ый|ая) / })).toHaveCount(0);
      if (!can.create) await expect(page.getByText('ведёт iRECA').first()).toBeVisible();
    });
  }
});

test('each form refuses a bad value at its field, in words, and sends nothing', async ({
  page,
  stack,
  ireca,
}) => {
  await signedIn(page.context(), stack.url, 'admin');
  for (const { slug, fields } of KEPT) {
    await test.step(slug, async () => {
      await page.goto(stack.url + placeOf(slug).create);
      const wrong: string[] = [];
      for (const field of fields) {
        const { key, required, otherwise } = field;
        const bad = wrongText(field);
        if (bad !== null) await page.locator(`[name="${key}"]`).fill(bad, { timeout: 20_000 });
        if (bad !== null || (required && !otherwise)) wrong.push(key);
      }
      expect(wrong.length).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Создать', exact: true }).click();
      for (const key of wrong) {
        // A day has its name on a hidden field beside the one that is typed in.
        await expect(page.locator(`[data-field="${key}"] [aria-invalid="true"]`).first(), key).toBeVisible();
        await expect(page.locator(`[data-field="${key}"] [class*="error" i]`).last(), key).not.toBeEmpty();
      }
      await expect(page.locator(`[name="${wrong[0]}"]`)).toBeFocused();
    });
  }
  expect(
    (await ireca.received('POST')).filter(({ path }) =>
      KEPT.some(({ source }) => path.includes(source.path)),
    ),
  ).toEqual([]);
});

test.describe('a catalogue of five thousand goods', () => {
  test.use({ stackOptions: { orders: 12, couriers: 4, goods: 5_000 } });

  test('comes page by page, is searched, and stays in hand', async ({ page, stack, ireca }) => {
    await signedIn(page.context(), stack.url, 'viewer');
    await ireca.forget();
    const goods = Object.entries(await ireca.list('goods'));
    expect(goods).toHaveLength(5_000);
    const live = goods.filter(([, good]) => String(good['isActive']) !== '0');
    await page.goto(`${stack.url}/references/goods`);
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', String(live.length + 1), { timeout: 60_000 });
    const pages = (await ireca.received('GET', /^\/goods$/)).map(({ query }) => new URLSearchParams(query));
    expect(pages.map((query) => query.get('page'))).toEqual(Array.from({ length: 11 }, (_, n) => String(n)));
    expect(new Set(pages.map((query) => query.get('count')))).toEqual(new Set(['500']));
    // Drawn are those in sight.
    expect(await page.locator('[data-table] tr[data-id]').count()).toBeLessThan(80);

    const [id, good] = live.at(-1)!;
    const search = page.locator('[data-page-search]');
    await search.fill(String(good['title']));
    await expect(page.locator(`[data-table] tr[data-id="${id}"]`)).toBeVisible();
    // Each letter is drawn at once: the longest that the page did not answer, in ms. A machine that had other things to do
    // meanwhile says nothing of the page: then it is typed once more.
    await page.evaluate(() => {
      const stalls = ((window as unknown as { stalls: number[] }).stalls = []) as number[];
      new PerformanceObserver((list) =>
        stalls.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      });
    });
    await expect(async () => {
      await search.fill('');
      await expect(grid).toHaveAttribute('aria-rowcount', String(live.length + 1));
      await page.evaluate(() => ((window as unknown as { stalls: number[] }).stalls.length = 0));
      await search.pressSequentially('невский');
      await expect(page.locator('[data-table] tr[data-id]').first()).toContainText('невский');
      const stalls = await page.evaluate(() => (window as unknown as { stalls: number[] }).stalls);
      expect(Math.max(0, ...stalls)).toBeLessThan(1_500);
    }).toPass({ timeout: 60_000 });
  });
});
