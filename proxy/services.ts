/** All working parts of the proxy, put together once from the settings. */
import type { Sessions } from './access/sessions.ts';
import { createSessions } from './access/sessions.ts';
import type { Throttle } from './access/throttle.ts';
import { createThrottle } from './access/throttle.ts';
import type { Users } from './access/users.ts';
import { createUsers } from './access/users.ts';
import type { Callbacks } from './callbacks/callbacks.ts';
import { createCallbacks } from './callbacks/callbacks.ts';
import type { Clock } from './clock.ts';
import type { Ledger } from './commands/ledger.ts';
import { createLedger } from './commands/ledger.ts';
import { createOrderLocks } from './commands/orderLocks.ts';
import type { Commands } from './commands/run.ts';
import { createCommands } from './commands/run.ts';
import type { Config } from './config.ts';
import type { DeviceErrorsFeed } from './feeds/deviceErrors.ts';
import { createDeviceErrorsFeed } from './feeds/deviceErrors.ts';
import type { ChangeLog } from './feeds/changes.ts';
import { createChangeLog } from './feeds/changes.ts';
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
import { createKeptFile } from './keptFile.ts';
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
  deviceErrors: DeviceErrorsFeed;
  changes: ChangeLog;
  hints: Hints;
  callbacks: Callbacks;
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
  const changes = createChangeLog({
    clock,
    file: createKeptFile(config.dataDir, 'changes.json', logger),
    secret: config.sessionSecret,
    nameOf: (login) => users.find(login)?.name ?? null,
    inUse: kassa ? ['ireca', 'kassa'] : ['ireca'],
    pollMs: config.ordersPollSeconds * 1000,
  });
  const orders = createOrdersFeed({
    clock,
    watch,
    ireca,
    kassa,
    timeZone: config.timeZone,
    pollSeconds: config.ordersPollSeconds,
    changes,
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
  const deviceErrors = createDeviceErrorsFeed({ clock, watch, ireca, logger });
  const hints = createHints({
    clock,
    watch,
    feeds: { orders, positions, deviceErrors },
    stillValid: (session) => sessions.stillValid(session),
  });
  const locks = createOrderLocks();
  const commands = createCommands({ clock, ireca, kassa, orders, changes, locks, logger });
  const ledger = createLedger(clock);
  const turns = createWriteTurns(locks);
  const callbacks = createCallbacks({
    config,
    clock,
    users,
    watch,
    ireca,
    orders,
    coalesce,
    turns,
    tellLicences: () => hints.list('licenses'),
    logger,
  });
  const writes = {
    orders: createOrderWrites({ ireca, kassa, orders, changes, turns }),
    lists: createListWrites({ clock, ireca, orders, turns, tell: (list) => hints.list(list) }),
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
    deviceErrors,
    changes,
    hints,
    callbacks,
    commands,
    ledger,
    writes,
    async stop() {
      commands.stop();
      await Promise.all([turns.stop(), ledger.idle()]);
      orders.stop();
      positions.stop();
      deviceErrors.stop();
      hints.close();
      await Promise.all([callbacks.states.stop(), changes.stop()]);
    },
  };
}
