import { describe, expect, it } from 'vitest';
import { readConfig } from '#proxy/config.ts';

const SECRET = 's'.repeat(32);
const least = { SESSION_SECRET: SECRET, IRECA_TOKEN: 'ireca-token' };

describe('readConfig', () => {
  it('needs only a session secret and the iRECA token; the rest has defaults', () => {
    expect(readConfig(least)).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      usersFile: 'data/users.json',
      ireca: { baseUrl: 'https://api-courier-ireca.softbalance.ru/api/v1', locationsFirstPage: 1 },
      kassa: null,
      timeZone: 'Europe/Moscow',
      ordersPollSeconds: 15,
      atRiskMinutes: 30,
      publicUrl: null,
      callbackSecret: null,
      imageHosts: [],
      demo: false,
    });
  });

  it('names every missing and wrong setting at once and repeats no value', () => {
    const attempt = () =>
      readConfig({
        SESSION_SECRET: 'short-secret-1',
        PORT: 'eighty',
        TIME_ZONE: 'Mars/Base',
        KASSA_PASSWORD: 'kassa-password-1',
        KASSA_LIST_PATH: 'no-slash',
        CALLBACK_SECRET: 'short-secret-2',
        TILE_URL: 'https://tiles.example/none',
        PUBLIC_URL: 'ftp://pult.example',
      });
    let message = '';
    try {
      attempt();
    } catch (error) {
      message = String(error);
    }
    for (const name of ['SESSION_SECRET', 'PORT', 'TIME_ZONE', 'KASSA_USERNAME', 'KASSA_ORGANIZATION_ID']) {
      expect(message).toContain(name);
    }
    for (const name of ['IRECA_TOKEN', 'KASSA_LIST_PATH', 'CALLBACK_SECRET', 'TILE_URL', 'PUBLIC_URL']) {
      expect(message).toContain(name);
    }
    expect(message).not.toMatch(/short-secret|kassa-password|eighty|Mars/);
  });

  it.each([
    ['no session secret', { SESSION_SECRET: '' }, 'SESSION_SECRET is required'],
    ['a short session secret', { SESSION_SECRET: 'x'.repeat(31) }, 'at least 32'],
    ['no iRECA token', { IRECA_TOKEN: ' ' }, 'IRECA_TOKEN is required'],
    ['half of the Kassa sign-in', { KASSA_USERNAME: '79990000000' }, 'KASSA_PASSWORD is required'],
    [
      'an update path without the order',
      { KASSA_UPDATE_PATH: '/orders' },
      'KASSA_UPDATE_PATH must hold {id}',
    ],
  ])('refuses %s', (_, change, words) => {
    expect(() => readConfig({ ...least, ...change })).toThrow(words);
  });

  it('knows when shifts begin: once each, earliest first, however they are separated', () => {
    expect(readConfig(least).shiftStarts).toEqual(['08:00']);
    const config = readConfig({ ...least, SHIFT_STARTS: ' 20:00,08:00  20:00 ' });
    expect(config.shiftStarts).toEqual(['08:00', '20:00']);
    for (const wrong of ['8:00', '24:00', '08:60', 'morning', ',']) {
      expect(() => readConfig({ ...least, SHIFT_STARTS: wrong })).toThrow(
        'SHIFT_STARTS must be times like 08:00',
      );
    }
  });

  it('keeps its own files where it is told to', () => {
    expect(readConfig(least).dataDir).toBe('data');
    expect(readConfig({ ...least, DATA_DIR: '/var/lib/pult' }).dataDir).toBe('/var/lib/pult');
  });

  it('makes a secret of its own for the demo only', () => {
    const first = readConfig({ IRECA_TOKEN: 't', DEMO: '1' });
    expect(first.demo).toBe(true);
    expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({ IRECA_TOKEN: 't', DEMO: '1' }).sessionSecret).not.toBe(first.sessionSecret);
  });

  it('reads Kassa when it is on and cuts trailing slashes of addresses', () => {
    const config = readConfig({
      ...least,
      IRECA_BASE_URL: 'http://127.0.0.1:9/api/v1/',
      KASSA_BASE_URL: 'http://127.0.0.1:8/cashdesk//',
      KASSA_USERNAME: '79990000000',
      KASSA_PASSWORD: 'p',
      KASSA_ORGANIZATION_ID: '1579776541385873338810',
    });
    expect(config.ireca.baseUrl).toBe('http://127.0.0.1:9/api/v1');
    expect(config.kassa).toMatchObject({
      baseUrl: 'http://127.0.0.1:8/cashdesk',
      clientId: 'cashdesk-rest-client',
      organizationId: '1579776541385873338810',
      tradeObjectId: null,
    });
  });

  it('has OpenStreetMap tiles by default and none when TILE_URL is empty', () => {
    expect(readConfig(least).tiles?.url).toContain('openstreetmap.org');
    expect(readConfig({ ...least, TILE_URL: '' }).tiles).toBeNull();
  });

  it('takes any XYZ source, with one of its own for the dark theme', () => {
    expect(
      readConfig({
        ...least,
        TILE_URL: 'https://{s}.tiles.example/day/{z}/{x}/{y}{r}.png?key=1',
        TILE_URL_DARK: 'https://night.example/{z}/{x}/{-y}.png',
        TILE_ATTRIBUTION: '© [Tiles](https://tiles.example/about), данные < 2026',
        TILE_MAX_ZOOM: '18',
      }).tiles,
    ).toEqual({
      url: 'https://{s}.tiles.example/day/{z}/{x}/{y}{r}.png?key=1',
      darkUrl: 'https://night.example/{z}/{x}/{-y}.png',
      attribution: '© [Tiles](https://tiles.example/about), данные < 2026',
      maxZoom: 18,
    });
    expect(readConfig(least).tiles).toMatchObject({ darkUrl: null, maxZoom: 19 });
    expect(readConfig({ ...least, TILE_URL_DARK: '' }).tiles?.darkUrl).toBeNull();
  });

  it.each([
    ['without a place for the row', { TILE_URL: 'https://tiles.example/{z}/{x}.png' }, 'TILE_URL must be'],
    ['with a place nobody fills', { TILE_URL: 'https://t.example/{z}/{x}/{y}.{ext}' }, 'TILE_URL must be'],
    [
      'with a host that changes by tile',
      { TILE_URL: 'https://t{x}.example/{z}/{x}/{y}' },
      'TILE_URL must be',
    ],
    ['from all hosts', { TILE_URL: 'https://*.example/{z}/{x}/{y}' }, 'TILE_URL must be'],
    ['that add to the policy', { TILE_URL: 'https://t.example;script-src/{z}/{x}/{y}' }, 'TILE_URL must be'],
    ['with a password', { TILE_URL: 'https://me:pass@t.example/{z}/{x}/{y}' }, 'TILE_URL must be'],
    ['of another scheme', { TILE_URL_DARK: 'file:///{z}/{x}/{y}.png' }, 'TILE_URL_DARK must be'],
    ['without a host', { TILE_URL: 'https:///{z}{x}{y}:x' }, 'TILE_URL must be'],
    [
      'for the dark theme only',
      { TILE_URL: '', TILE_URL_DARK: 'https://t.example/{z}/{x}/{y}' },
      'TILE_URL is',
    ],
    ['deeper than any', { TILE_MAX_ZOOM: '23' }, 'TILE_MAX_ZOOM must be 1–22'],
    [
      'with HTML',
      { TILE_ATTRIBUTION: '&copy; <a href="https://t.example">T</a>' },
      'TILE_ATTRIBUTION must be',
    ],
  ])('refuses tiles %s', (_, change, words) => {
    expect(() => readConfig({ ...least, ...change })).toThrow(words);
  });
});

describe('IMAGE_HOSTS', () => {
  const hosts = (IMAGE_HOSTS: string) => readConfig({ ...least, IMAGE_HOSTS }).imageHosts;

  it('are origins, each once, however they are separated', () => {
    expect(hosts('')).toEqual([]);
    expect(hosts(' https://img.example,https://CDN.example:8443/ \n http://127.0.0.1:8101,, ')).toEqual([
      'https://img.example',
      'https://cdn.example:8443',
      'http://127.0.0.1:8101',
    ]);
    expect(hosts('https://img.example https://img.example:443/ http://localhost')).toEqual([
      'https://img.example',
      'http://localhost',
    ]);
  });

  it.each([
    'img.example',
    'http://img.example',
    'http://localhost.evil.example',
    'https://img.example/pictures',
    'https://img.example?x',
    'https://user@img.example',
    'https://*.example',
    'https:',
    'https://a;script-src',
    "https://img.example'self'",
    'data:',
    '*',
    'https://img.example:99999',
  ])('refuse what is no origin, or not safe on its way: %s', (wrong) => {
    expect(() => hosts(`https://good.example ${wrong}`)).toThrow('IMAGE_HOSTS must be');
  });
});
