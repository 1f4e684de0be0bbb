/** `/pictures/<name>.svg`: where the goods of the simulated shops say that their pictures are. Anybody may look. */
import { Hono } from 'hono';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import { PICTURES } from '../scenario/pictures.ts';

export function picturesApp() {
  return new Hono<SimulatorEnv>().get('/:file', (c) => {
    const picture = PICTURES[c.req.param('file').replace(/\.svg$/, '')];
    if (picture === undefined) return c.notFound();
    return c.body(picture, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' });
  });
}
