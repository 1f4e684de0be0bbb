/** New orders as the day goes on. Most wait for the dispatcher; some come from the shop with a courier already named. */
import { rollDice, type Dice } from '../dice.ts';
import type { World } from '../world/world.ts';
import type { Shops } from './shops.ts';
import { MINUTE, windowAhead } from './windows.ts';

/** Seconds between orders in a day of 220; a bigger day has them oftener. */
const MEAN_SECONDS = 40;
const USUAL_DAY = 220;
/** «courierId (required)» on create (iRECA API text): the shop may name the courier itself. */
const ALREADY_GIVEN = 0.3;
const SELF_PICKUP = 0.12;

function arrive(shops: Shops, dice: Dice, at: number): void {
  const window = windowAhead(at, dice);
  const given = dice.chance(ALREADY_GIVEN);
  if (shops.isKassaNext(true)) {
    const deliveryType = dice.chance(SELF_PICKUP) ? 'SELF' : 'COURIER';
    const status = given || dice.chance(0.4) ? 'ACCEPTED' : 'NEW';
    const order = shops.kassaOrder(dice, { at, window, status, deliveryType });
    shops.serve(order, at, dice);
    const member = given && deliveryType === 'COURIER' && shops.freeMember(dice, true);
    if (member) shops.giveKassa(order, member, at + MINUTE);
    return;
  }
  const member = given ? shops.freeMember(dice, false) : undefined;
  const courierId = member?.courierId ?? null;
  shops.pack(shops.irecaOrder(dice, { at, window, deliveryStatusId: 1, courierId }), at, dice);
}

/** Orders arrive from `at` on, for ever, at the rate of a day of that size. */
export function startArrivals(world: World, shops: Shops, orders: number, at: number): void {
  const dice = rollDice(world.seed, 2);
  const mean = (MEAN_SECONDS * 1000 * USUAL_DAY) / Math.max(1, orders);
  const schedule = (from: number) => {
    world.events.push(from + dice.wait(mean), (time) => {
      arrive(shops, dice, Math.floor(time / 1000) * 1000);
      schedule(time);
    });
  };
  schedule(at);
}
