/** Everything that the simulated upstreams know, in one place. Both servers and the scenario work on it. */
import { createAddresses, type Addresses } from '../city/addresses.ts';
import { readCityMap } from '../city/cityMap.ts';
import { createRoutes, type Routes } from '../city/routes.ts';
import { buildStreetGraph, type StreetGraph, type StreetPoint } from '../city/streetGraph.ts';
import { createEventQueue, type EventQueue } from '../eventQueue.ts';
import { createLists, type Lists } from './lists.ts';
import { createIrecaOrders, type IrecaOrders } from './irecaOrders.ts';
import { createKassaOrders, type KassaOrders } from './kassaOrders.ts';
import type { Licence, Member } from './member.ts';

export type City = { graph: StreetGraph; routes: Routes; addresses: Addresses };

export type Warehouse = { warehouseId: string; point: StreetPoint };

/** A row of one of iRECA's error logs or correction receipts, as it is written out. */
export type LogRow = Record<string, string | number | null>;

export type World = {
  seed: number;
  city: City;
  ireca: IrecaOrders;
  kassa: KassaOrders;
  lists: Lists;
  crew: Map<string, Member>;
  warehouses: Warehouse[];
  licences: Map<string, Licence>;
  licenceTotal: number;
  /** `roleId|actionId` → whether it is allowed, and since when. */
  permissions: Map<string, { isAllowed: string; updatedAt: number }>;
  bankTerminalLogs: LogRow[];
  fiscalRegistratorLogs: LogRow[];
  correctionReceipts: LogRow[];
  /** The error logs are kept oldest first, and given out so or the other way round. */
  logsNewestFirst: boolean;
  /** The settings of Atol Online as they were last stored. Nobody but a test can read them. */
  atol: Record<string, unknown> | null;
  events: EventQueue;
};

/** Two long ids, as Kassa gives them: 22 digits, more than a floating-point number can hold. */
const KASSA_IDS = { organizationId: '1579776541385873338810', tradeObjectId: '1579776541385873338827' };

/** An empty world: the city and its streets, no people and no orders yet. `start`: when its day begins, epoch ms. */
export function createWorld(seed: number, start: number): World {
  const map = readCityMap();
  const graph = buildStreetGraph(map);
  const crew = new Map<string, Member>();
  return {
    seed,
    city: { graph, routes: createRoutes(graph), addresses: createAddresses(map, graph) },
    ireca: createIrecaOrders((courierId) => {
      const fix = crew.get(courierId)?.fixes.at(-1);
      return fix
        ? { longitude: fix.longitude ?? 0, latitude: fix.latitude ?? 0, accuracy: fix.accuracy ?? 0 }
        : null;
    }),
    kassa: createKassaOrders(KASSA_IDS),
    lists: createLists(),
    crew,
    warehouses: [],
    licences: new Map(),
    licenceTotal: 0,
    permissions: new Map(),
    bankTerminalLogs: [],
    fiscalRegistratorLogs: [],
    correctionReceipts: [],
    logsNewestFirst: false,
    atol: null,
    events: createEventQueue(start),
  };
}
