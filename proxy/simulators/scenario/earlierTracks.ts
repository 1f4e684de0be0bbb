/** Where couriers were yesterday and earlier today, before the part of the day that is played out. */
import type { LatLon } from '../city/cityMap.ts';
import type { Route } from '../city/routes.ts';
import type { StreetPoint } from '../city/streetGraph.ts';
import { rollDice, type Dice } from '../dice.ts';
import { DELIVERY } from '../world/irecaOrder.ts';
import type { Fix, Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { MINUTE } from './windows.ts';

const HOUR = 60 * MINUTE;
const METRES_PER_DEGREE = 111_195;

/** An order that was brought to a door; `at` null: some time in this shift. */
type Visit = { orderId: string | null; door: StreetPoint; at: number | null };
/** What a courier did for a while: stood, or travelled. */
type Spell = {
  until: number;
  orderId: string | null;
  deliveryStatusId: number | null;
  placeAt: (at: number) => StreetPoint;
};
type Shift = { from: number; to: number; home: StreetPoint; visits: readonly Visit[] };

const farApart = (a: LatLon, b: LatLon) => Math.hypot(a[0] - b[0], (a[1] - b[1]) / 2);

/** Ids of orders that are no longer in any list: below those of today. */
const inventId = (dice: Dice) => String(dice.int(205_000, 208_900));

/** One working day as a row of spells without a hole, from and to the warehouse. */
function playShift(
  { city }: World,
  { speed }: Member,
  { from, to, home, visits }: Shift,
  dice: Dice,
): Spell[] {
  const spells: Spell[] = [];
  const hands: Pick<Spell, 'orderId' | 'deliveryStatusId'> = { orderId: null, deliveryStatusId: null };
  let [time, place] = [from, home];
  const stand = (ms: number) => {
    const here = place;
    time += Math.max(0, ms);
    spells.push({ ...hands, until: time, placeAt: () => here });
  };
  const lasts = ({ length }: Route, pace: number) => (length / pace) * 1000;
  const go = (there: StreetPoint) => {
    const [route, pace, began] = [city.routes.find(place, there), speed * dice.between(0.85, 1), time];
    time += lasts(route, pace);
    place = there;
    spells.push({
      ...hands,
      until: time,
      placeAt: (at) => city.routes.at(route, ((at - began) / 1000) * pace),
    });
  };
  const awayFor = (there: StreetPoint) =>
    lasts(city.routes.find(place, there), speed * 0.85) + lasts(city.routes.find(there, home), speed * 0.85);

  const lunchAt = from + (to - from) * dice.between(0.4, 0.6);
  let hadLunch = to - from < 4 * HOUR;
  for (const visit of visits) {
    if (!hadLunch && time > lunchAt) {
      hadLunch = true;
      go(city.addresses.random(dice).point);
      stand(dice.between(25, 45) * MINUTE);
    }
    // Orders are fetched a few at a time; whoever is early waits where the goods are.
    if (place === home || dice.chance(0.35)) {
      go(home);
      stand(dice.between(2, 8) * MINUTE);
      if (visit.at !== null) stand(visit.at - time - awayFor(visit.door) / 2 - 4 * MINUTE);
    }
    const handing = (dice.chance(0.08) ? dice.between(14, 24) : dice.between(2, 6)) * MINUTE;
    if (time + awayFor(visit.door) + handing + 2 * MINUTE > to) continue;
    hands.orderId = visit.orderId;
    hands.deliveryStatusId = visit.orderId === null ? null : DELIVERY.taken;
    go(visit.door);
    stand(handing);
    if (visit.orderId !== null) hands.deliveryStatusId = DELIVERY.delivered;
    stand(MINUTE);
    [hands.orderId, hands.deliveryStatusId] = [null, null];
  }
  go(home);
  stand(to - time);
  return spells;
}

/** What the phone sent in a shift: a fix a minute, none for some minutes in between (a tunnel, a cellar). */
function sendFixes({ city }: World, spells: readonly Spell[], { from, to }: Shift, dice: Dice): Fix[] {
  const fixes: Fix[] = [];
  const silentFrom = from + (to - from) * dice.between(0.2, 0.8);
  const silentTo = silentFrom + dice.between(7, 14) * MINUTE;
  let index = 0;
  for (let at = Math.ceil(from / 1000) * 1000 + dice.int(0, 59) * 1000; at < to; at += MINUTE) {
    while (index < spells.length - 1 && (spells[index] as Spell).until < at) index += 1;
    if (at > silentFrom && at < silentTo) continue;
    const spell = spells[index];
    if (!spell) break;
    const { orderId, deliveryStatusId, placeAt } = spell;
    const [latitude, longitude] = city.graph.locate(placeAt(at));
    const accuracy = dice.int(5, 40);
    const [turn, off] = [dice.between(0, 2 * Math.PI), (dice.next() * accuracy * 0.4) / METRES_PER_DEGREE];
    fixes.push({
      orderId,
      deliveryStatusId,
      latitude: latitude + off * Math.sin(turn),
      longitude: longitude + (off * Math.cos(turn)) / Math.cos((latitude * Math.PI) / 180),
      accuracy,
      createdAt: at,
    });
  }
  return fixes;
}

/** The orders of iRECA that the courier has delivered in these hours. */
function deliveredBy({ ireca }: World, { courierId }: Member, from: number, to: number): Visit[] {
  const visits: { orderId: string; door: StreetPoint; at: number }[] = [];
  for (const { state, statuses, door } of ireca.all()) {
    if (state.courierId !== courierId) continue;
    const at = statuses.find(({ statusId }) => statusId === DELIVERY.delivered)?.createdAt;
    if (at !== undefined && at > from && at < to) visits.push({ orderId: state.orderId, door, at });
  }
  return visits.sort((a, b) => a.at - b.at);
}

/** Doors of which each lies near the one before it, beginning at the warehouse. */
function invented({ city }: World, home: StreetPoint, count: number, dice: Dice): Visit[] {
  let near = city.graph.locate(home);
  return Array.from({ length: count }, () => {
    const choice = Array.from({ length: 4 }, () => city.addresses.random(dice)).sort(
      (a, b) => farApart(a.place, near) - farApart(b.place, near),
    );
    const { point, place } = choice[0] as (typeof choice)[number];
    near = place;
    return { orderId: dice.chance(0.75) ? inventId(dice) : null, door: point, at: null };
  });
}

/**
 * Lets every courier who was ever seen have been at work yesterday and earlier today. Nothing is made before somebody
 * asks: a thousand couriers have a million fixes.
 */
export function rememberEarlierTracks(world: World, now: number): void {
  const { crew, licences, warehouses } = world;
  // Of several devices the one that was opened first tells when somebody came to work.
  const opened = [...licences.values()].sort((a, b) => b.sessionStartAt - a.sessionStartAt);
  const sessions = new Map(opened.map((one) => [one.courierId, one.sessionStartAt]));
  [...crew.values()].forEach((member, index) => {
    const until = member.fixes[0]?.createdAt;
    const home = warehouses[index % warehouses.length]?.point;
    if (until === undefined || until === null || !home) return;
    const make = (): Fix[] => {
      const dice = rollDice(world.seed, 50_000 + index);
      const play = (shift: Shift) => sendFixes(world, playShift(world, member, shift, dice), shift, dice);
      const session = sessions.get(member.courierId);
      const visits = deliveredBy(world, member, until - 5 * HOUR, until);
      const begun = Math.min(
        session ?? until - dice.int(40, 90) * MINUTE,
        (visits[0]?.at ?? until) - 40 * MINUTE,
      );
      const today = {
        from: begun,
        to: until,
        home,
        visits: visits.length > 0 ? visits : invented(world, home, 3, dice),
      };
      // Who has gone home worked a short morning: less than a page of fixes lies within the last day.
      const ended = session === undefined ? now - 25 * HOUR : begun - dice.int(9 * 60, 11 * 60) * MINUTE;
      const hours = session === undefined ? 5 : dice.between(7, 9);
      const yesterday = {
        from: ended - hours * HOUR,
        to: ended,
        home,
        visits: invented(world, home, 40, dice),
      };
      return [...play(yesterday), ...play(today)];
    };
    member.earlier = { until, make };
  });
}
