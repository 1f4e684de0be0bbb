/** All working parts of the proxy, put together once from the settings. */
import type { Sessions } from './access/sessions.ts';
import { createSessions } from './access/sessions.ts';
import type { Throttle } from './access/throttle.ts';
import { createThrottle } from './access/throttle.ts';
import type { Users } from './access/users.ts';
import { createUsers } from './access/users.ts';
import type { Clock } from './clock.ts';
import type { Ledger } from './commands/ledger.ts';
import { createLedger } from './commands/ledger.ts';
import { createOrderLocks } from './commands/orderLocks.ts';
import type { Commands } from './commands/run.ts';
import { createCommands } from './commands/run.ts';
import type { Config } from './config.ts';
import type { Hints } from './feeds/hints.ts';
import { createHints } from './feeds/hints.ts';
import type { OrdersFeed } from './feeds/orders.ts';
import { createOrdersFeed } from './feeds/orders.ts';
import type { PositionsFeed } from './feeds/positions.ts';
import { createPositionsFeed } from './feeds/positions.ts';
import type { Tracks } from './feeds/tracks.ts';
import { createTracks } from './feeds/tracks.ts';
import type { Watch } from './feeds/watch.ts';
import { createWatch } from './feeds/watch.ts';
import type { Logger } from './logger.ts';
import type { Coalesce } from './upstream/coalesce.ts';
import { createCoalesce } from './upstream/coalesce.ts';
import type { Ireca } from './upstream/ireca.ts';
import { createIreca } from './upstream/ireca.ts';
import type { Kassa } from './upstream/kassa.ts';
import { createKassa } from './upstream/kassa.ts';
import type { ListWrites } from './upstream/listWrites.ts';
import { createListWrites } from './upstream/listWrites.ts';
import type { OrderWrites } from './upstream/orderWrites.ts';
import { createOrderWrites } from './upstream/orderWrites.ts';
import { createWriteTurns } from './upstream/writeTurns.ts';

export type Services = {
  config: Config;
  clock: Clock;
  logger: Logger;
  users: Users;
  sessions: Sessions;
  throttle: Throttle;
  coalesce: Coalesce;
  ireca: Ireca;
  kassa: Kassa | null;
  watch: Watch;
  orders: OrdersFeed;
  positions: PositionsFeed;
  tracks: Tracks;
  hints: Hints;
  commands: Commands;
  ledger: Ledger;
  writes: { orders: OrderWrites; lists: ListWrites };
  /** Refuses new commands and writes, brings begun ones to their end, then stops polling and ends the event streams. */
  stop(): Promise<void>;
};

export function createServices({
  config,
  clock,
  logger,
}: Pick<Services, 'config' | 'clock' | 'logger'>): Services {
  const users = createUsers(config.usersFile, logger);
  const secure = config.publicUrl?.startsWith('https://') ?? false;
  const sessions = createSessions({ secret: config.sessionSecret, secure, clock, users });
  const coalesce = createCoalesce(clock);
  const ireca = createIreca(config.ireca, coalesce, logger);
  const kassa = config.kassa ? createKassa(config.kassa, clock, logger) : null;
  const watch = createWatch(clock);
  const orders = createOrdersFeed({
    clock,
    watch,
    ireca,
    kassa,
    timeZone: config.timeZone,
    pollSeconds: config.ordersPollSeconds,
    logger,
  });
  const positions = createPositionsFeed({
    clock,
    watch,
    ireca,
    firstPage: config.ireca.locationsFirstPage,
    busyCouriers: () => orders.busyCouriers(),
    onRead: (read) => tracks.learn(read),
    logger,
  });
  const tracks: Tracks = createTracks({
    clock,
    ireca,
    firstPage: config.ireca.locationsFirstPage,
    onRead: (courierId, locations, askedAt) => positions.learn(courierId, locations, askedAt),
    positionsAskedAt: (courierId) => positions.askedAt(courierId),
  });
  const hints = createHints({
    clock,
    watch,
    feeds: { orders, positions },
    stillValid: (session) => sessions.stillValid(session),
  });
  const locks = createOrderLocks();
  const commands = createCommands({ clock, ireca, kassa, orders, locks, logger });
  const ledger = createLedger(clock);
  const turns = createWriteTurns(locks);
  const writes = {
    orders: createOrderWrites({ ireca, kassa, orders, turns }),
    lists: createListWrites({ clock, ireca, orders, turns }),
  };
  return {
    config,
    clock,
    logger,
    users,
    sessions,
    throttle: createThrottle(clock),
    coalesce,
    ireca,
    kassa,
    watch,
    orders,
    positions,
    tracks,
    hints,
    commands,
    ledger,
    writes,
    async stop() {
      commands.stop();
      await Promise.all([turns.stop(), ledger.idle()]);
      orders.stop();
      positions.stop();
      hints.close();
    },
  };
}
