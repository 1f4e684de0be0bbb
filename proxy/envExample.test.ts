import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { readConfig, SETTINGS } from '#proxy/config.ts';

const example = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

it('the example lists every setting there is, and no other', () => {
  expect(Object.keys(example).sort()).toEqual(SETTINGS.filter((name) => name !== 'DEMO').sort());
});

it('the example is what applies when nothing is set', () => {
  const least = { SESSION_SECRET: 's'.repeat(32), IRECA_TOKEN: 't' };
  expect(readConfig({ ...example, ...least })).toEqual(readConfig(least));
});
