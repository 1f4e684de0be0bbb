/** The living day: what has happened so far, and what goes on happening as time is let pass. */
import { rollDice, type Dice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import { DELIVERY } from '../world/irecaOrder.ts';
import { jobsOf, type Job } from '../world/job.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { startArrivals } from './arrivals.ts';
import { createCourierWork } from './courierWork.ts';
import { hireCrew } from './crew.ts';
import { rememberEarlierTracks } from './earlierTracks.ts';
import { addFutureFix, addOddOrders } from './oddities.ts';
import { setOpenWindows } from './openWindows.ts';
import { giveBack, makeCancelled, makeDelivered } from './pastOrders.ts';
import { addFiscalPast } from './fiscalPast.ts';
import { addFullOrders } from './fullOrders.ts';
import { fillReferenceLists } from './referenceLists.ts';
import { createShops, type Shops } from './shops.ts';
import { halfHourBefore, HALF_HOUR, MINUTE, windowAhead, windowEnding } from './windows.ts';

const HOUR = 60 * MINUTE;
/** Couriers' work (and their tracks) is played out from this long before the start. */
export const REHEARSED = 2 * HOUR;
/** Parts of the orders of a day. What is left over has been delivered. */
const PARTS = { unassigned: 0.068, pickup: 0.014, assigned: 0.25, cancelled: 0.03 };

type Stage = { world: World; shops: Shops; dice: Dice; now: number };

/** Gives one order, made a while ago, to a courier at `at`. */
function giveNew({ shops, dice, world }: Stage, member: Member, at: number): void {
  const created = at - dice.int(15, 50) * MINUTE;
  const window = windowEnding(halfHourBefore(at) + dice.int(1, 4) * HALF_HOUR, dice);
  if (shops.isKassaNext(world.kassa.employees.has(member.login))) {
    const wish = { at: created, window, status: 'ACCEPTED', deliveryType: 'COURIER' } as const;
    shops.giveKassa(shops.kassaOrder(dice, wish), member, at);
    return;
  }
  const wish = { at: created, window, deliveryStatusId: DELIVERY.made, courierId: null };
  const order = shops.irecaOrder(dice, wish);
  const author = { source: order.journal[0]?.source ?? 'API', courierId: null };
  world.ireca.change(order, { deliveryStatusId: DELIVERY.prepared }, author, created + 6 * MINUTE);
  shops.giveIreca(order, member, at);
}

/** Plays out the last two hours. Answers how many orders were handed to couriers in them. */
function rehearse(stage: Stage, members: readonly Member[], budget: number): number {
  const { world, dice, now } = stage;
  const from = world.events.time();
  const each = Math.min(8, budget / Math.max(1, members.length));
  const rounds = Math.max(1, Math.round(each / 2.4));
  let given = 0;
  for (const member of members) {
    for (let round = 0; round < rounds; round += 1) {
      const at = from + ((round + dice.next()) / rounds) * (REHEARSED - 10 * MINUTE);
      const size = Math.round(each / rounds + dice.between(-0.6, 0.6));
      world.events.push(at, (time) => {
        for (let left = size; left > 0 && given < budget; left -= 1, given += 1) giveNew(stage, member, time);
      });
    }
  }
  world.events.runTo(now);
  return given;
}

const openJobs = (world: World): Job[] => [...world.crew.values()].flatMap((member) => jobsOf(world, member));

/** Orders that nobody has yet, and orders that clients will fetch themselves. */
function makeWaiting({ shops, dice, now }: Stage, unassigned: number, pickup: number): Job[] {
  const waiting: Job[] = [];
  for (let left = unassigned; left > 0; left -= 1) {
    const at = now - dice.int(1, 55) * MINUTE;
    const window = windowAhead(now, dice);
    if (shops.isKassaNext(true)) {
      const status = dice.chance(0.5) ? 'NEW' : 'ACCEPTED';
      const order = shops.kassaOrder(dice, { at, window, status, deliveryType: 'COURIER' });
      shops.serve(order, now, dice);
      waiting.push({ system: 'kassa', order });
    } else {
      const deliveryStatusId = dice.chance(0.3) ? DELIVERY.made : DELIVERY.prepared;
      const order = shops.irecaOrder(dice, { at, window, deliveryStatusId, courierId: null });
      shops.pack(order, now, dice);
      waiting.push({ system: 'ireca', order });
    }
  }
  for (let left = pickup; left > 0; left -= 1) {
    const window = windowEnding(halfHourBefore(now) + dice.int(2, 6) * HALF_HOUR, dice);
    const wish = {
      at: now - dice.int(20, 90) * MINUTE,
      window,
      status: 'ACCEPTED',
      deliveryType: 'SELF',
    } as const;
    shops.serve(shops.kassaOrder(dice, wish), now, dice);
  }
  return waiting;
}

function makeEarlier({ world, shops, dice, now }: Stage, delivered: number, cancelled: number): void {
  const members = [...world.crew.values()].filter(({ fixes }) => fixes.length > 0);
  for (let left = delivered; left > 0 && members.length > 0; left -= 1) {
    const at = Math.floor(now - dice.between(REHEARSED, 9 * HOUR));
    makeDelivered(world, shops, dice.pick(members), at, dice);
  }
  for (let left = cancelled; left > 0; left -= 1) {
    const member = members.length > 0 ? dice.pick(members) : undefined;
    makeCancelled(world, shops, member, now - dice.int(20, 8 * 60) * MINUTE, dice);
  }
  // Even the smallest day has one order that was brought back.
  const sold = [...world.ireca.all()].find(({ receipt, returnReceipt }) => receipt && !returnReceipt);
  if (sold) giveBack(world, sold, now - MINUTE);
  members.slice(0, 5).forEach(({ courierId }, index) => {
    world.correctionReceipts.push({
      correctionReceiptId: 3_300 + index,
      courierId,
      serialNumber: `0010720${courierId.padStart(7, '0')}`,
      amount: dice.int(100, 3000).toFixed(2),
      commandExecutedAt: toGmt(now - dice.int(1, 30) * 24 * HOUR),
    });
  });
}

/** Couriers hear of every change that concerns them, and of nothing else. */
function connect(world: World, wake: (member: Member) => void): void {
  const byLogin = new Map([...world.crew.values()].map((member) => [member.login, member]));
  world.ireca.onChange(({ state }, before) => {
    if (!('courierId' in before || 'deliveryStatusId' in before || 'deliveryTimeFrom' in before)) return;
    for (const id of new Set([state.courierId, before.courierId ?? null])) {
      const member = id === null ? undefined : world.crew.get(id);
      if (member) wake(member);
    }
  });
  world.kassa.onChange(({ fields }, before) => {
    for (const login of new Set([fields.responsiblePersonLogin, before.responsiblePersonLogin ?? null])) {
      const member = login === null ? undefined : byLogin.get(login);
      if (member) wake(member);
    }
  });
}

/** Fills an empty world, whose events stand two hours before `now`, and brings its day up to `now`. */
export function startDay(
  world: World,
  size: { orders: number; couriers: number; goods: number },
  now: number,
): void {
  const { orders, couriers, goods } = size;
  const { events } = world;
  const part = (share: number) => Math.round(orders * share);

  const clients = Math.min(2_000, Math.max(40, Math.round(orders / 4)));
  fillReferenceLists(world, { clients, goods }, now);
  hireCrew(world, couriers, events.time(), now);
  const stage: Stage = { world, shops: createShops(world), dice: rollDice(world.seed, 1), now };
  const work = createCourierWork(world);
  connect(world, (member) => events.push(events.time(), (time) => work.wake(member, time)));

  const onShift = [...world.crew.values()].filter((member) => member.onShift);
  for (const member of onShift) work.start(member, events.time());
  const [unassigned, pickup, cancelled] = [part(PARTS.unassigned), part(PARTS.pickup), part(PARTS.cancelled)];
  const assigned = onShift.length > 0 ? part(PARTS.assigned) : 0;
  const past = orders - unassigned - pickup - cancelled - assigned;
  let given = rehearse(stage, onShift, Math.max(0, Math.round(past * 0.45 + assigned * 0.4)));

  for (let open = openJobs(world).length; open < assigned; open += 1, given += 1) {
    giveNew(stage, onShift[given % onShift.length] as Member, now - stage.dice.int(1, 40) * MINUTE);
  }
  const waiting = makeWaiting(stage, unassigned, pickup);
  makeEarlier(stage, Math.max(0, orders - given - unassigned - pickup - cancelled), cancelled);
  setOpenWindows(openJobs(world), waiting, orders, now, stage.dice);
  const nobodys = waiting.flatMap((job) => (job.system === 'ireca' ? [job.order] : []));
  addOddOrders(world, nobodys, now);
  addFullOrders(world, nobodys, now);
  addFiscalPast(world, now);
  addFutureFix(onShift, now);
  rememberEarlierTracks(world, now);
  startArrivals(world, stage.shops, orders, now);
}
