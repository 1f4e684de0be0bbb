/** What every part of the simulated iRECA works with. */
import type { World } from '../world/world.ts';
import type { Callbacks } from './callbacks.ts';

export type IrecaServices = {
  world: World;
  /** Simulated now, epoch ms. */
  now: () => number;
  callbacks: Callbacks;
};
