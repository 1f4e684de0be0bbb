/** The six verbs that the reference lists share, driven by the table in `world/lists.ts`. */
import { Hono, type Context } from 'hono';
import { refusal } from '../control/refusal.ts';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import { toGmt } from '../gmt.ts';
import type { List, ListSpec, Row } from '../world/lists.ts';
import { isRow, readNumber, readRows, requireFields, requireNamed } from './looseValues.ts';
import { takePage } from './paging.ts';

/** Longer in one client than in the list of clients (iRECA API text, «Клиент»). */
const SINGLE_ONLY = new Set(['postindex', 'latitude', 'longitude']);

function writeRow(spec: ListSpec, id: string, row: Row, listed: boolean): Row {
  const written: Row = { [spec.idKey]: spec.idAs === 'number' ? Number(id) : id, ...row };
  if (!listed && spec.omitsOwnId) delete written[spec.idKey];
  if (listed && isRow(written.addressEntity)) {
    written.addressEntity = Object.fromEntries(
      Object.entries(written.addressEntity).filter(([key]) => !SINGLE_ONLY.has(key)),
    );
  }
  return written;
}

function checkNumbers({ numeric }: ListSpec, row: Row): void {
  for (const field of numeric) if (row[field] !== undefined) readNumber(row[field], field);
}

/** What a sent row says about a row of the list: never its id. */
function contents({ idKey, stamped }: ListSpec, row: Row, now: number): Row {
  const { [idKey]: _id, ...rest } = row;
  return stamped ? { ...rest, updatedAt: toGmt(now) } : rest;
}

export function listRoutes({ spec, rows }: List, now: () => number, changed: (path: string) => void) {
  const { idKey } = spec;

  const create = (row: Row): [string, Row] => {
    requireFields(row, [idKey, ...spec.required]);
    requireNamed(row, spec.nullable);
    checkNumbers(spec, row);
    const id = String(row[idKey]);
    return [
      id,
      {
        ...spec.defaults,
        ...contents(spec, row, now()),
        ...(spec.keepsDeleted && { isActive: row.isActive ?? 1 }),
      },
    ];
  };
  const edit = (id: string, known: Row, row: Row) => {
    requireFields({ ...known, ...row, [idKey]: id }, [idKey, ...spec.required]);
    checkNumbers(spec, row);
    rows.set(id, { ...known, ...contents(spec, row, now()) });
  };
  const find = (c: Context<SimulatorEnv>): [string, Row] => {
    const id = c.req.query(idKey);
    const row = id === undefined ? undefined : rows.get(id);
    if (id === undefined || !row) throw refusal('Модель не существует', 404);
    return [id, row];
  };
  const body = async (c: Context<SimulatorEnv>): Promise<unknown> =>
    c.req.json().catch(() => {
      throw refusal('Неверный формат JSON.', 400);
    });

  return new Hono<SimulatorEnv>()
    .get('/', (c) => {
      if (c.req.query(idKey) !== undefined) {
        const [id, row] = find(c);
        return c.json(writeRow(spec, id, row, false));
      }
      const all = [...rows].map(([id, row]) => writeRow(spec, id, row, true));
      return c.json(spec.paged ? takePage(all, (name) => c.req.query(name)) : all);
    })
    .post('/', async (c) => {
      const made = readRows(await body(c)).map(create);
      const known = made.find(([id]) => rows.has(id));
      if (known) throw refusal(`Запись с ${idKey} «${known[0]}» уже существует.`);
      for (const [id, row] of made) if (!c.var.ignored?.all) rows.set(id, row);
      changed(spec.path);
      return c.body(null, 201, { 'content-type': 'application/json' });
    })
    .put('/', async (c) => {
      const [id, known] = find(c);
      const row = await body(c);
      if (!isRow(row)) throw refusal('Неверный формат запроса.');
      if (!c.var.ignored?.all) edit(id, known, row);
      changed(spec.path);
      return c.body(null, 204);
    })
    .post('/replace', async (c) => {
      for (const row of readRows(await body(c))) {
        requireFields(row, [idKey]);
        const id = String(row[idKey]);
        const known = rows.get(id);
        if (c.var.ignored?.all) continue;
        if (known) edit(id, known, row);
        else rows.set(...create(row));
      }
      changed(spec.path);
      return c.body(null, 204);
    })
    .delete('/', (c) => {
      const [id, row] = find(c);
      if (c.var.ignored?.all) return c.body(null, 204);
      if (spec.keepsDeleted) rows.set(id, { ...row, isActive: 0 });
      else rows.delete(id);
      changed(spec.path);
      return c.body(null, 204);
    });
}
