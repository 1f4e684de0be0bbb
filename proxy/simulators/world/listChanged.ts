/** What follows for the rest of the simulated world when a reference list has changed, whoever changed it. */
import type { World } from './world.ts';

export function listChanged({ ireca, lists, crew, licences }: World, path: string): void {
  // Orders quote their warehouses and specificities.
  if (path === 'warehouses' || path === 'specificities') ireca.rewrite();
  if (path !== 'couriers') return;
  // Who was struck off cannot work on: the app of somebody unknown is signed out.
  const couriers = lists.rows('couriers');
  for (const member of crew.values()) if (!couriers.has(member.courierId)) member.onShift = false;
  for (const [deviceId, { courierId }] of licences) if (!couriers.has(courierId)) licences.delete(deviceId);
}
