/** A courier's password goes through the proxy in one direction only, and an edit that leaves it out keeps the old one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { withoutWords } from './secrets.ts';

let proxy: TestProxy;
let admin: SignedIn;
/** Every text that left the proxy: bodies and headers of all answers. */
let told: string[];
beforeEach(async () => {
  proxy = await startTestProxy();
  admin = await proxy.signIn('admin');
  told = [];
});
afterEach(() => proxy.close());

const COURIERS = '/api/ireca/couriers';
const ONE = `${COURIERS}?courierId=100`;
const SECRETS = /courier-password|новый-пароль|sourcePassword/;
const seen = () => proxy.upstreams.seen;
const written = () =>
  seen()
    .filter(({ method }) => method !== 'GET')
    .map(({ body }) => JSON.parse(body) as unknown);

async function tell(response: Response): Promise<Response> {
  told.push(await response.clone().text(), JSON.stringify([...response.headers]));
  return response;
}
const tag = async () => (await tell(await admin.get(ONE))).headers.get('etag') ?? '';
const put = async (row: unknown, ifMatch?: string) =>
  tell(await admin.send('PUT', ONE, row, { 'if-match': ifMatch ?? (await tag()) }));
const post = async (path: string, rows: unknown) => tell(await admin.send('POST', COURIERS + path, rows));
const message = async (response: Response) =>
  ((await response.json()) as { error: { message: string | null } }).error.message;

function expectNothingTold(): void {
  expect(told.join('\n')).not.toMatch(SECRETS);
  expect(proxy.log()).toContain('"path":"/couriers');
  expect(proxy.log()).not.toMatch(SECRETS);
}

describe('a change of a courier', () => {
  it.each([
    ['no key', {}],
    ['null', { sourcePassword: null }],
    ['nothing', { sourcePassword: '' }],
    ['blanks', { sourcePassword: ' ' }],
  ])('with %s for a password keeps the stored one', async (_name, password) => {
    const response = await put({ courierId: '100', title: 'Иван Новый', ...password });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      courierId: '100',
      title: 'Иван Новый',
      phone: '+7 911 000-00-01',
    });
    expect(written()).toEqual([
      { courierId: '100', title: 'Иван Новый', sourcePassword: 'courier-password-1' },
    ]);
    expectNothingTold();
  });

  it('with a new password sends that, and the tag of the record does not tell', async () => {
    const before = await tag();
    const response = await put({ sourcePassword: 'новый-пароль' }, before);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe(before);
    expect(proxy.upstreams.ireca.couriers[0]?.['sourcePassword']).toBe('новый-пароль');
    expect((await put({ title: 'Иван Новый' }, before)).status).toBe(200);
    expect(written().at(-1)).toEqual({ title: 'Иван Новый', sourcePassword: 'новый-пароль' });
    expectNothingTold();
  });

  it('keeps a password that iRECA writes as a number', async () => {
    Object.assign(proxy.upstreams.ireca.couriers[0] ?? {}, { sourcePassword: 2321 });
    await put({ title: 'Иван Новый' });
    expect(written()).toEqual([{ title: 'Иван Новый', sourcePassword: 2321 }]);
    expect(told.join('\n')).not.toContain('2321');
  });

  it('is not sent without a password when none is stored', async () => {
    for (const sourcePassword of [undefined, null, '', {}]) {
      Object.assign(proxy.upstreams.ireca.couriers[0] ?? {}, { sourcePassword });
      const response = await put({ title: 'Иван Новый' });
      expect([response.status, await message(response)]).toEqual([400, 'sourcePassword: required']);
    }
    expect(written()).toEqual([]);
    expect((await put({ sourcePassword: 'новый-пароль' })).status).toBe(200);
  });
});

