/** What the browser must know of this installation: the answer of `GET /api/config`. Holds no secret. */
import * as z from 'zod/mini';

export const appConfigSchema = z.object({
  /** IANA name of the zone in which all times are shown and typed. */
  timeZone: z.string(),
  /**
   * XYZ templates ({s}, {z}, {x}, {y}, {r}); `darkUrl` null: the dark theme turns the same tiles to night by itself.
   * `attribution`: text with links as [words](https://…). `maxZoom`: deeper there are no tiles, the last are enlarged.
   * null: no tile source is set, the stand-in drawing is used.
   */
  tiles: z.nullable(
    z.object({
      url: z.string(),
      darkUrl: z.nullable(z.string()),
      attribution: z.string(),
      maxZoom: z.number(),
    }),
  ),
  /** Origins from which pictures of goods may be shown; any other address is not even asked. */
  imageHosts: z.array(z.string()),
  atRiskMinutes: z.number(),
  /** When shifts of dispatchers begin, `HH:mm` in `timeZone`, earliest first; never empty. */
  shiftStarts: z.array(z.string()),
  ordersPollSeconds: z.number(),
  positionsPollSeconds: z.number(),
  systems: z.object({ ireca: z.boolean(), kassa: z.boolean() }),
  /** True when the upstreams are the simulators: the screen says so and may draw the demo city. */
  demo: z.boolean(),
});
export type AppConfig = z.infer<typeof appConfigSchema>;
