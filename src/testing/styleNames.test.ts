/** A class that its style sheet does not have is `undefined` and says nothing: a card loses its frame, and no type tells. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
const textOf = (path: string) => readFileSync(join(SRC, path), 'utf8');

type Use = { file: string; sheet: string; name: string };

/** Each import of a style sheet: under what name, and from where. */
const importsOf = (file: string, text: string) =>
  [...text.matchAll(/^import (\w+) from '(.+\.module\.css)';$/gm)].map(([, as = '', path = '']) => ({
    as,
    sheet: path.startsWith('#src/') ? path.slice('#src/'.length) : join(dirname(file), path),
  }));

const uses: Use[] = FILES.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => {
  const text = textOf(file);
  return importsOf(file, text).flatMap(({ as, sheet }) =>
    [...text.matchAll(new RegExp(`(?<![\\w./])${as}\\.(?!module\\.css)(\\w+)`, 'g'))].map(
      ([, name = '']): Use => ({ file, sheet, name }),
    ),
  );
});

function classesOf(sheet: string): Set<string> {
  const rules = textOf(sheet).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return new Set([...rules.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name));
}

describe('style sheets', () => {
  it('have every class that a component asks of them', () => {
    const sheets = new Map([...new Set(uses.map(({ sheet }) => sheet))].map((one) => [one, classesOf(one)]));
    expect(uses.length).toBeGreaterThan(1000);
    expect(uses.filter(({ sheet, name }) => !sheets.get(sheet)?.has(name))).toEqual([]);
  });
});