describe('replaced couriers', () => {
  it('that are known keep their passwords, all by one reading of the list that is made now', async () => {
    await admin.get(COURIERS);
    Object.assign(proxy.upstreams.ireca.couriers[1] ?? {}, { sourcePassword: 'courier-password-3' });
    const rows = [
      { courierId: 100, title: 'А' },
      { courierId: '101', title: 'Б', sourcePassword: null },
      { courierId: '102', title: 'В', sourcePassword: 'новый-пароль' },
    ];
    seen().length = 0;
    const response = await post('/replace', rows);
    expect([response.status, await response.json()]).toEqual([201, null]);
    expect(seen().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /couriers',
      'POST /couriers/replace',
    ]);
    expect(written()).toEqual([
      [
        { courierId: 100, title: 'А', sourcePassword: 'courier-password-1' },
        { courierId: '101', title: 'Б', sourcePassword: 'courier-password-3' },
        rows[2],
      ],
    ]);
    expectNothingTold();
  });

  it('are not sent when one that is new has none, nor when the list cannot be read', async () => {
    const rows = [{ courierId: '100' }, { courierId: '103', title: 'Новый' }];
    const lacking = await post('/replace', rows);
    expect([lacking.status, await message(lacking)]).toEqual([400, '1.sourcePassword: required']);
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Обслуживание' });
    expect(await message(await post('/replace', rows))).toBe('Обслуживание');
    expect(written()).toEqual([]);
  });

  it('that all name a password need no reading', async () => {
    await post('/replace', [{ courierId: '100', sourcePassword: 'новый-пароль' }]);
    expect(seen().map(({ method }) => method)).toEqual(['POST']);
  });

  it('wait for a change of one of them', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    const ifMatch = await tag();
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    const change = put({ sourcePassword: 'новый-пароль' }, ifMatch);
    await expect.poll(() => proxy.upstreams.count('PUT', '/couriers')).toBe(1);
    const replaced = post('/replace', [{ courierId: 100, title: 'А' }]);
    await post('/replace', [{ courierId: '101', title: 'Б' }]);
    expect(written()).toHaveLength(2);
    open();
    await Promise.all([change, replaced]);
    // The one that waited read the list after the change: it does not bring the old password back.
    expect(written().at(-1)).toEqual([{ courierId: 100, title: 'А', sourcePassword: 'новый-пароль' }]);
  });
});

describe('iRECA’s own words', () => {
  const refuse = (words: string) => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'GET' ? null : Response.json({ error: true, message: words });
  };

  it('are cleaned of passwords that were sent or read', async () => {
    const ifMatch = await tag();
    refuse('Пароль «новый-пароль» хуже, чем «courier-password-1»');
    expect(await message(await post('', [{ courierId: '9', sourcePassword: 'новый-пароль' }]))).toBe(
      'Пароль «…» хуже, чем «courier-password-1»',
    );
    expect(await message(await post('', [{ courierId: '9', sourcePassword: ' новый-пароль ' }]))).toContain(
      'Пароль «…»',
    );
    told = [];
    expect(await message(await put({ sourcePassword: 'новый-пароль' }, ifMatch))).toBe(
      'Пароль «…» хуже, чем «…»',
    );
    const rows = [
      { courierId: '9', sourcePassword: 'новый-пароль' },
      { courierId: '100', title: 'А' },
    ];
    expect(await message(await post('/replace', rows))).toBe('Пароль «…» хуже, чем «…»');
    refuse('courier-password-1 courier-password-1');
    expect(await message(await put({ title: 'А' }, ifMatch))).toBe('… …');
    expectNothingTold();
  });

  it('keep their numbers when a password is a single digit', () => {
    expect(withoutWords('Пароль «1» короче 10, курьер 5571', ['1'])).toBe(
      'Пароль «…» короче 10, курьер 5571',
    );
    expect(withoutWords('a.b axb', ['a.b'])).toBe('… axb');
    expect(withoutWords('abcdefgh', ['abcd', 'abcdefgh', '', '  '])).toBe('…');
    expect(withoutWords('пароль$1', ['пароль$1'])).toBe('…');
  });
});

it('no list, feed, event or order gives a password out', async () => {
  const viewer = await proxy.signIn('viewer');
  for (const path of [COURIERS, ONE, '/api/feeds/orders', '/api/feeds/positions', '/api/ireca/licenses']) {
    await tell(await viewer.get(path));
  }
  await tell(await admin.send('DELETE', ONE));
  expect(told.join('\n')).toContain('Иван Быстров');
  expectNothingTold();
});
