/** How a courier works: to the warehouse, take, from door to door, back again; a fix from the phone each minute. */
import type { StreetPoint } from '../city/streetGraph.ts';
import { doorOf, isOf, jobsOf, stageOf, windowOf, type Job } from '../world/job.ts';
import { addFix, type Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { close, deliver, fail, take } from './deeds.ts';
import { MINUTE } from './windows.ts';

export type CourierWork = {
  /** Opens the shift: from `at` on the courier works and is seen. */
  start: (member: Member, at: number) => void;
  /** Something about the courier's orders has changed. */
  wake: (member: Member, at: number) => void;
};

/** Nobody sets out with an order whose hours begin later than this. */
const LEAD = 60 * MINUTE;
/** As many orders as fit in the bag. */
const BAG = 4;
const TOP_SPEED = 25 / 3.6;
const FAILS = 0.03;
const SLOW_HANDOVER = 0.06;
const HOUR = 60 * MINUTE;

export function createCourierWork(world: World): CourierWork {
  const { city, events, warehouses } = world;

  const placeAt = ({ walk, place }: Member, at: number): StreetPoint =>
    walk ? city.routes.at(walk.route, ((at - walk.startedAt) / 1000) * walk.speed) : place;

  const isAt = (member: Member, point: StreetPoint) =>
    member.place.stretch === point.stretch && Math.abs(member.place.offset - point.offset) < 1;

  const atWarehouse = (member: Member) => warehouses.some(({ point }) => isAt(member, point));

  /** Runs `then` unless the plan has changed meanwhile. */
  const later = (member: Member, at: number, then: (at: number) => void) => {
    const plan = ++member.plan;
    events.push(at, (time) => {
      if (member.plan === plan && member.onShift) then(time);
    });
  };

  const travel = (member: Member, to: StreetPoint, at: number, arrived: (at: number) => void) => {
    const route = city.routes.find(member.place, to);
    const speed = Math.min(TOP_SPEED, member.speed * member.dice.between(0.88, 1.04));
    member.walk = { route, startedAt: at, speed };
    later(member, at + (route.length / speed) * 1000, (time) => {
      member.walk = null;
      member.place = to;
      arrived(time);
    });
  };

  const halt = (member: Member, at: number) => {
    member.place = placeAt(member, at);
    member.walk = null;
    member.plan += 1;
  };

  const readyJobs = (member: Member, at: number): Job[] =>
    jobsOf(world, member)
      .filter((job) => stageOf(job) === 'ready' && windowOf(job).from - at <= LEAD)
      .slice(0, BAG);

  const nearestWarehouse = ({ place }: Member): StreetPoint => {
    let best = { length: Infinity, point: place };
    for (const { point } of warehouses) {
      const { length } = city.routes.find(place, point);
      if (length < best.length) best = { length, point };
    }
    return best.point;
  };

  const load = (member: Member, at: number) => {
    member.doing = 'loading';
    later(member, at + member.dice.between(2, 5) * MINUTE, (time) => {
      for (const job of readyJobs(member, time)) take(world, job, member, time);
      decide(member, time);
    });
  };

  const handOver = (member: Member, job: Job, at: number) => {
    member.doing = 'handing';
    const slow = member.dice.chance(SLOW_HANDOVER);
    later(member, at + (slow ? member.dice.between(15, 25) : member.dice.between(2, 6)) * MINUTE, (time) => {
      if (isOf(job, member) && stageOf(job) === 'carried') {
        if (member.dice.chance(FAILS)) fail(world, job, member, time);
        else {
          deliver(world, job, member, time);
          events.push(time + member.dice.between(0.5, 3) * MINUTE, (end) => close(world, job, member, end));
        }
      }
      decide(member, time);
    });
  };

  const goTo = (
    member: Member,
    doing: Member['doing'],
    point: StreetPoint,
    at: number,
    then: (at: number) => void,
  ) => {
    member.doing = doing;
    if (isAt(member, point)) then(at);
    else travel(member, point, at, then);
  };

  /** What next: finish what is in the bag, fetch what is ready, or go and wait at a warehouse. */
  function decide(member: Member, at: number): void {
    member.target = null;
    const carried = jobsOf(world, member).find((job) => stageOf(job) === 'carried');
    if (carried) {
      member.target = carried;
      goTo(member, 'toOrder', doorOf(carried), at, (time) => handOver(member, carried, time));
      return;
    }
    const [ready] = readyJobs(member, at);
    if (ready) {
      const { warehouseId } = ready.order;
      const point = warehouses.find((known) => known.warehouseId === warehouseId)?.point ?? member.place;
      member.target = ready;
      goTo(member, 'toWarehouse', point, at, (time) =>
        readyJobs(member, time).length > 0 ? load(member, time) : decide(member, time),
      );
      return;
    }
    if (atWarehouse(member)) member.doing = 'idle';
    else goTo(member, 'toWarehouse', nearestWarehouse(member), at, (time) => decide(member, time));
  }

  const wake = (member: Member, at: number) => {
    if (!member.onShift) return;
    const { doing, target } = member;
    if (doing === 'idle') decide(member, at);
    const lost = doing === 'toOrder' && target && (!isOf(target, member) || stageOf(target) !== 'carried');
    const called = doing === 'toWarehouse' && !target && readyJobs(member, at).length > 0;
    if (!lost && !called) return;
    halt(member, at);
    decide(member, at);
  };

  const sendFix = (member: Member, at: number) => {
    const [latitude, longitude] = city.graph.locate(placeAt(member, at));
    const job = member.doing === 'toOrder' || member.doing === 'handing' ? member.target : null;
    const order = job?.system === 'ireca' ? job.order.state : null;
    const fromFuture = member.wrongClock && member.dice.chance(1 / 300);
    addFix(member, {
      orderId: order?.orderId ?? null,
      deliveryStatusId: order?.deliveryStatusId ?? null,
      latitude,
      longitude,
      accuracy: member.dice.int(5, 40),
      createdAt: Math.floor((fromFuture ? at + 3 * HOUR : at) / 1000) * 1000,
    });
  };

  const start = (member: Member, at: number) => {
    const tick = (time: number) => {
      if (!member.onShift) return;
      sendFix(member, time);
      if (member.doing === 'idle') decide(member, time);
      events.push(time + MINUTE, tick);
    };
    events.push(at + member.dice.int(0, 59) * 1000, tick);
  };

  return { start, wake };
}
