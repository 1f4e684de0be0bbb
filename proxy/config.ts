/** Settings: the environment read once at start, every missing or wrong one named together, no value ever repeated. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AppConfig } from '#src/contracts/appConfig.ts';
import { imageHostSettings } from './imageHosts.ts';
import { tileSettings, tilesOf, tileTogetherChecks } from './tileSettings.ts';

export type KassaConfig = {
  baseUrl: string;
  username: string;
  password: string;
  clientId: string;
  clientSecret: string;
  organizationId: string;
  /** The shop that new orders belong to; null = not said. */
  tradeObjectId: string | null;
  /** Not in the vendor's text: a guess from sister calls, so it is a setting. */
  listPath: string;
  /** Likewise; `{id}` stands for the order. */
  updatePath: string;
};

export type Config = {
  port: number;
  host: string;
  sessionSecret: string;
  usersFile: string;
  ireca: { baseUrl: string; token: string; locationsFirstPage: number };
  /** null: Kassa is off. */
  kassa: KassaConfig | null;
  tiles: AppConfig['tiles'];
  /** Origins from which pictures of goods may be shown. */
  imageHosts: string[];
  timeZone: string;
  ordersPollSeconds: number;
  /** Where people reach Pult; its scheme decides whether the cookie is Secure. null = as the browser says. */
  publicUrl: string | null;
  /** Last part of the callback addresses; null: callbacks are not listened to. */
  callbackSecret: string | null;
  /** `HH:mm` in the time zone, earliest first. */
  shiftStarts: string[];
  /** Where what must outlive a restart is kept (the log of changes, the state of callbacks); null = nowhere. */
  dataDir: string | null;
  atRiskMinutes: number;
  logLevel: string;
  demo: boolean;
};

const SECRET_LENGTH = 32;

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
const baseUrl = z
  .string()
  .refine((text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text), 'must be an http(s) address')
  .transform(withoutSlash);
const path = z.string().startsWith('/', 'must begin with /');
const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, `must be ${from}–${to}`);
const longSecret = z.string().min(SECRET_LENGTH, `must be at least ${SECRET_LENGTH} characters`);
const digits = z.string().regex(/^\d+$/, 'must be digits');

