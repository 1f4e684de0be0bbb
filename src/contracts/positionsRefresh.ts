/** Answer of `POST /api/feeds/positions/refresh`. */
import * as z from 'zod/mini';

/**
 * `asked`: couriers who are being asked about now; 0 when nobody's minute is over. `nextAt`: when the next round
 * begins, epoch ms; not in the future = one is under way.
 */
export const positionsRefreshSchema = z.object({ asked: z.int(), nextAt: z.nullable(z.number()) });
export type PositionsRefresh = z.output<typeof positionsRefreshSchema>;
