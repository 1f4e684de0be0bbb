/** `/__sim/lists`: the rows of a reference list as they are inside, passwords too, and changes from somebody else's hand. */
import type { Hono } from 'hono';
import { toGmt } from '../gmt.ts';
import { isRow } from '../ireca/looseValues.ts';
import { listChanged } from '../world/listChanged.ts';
import type { List, Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import { refusal } from './refusal.ts';

export function listControls(app: Hono, world: World, now: () => number): void {
  const listOf = (path: string): List => {
    const list = [...world.lists.all()].find(({ spec }) => spec.path === path);
    if (!list) throw refusal('No such list', 404);
    return list;
  };
  const rowOf = (path: string, id: string): Row => {
    const row = listOf(path).rows.get(id);
    if (!row) throw refusal('No such row', 404);
    return row;
  };
  const write = (path: string, id: string, row: unknown): Row => {
    if (!isRow(row)) throw refusal('A row expected', 400);
    const { spec, rows } = listOf(path);
    const written = { ...row, ...(spec.stamped && { updatedAt: toGmt(now()) }) };
    rows.set(id, written);
    listChanged(world, path);
    return written;
  };

  app
    .get('/lists/:path', (c) => c.json(Object.fromEntries(listOf(c.req.param('path')).rows)))
    .patch('/lists/:path/:id', async (c) => {
      const { path, id } = c.req.param();
      const fields: unknown = await c.req.json();
      if (!isRow(fields)) throw refusal('A row expected', 400);
      return c.json(write(path, id, { ...rowOf(path, id), ...fields }));
    })
    .put('/lists/:path/:id', async (c) => {
      const { path, id } = c.req.param();
      return c.json(write(path, id, await c.req.json()));
    })
    .delete('/lists/:path/:id', (c) => {
      const { path, id } = c.req.param();
      rowOf(path, id);
      // Not as the API does it: no row stays behind as inactive.
      listOf(path).rows.delete(id);
      listChanged(world, path);
      return c.body(null, 204);
    });
}
