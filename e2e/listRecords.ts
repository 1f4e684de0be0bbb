/** Records made of nothing but the declaration of their list, and the six verbs as the browser would call them. */
import type { BrowserContext } from '@playwright/test';
import type { DeclaredList } from '#src/components/records/declare.ts';
import { declaredList } from '#src/components/records/declared.ts';
import type { FieldSpec } from '#src/domain/declaration.ts';

type Row = Record<string, unknown>;

/** Of the couriers made here: nobody but the simulator may ever see it again. */
export const SECRET = 'тайна-e2e-4711';

const TEXTS = {
  inn: '7707083893',
  phone: '+79211234567',
  email: 'e2e@example.com',
  url: 'https://example.com/e2e.png',
} as const;

/** What a field is given: as it is sent, and as it must be read back by the contract. */
type Given = { sent: unknown; read: unknown };

async function idIn(list: DeclaredList): Promise<string> {
  const rows = await list.source.readRaw();
  const [id] = rows.keys();
  if (id === undefined) throw new Error(`The list ${list.slug} is empty`);
  return id;
}

async function given(field: FieldSpec, id: string, mark: string): Promise<Given> {
  const same = (value: unknown): Given => ({ sent: value, read: value });
  switch (field.kind) {
    case 'money':
      return { sent: 123.45, read: 12_345 };
    case 'number':
      return { sent: field.asText ? '2' : 2, read: 2 };
    case 'day':
      return same('1990-05-17');
    case 'reference':
      return same(field.named ? null : await idIn(declaredList(field.from!)));
    case 'stock':
      return same([{ warehouseId: await idIn(declaredList(field.from!)), count: 3 }]);
    case 'point':
      return same(59.9311);
    case 'text':
      if (field.check === 'id') return same(id);
      if (field.secret) return { sent: SECRET, read: undefined };
      return same(field.check ? TEXTS[field.check] : `${mark} ${field.key}`);
  }
}

/** Puts `value` at `a` or `a.b`. */
function put(row: Row, path: string, value: unknown): void {
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) row[outer] = value;
  else row[outer] = { ...(row[outer] as Row | undefined), [inner]: value };
}

/**
 * A row with every field of the list, in the form that the API text documents, and what each of them must read as.
 * @param mark stands in its texts.
 */
export async function recordOf(
  list: DeclaredList,
  id: string,
  mark: string,
): Promise<{ row: Row; reads: [key: string, value: unknown][] }> {
  const row: Row = {};
  const reads: [string, unknown][] = [];
  for (const field of list.fields) {
    const { sent, read } = await given(field, id, mark);
    put(row, field.key, sent);
    reads.push([field.key, read]);
    if (field.kind !== 'point') continue;
    put(row, 'longitude', 30.3609);
    reads.push(['longitude', 30.3609]);
  }
  return { row, reads };
}

/**
 * Until `stop`, calls of `resource()` go from this process through the real proxy, as this signed-in browser's would.
 * `bodies` collects every answer.
 */
export async function callingAs(context: BrowserContext, url: string) {
  const outside = globalThis.fetch;
  const bodies: { url: string; text: string }[] = [];
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  globalThis.fetch = async (path, init) => {
    const target = String(path);
    if (!target.startsWith('/')) return outside(path, init);
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie);
    headers.set('origin', url);
    const response = await outside(url + target, { ...init, headers });
    bodies.push({ url: target, text: await response.clone().text() });
    return response;
  };
  return {
    bodies,
    stop: () => {
      globalThis.fetch = outside;
    },
  };
}

const WRONG = { id: '0абв', inn: '123', phone: '12', email: 'нет такой', url: 'картинка' } as const;

/** What cannot be meant in this field; null where anything may be typed. */
export function wrongText({ kind, check, from }: FieldSpec): string | null {
  if (kind === 'money') return 'дорого';
  return kind === 'text' && check && !from ? WRONG[check] : null;
}
