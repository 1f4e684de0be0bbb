/** What couriers carry, whichever system it came from. */
import type { StreetPoint } from '../city/streetGraph.ts';
import { DELIVERY, type IrecaOrder } from './irecaOrder.ts';
import type { KassaOrder } from './kassaOrder.ts';
import type { Member } from './member.ts';
import type { World } from './world.ts';

export type Job = { system: 'ireca'; order: IrecaOrder } | { system: 'kassa'; order: KassaOrder };

/** waiting: not packed yet · ready: at the warehouse · carried: with the courier · done: nothing more to do. */
export type Stage = 'waiting' | 'ready' | 'carried' | 'done';

export function stageOf(job: Job): Stage {
  if (job.system === 'kassa') {
    const { fields, carried } = job.order;
    if (fields.currentStatusType !== 'DISTRIBUTED' || fields.deliveryType !== 'COURIER') return 'done';
    return carried ? 'carried' : 'ready';
  }
  const { deliveryStatusId } = job.order.state;
  if (deliveryStatusId === DELIVERY.prepared) return 'ready';
  if (deliveryStatusId === DELIVERY.taken) return 'carried';
  return deliveryStatusId === DELIVERY.made ? 'waiting' : 'done';
}

/** The hours promised to the client, epoch ms. */
export const windowOf = (job: Job): { from: number; to: number } =>
  job.system === 'kassa'
    ? job.order.window
    : { from: job.order.state.deliveryTimeFrom, to: job.order.state.deliveryTimeTo };

export const doorOf = (job: Job): StreetPoint => job.order.door;

/** Whether this job is still this courier's. */
export function isOf(job: Job, { courierId, login }: Member): boolean {
  return job.system === 'kassa'
    ? job.order.fields.responsiblePersonLogin === login &&
        job.order.fields.currentStatusType === 'DISTRIBUTED'
    : job.order.state.courierId === courierId;
}

/** Everything a courier still has to do, most urgent first. */
export function jobsOf({ ireca, kassa }: World, { courierId, login }: Member): Job[] {
  const jobs: Job[] = [];
  for (const order of ireca.ofCourier(courierId)) jobs.push({ system: 'ireca', order });
  for (const order of kassa.ofLogin(login)) jobs.push({ system: 'kassa', order });
  return jobs
    .filter((job) => stageOf(job) !== 'done')
    .sort((a, b) => windowOf(a).to - windowOf(b).to || windowOf(a).from - windowOf(b).from);
}
