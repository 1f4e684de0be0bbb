/** One of iRECA's two error logs, read the cheap way where iRECA allows it, and by courier where it does not. */
import type { Clock } from '#proxy/clock.ts';
import type { Logger } from '#proxy/logger.ts';
import type { UpstreamFailure, UpstreamResult } from '#proxy/upstream/failure.ts';
import { failed, succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { isObject } from '#proxy/upstream/losslessJson.ts';
import type { Device } from './deviceErrorRows.ts';
import { LOGS } from './deviceErrorRows.ts';
import { createCouriersLog } from './deviceLogByCourier.ts';
import type { TakeRows } from './deviceLogWhole.ts';
import { createWholeLog, PAGE_ROWS } from './deviceLogWhole.ts';
import { idsOf } from './positionsRound.ts';

export type DeviceLog = {
  /** One look; the result says as of when the log is known, epoch ms. */
  read(take: TakeRows): Promise<UpstreamResult<number>>;
};

/** A refusal may have been a bad moment: the cheap way is tried again. */
const TRY_AGAIN_MS = 3_600_000;

/** iRECA will not give the log of everybody; what it says when it is merely ill is not meant so. */
function refusesWhole({ code, status }: UpstreamFailure): boolean {
  return code === 'refused' && (status === null || status < 500) && status !== 408 && status !== 429;
}

/** A list of rows; an empty body is an empty list, one row may come by itself (its attributes describe one object). */
function rowsOf(reply: UpstreamResult<unknown>): UpstreamResult<unknown[]> {
  if (!reply.ok) return reply;
  const { value } = reply;
  if (Array.isArray(value)) return succeeded(value as unknown[]);
  if (value === null) return succeeded([]);
  if (!isObject(value)) return failed('malformed');
  return succeeded(Object.keys(value).length === 0 ? [] : [value]);
}

/**
 * Assumption: a log that is asked for with neither `orderId` nor `courierId` is that of everybody; the text marks only
 * `page` and `count` as required. When iRECA refuses that, the couriers who are on shift are asked about one by one.
 */
export function createDeviceLog(options: {
  device: Device;
  clock: Clock;
  ireca: Pick<Ireca, 'get' | 'licences'>;
  logger: Logger;
}): DeviceLog {
  const { device, clock, ireca, logger } = options;
  const { path } = LOGS[device];
  const ask = async (page: number, query: Record<string, string> = {}) =>
    rowsOf(await ireca.get(path, { ...query, page: String(page), count: String(PAGE_ROWS) }, 0));

  let refusal: UpstreamFailure | null = null;
  let tryWholeAt = -Infinity;
  const whole = createWholeLog(async (page) => {
    const reply = await ask(page);
    refusal = page === 0 && !reply.ok && refusesWhole(reply.failure) ? reply.failure : null;
    return reply;
  });
  const byCourier = createCouriersLog({
    clock,
    ask: (courierId, page) => ask(page, { courierId }),
    async couriers() {
      const licences = await ireca.licences();
      return licences.ok ? succeeded([...new Set(idsOf(licences.value, 'licenses'))]) : licences;
    },
  });

  return {
    async read(take) {
      const askedAt = clock.now();
      if (askedAt >= tryWholeAt) {
        const reading = await whole.read(take);
        if (reading.ok) return succeeded(askedAt);
        if (!refusal) return reading;
        if (tryWholeAt === -Infinity) logger.warn({ device }, 'an error log is to be had by courier only');
        tryWholeAt = askedAt + TRY_AGAIN_MS;
      }
      return byCourier.read((rows, first) => take(rows, first && !whole.looked()));
    },
  };
}
