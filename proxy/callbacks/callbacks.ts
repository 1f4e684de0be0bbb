/** The callbacks of iRECA, put together: who may call, what follows, how they stand. */
import type { Users } from '#proxy/access/users.ts';
import type { Clock } from '#proxy/clock.ts';
import type { Config } from '#proxy/config.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { Watch } from '#proxy/feeds/watch.ts';
import { createKeptFile } from '#proxy/keptFile.ts';
import type { Logger } from '#proxy/logger.ts';
import type { Coalesce } from '#proxy/upstream/coalesce.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { WriteTurns } from '#proxy/upstream/writeTurns.ts';
import type { CallbackStates } from './callbackStates.ts';
import { createCallbackStates } from './callbackStates.ts';
import { createLicenceHints } from './licenceHints.ts';
import type { OrderHints } from './orderHints.ts';
import { createOrderHints } from './orderHints.ts';
import type { SecretCheck } from './secretCheck.ts';
import { createSecretCheck } from './secretCheck.ts';

export type Callbacks = {
  check: SecretCheck;
  states: CallbackStates;
  orderHints: OrderHints;
  licencesMoved: () => void;
  turns: WriteTurns;
};

/** @param tellLicences says to all screens that the list of licences moved. */
export function createCallbacks(parts: {
  config: Pick<Config, 'publicUrl' | 'callbackSecret' | 'dataDir'>;
  clock: Clock;
  users: Users;
  watch: Watch;
  ireca: Ireca;
  orders: OrdersFeed;
  coalesce: Coalesce;
  turns: WriteTurns;
  tellLicences: () => void;
  logger: Logger;
}): Callbacks {
  const { config, clock, users, coalesce, turns, tellLicences, logger } = parts;
  const { publicUrl, callbackSecret: secret, dataDir } = config;
  return {
    check: createSecretCheck(clock, secret),
    states: createCallbackStates({
      clock,
      file: createKeptFile(dataDir, 'callbacks.json', logger),
      publicUrl,
      secret,
      nameOf: (login) => users.find(login)?.name ?? null,
    }),
    orderHints: createOrderHints(parts),
    licencesMoved: createLicenceHints({ clock, coalesce, tell: tellLicences }),
    turns,
  };
}