const shiftStarts = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(
    (times) => times.length > 0 && times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)),
    'must be times like 08:00, separated by commas',
  )
  .transform((times) => [...new Set(times)].sort());

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const schema = z.object({
  PORT: wholeNumber(0, 65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  SESSION_SECRET: longSecret.optional(),
  USERS_FILE: z.string().default('data/users.json'),
  IRECA_BASE_URL: baseUrl.default('https://api-courier-ireca.softbalance.ru/api/v1'),
  IRECA_TOKEN: z.string({ error: 'is required' }),
  IRECA_LOCATIONS_FIRST_PAGE: wholeNumber(0, 1).default(1),
  KASSA_BASE_URL: baseUrl.default('https://kassa.bifit.com/cashdesk-api/v1'),
  KASSA_USERNAME: z.string().optional(),
  KASSA_PASSWORD: z.string().optional(),
  KASSA_CLIENT_ID: z.string().default('cashdesk-rest-client'),
  KASSA_CLIENT_SECRET: z.string().default('cashdesk-rest-client'),
  KASSA_ORGANIZATION_ID: digits.optional(),
  KASSA_TRADE_OBJECT_ID: digits.optional(),
  KASSA_LIST_PATH: path.default('/protected/online_orders/list/read'),
  KASSA_UPDATE_PATH: path.default('/protected/online_orders/{id}'),
  ...tileSettings,
  ...imageHostSettings,
  TIME_ZONE: z.string().refine(isTimeZone, 'is not a known time zone').default('Europe/Moscow'),
  ORDERS_POLL_SECONDS: wholeNumber(1, 3600).default(15),
  PUBLIC_URL: baseUrl.optional(),
  CALLBACK_SECRET: longSecret.regex(/^[\w-]*$/, 'may hold letters, digits, - and _ only').optional(),
  SHIFT_STARTS: shiftStarts.default(['08:00']),
  DATA_DIR: z.string().default('data'),
  AT_RISK_MINUTES: wholeNumber(0, 1440).default(30),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
});

/** Names of all settings. */
export const SETTINGS = Object.keys(schema.shape);

const togetherChecks = (env: Partial<z.infer<typeof schema>>): string[] => {
  const wrong = tileTogetherChecks(env);
  if (env.DEMO === '0' && env.SESSION_SECRET === undefined) wrong.push('SESSION_SECRET is required');
  const kassa = { KASSA_USERNAME: env.KASSA_USERNAME, KASSA_PASSWORD: env.KASSA_PASSWORD };
  if (Object.values(kassa).some(Boolean)) {
    const needed = { ...kassa, KASSA_ORGANIZATION_ID: env.KASSA_ORGANIZATION_ID };
    for (const [name, value] of Object.entries(needed)) {
      if (!value)
        wrong.push(
          `${name} is required, because Kassa is on (it is off when user and password are both empty)`,
        );
    }
  }
  if (env.KASSA_UPDATE_PATH !== undefined && !env.KASSA_UPDATE_PATH.includes('{id}')) {
    wrong.push('KASSA_UPDATE_PATH must hold {id}');
  }
  return wrong;
};

/**
 * Reads the settings. An empty variable counts as not set, but for TILE_URL, where empty means "no tiles".
 * @throws {Error} whose message lists every missing or wrong setting by name, one a line.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    SETTINGS.map((name) => [name, env[name]?.trim()] as const).filter(
      ([name, value]) => value !== undefined && (value !== '' || name === 'TILE_URL'),
    ),
  );
  const parsed = schema.safeParse(given);
  const wrong = parsed.success
    ? togetherChecks(parsed.data)
    : [
        ...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
        ...togetherChecks({ DEMO: '0', ...given } as Partial<z.infer<typeof schema>>),
      ];
  if (!parsed.success || wrong.length > 0) {
    throw new Error(['Settings are missing or wrong:', ...new Set(wrong)].join('\n  '));
  }
  return toConfig(parsed.data);
}

function toConfig(env: z.infer<typeof schema>): Config {
  const kassa: KassaConfig | null =
    env.KASSA_USERNAME && env.KASSA_PASSWORD && env.KASSA_ORGANIZATION_ID
      ? {
          baseUrl: env.KASSA_BASE_URL,
          username: env.KASSA_USERNAME,
          password: env.KASSA_PASSWORD,
          clientId: env.KASSA_CLIENT_ID,
          clientSecret: env.KASSA_CLIENT_SECRET,
          organizationId: env.KASSA_ORGANIZATION_ID,
          tradeObjectId: env.KASSA_TRADE_OBJECT_ID ?? null,
          listPath: env.KASSA_LIST_PATH,
          updatePath: env.KASSA_UPDATE_PATH,
        }
      : null;
  return {
    port: env.PORT,
    host: env.HOST,
    sessionSecret: env.SESSION_SECRET ?? randomBytes(SECRET_LENGTH).toString('base64url'),
    usersFile: env.USERS_FILE,
    ireca: {
      baseUrl: env.IRECA_BASE_URL,
      token: env.IRECA_TOKEN,
      locationsFirstPage: env.IRECA_LOCATIONS_FIRST_PAGE,
    },
    kassa,
    tiles: tilesOf(env),
    imageHosts: env.IMAGE_HOSTS,
    timeZone: env.TIME_ZONE,
    ordersPollSeconds: env.ORDERS_POLL_SECONDS,
    publicUrl: env.PUBLIC_URL ?? null,
    callbackSecret: env.CALLBACK_SECRET ?? null,
    shiftStarts: env.SHIFT_STARTS,
    dataDir: env.DATA_DIR,
    atRiskMinutes: env.AT_RISK_MINUTES,
    logLevel: env.LOG_LEVEL,
    demo: env.DEMO === '1',
  };
}
