/** Where the couriers of the simulated day go for an order that came through the API. */
import type { LatLon } from '../city/cityMap.ts';
import type { StreetPoint } from '../city/streetGraph.ts';
import { rollDice } from '../dice.ts';
import type { OrderState } from '../world/irecaOrder.ts';
import type { World } from '../world/world.ts';

/** The door: by coordinates, else by the words of the address, else some house of the city. */
export function doorOfState({ city, seed }: World, state: OrderState): StreetPoint {
  const { latitude = 0, longitude = 0 } = state.addressToEntity ?? {};
  if (latitude !== 0 || longitude !== 0) {
    const place: LatLon = [latitude, longitude];
    return city.graph.nearest(place).point;
  }
  const named = city.addresses.read(state.addressTo);
  return (named ?? city.addresses.random(rollDice(seed, Number(state.orderId)))).point;
}

/** The warehouse of its first good, else the first warehouse. */
export function warehouseOfState({ warehouses }: World, { goods }: OrderState): string {
  const named = goods.flatMap((good) => good.warehouses)[0]?.warehouseId;
  return (
    warehouses.find(({ warehouseId }) => warehouseId === named)?.warehouseId ??
    warehouses[0]?.warehouseId ??
    ''
  );
}
