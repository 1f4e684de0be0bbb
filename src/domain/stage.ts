/** What a system's own status means: how far an order is on its way, and whether somebody still has to act. */
import type { System } from '#src/contracts/feed.ts';
import type { Stage } from '#src/domain/dispatchOrder.ts';

/**
 * iRECA: dictionary of delivery statuses; 1 is used in samples but missing there (assumption: just made).
 * Kassa: API text, «Статусы заказов».
 */
const STAGES: Record<System, ReadonlyMap<string | null, Stage>> = {
  ireca: new Map<string | null, Stage>([
    ['1', 'new'],
    ['6', 'ready'],
    ['7', 'taken'],
    ['9', 'delivered'],
    ['10', 'closed'],
    ['11', 'cancelled'],
  ]),
  kassa: new Map<string | null, Stage>([
    ['NEW', 'new'],
    ['ACCEPTED', 'ready'],
    ['DISTRIBUTED', 'given'],
    ['ISSUED', 'taken'],
    ['FINISHED', 'closed'],
    ['REFUSED', 'cancelled'],
    ['DELETED', 'cancelled'],
  ]),
};

/** Kassa's names that we do not know («Возврат») are closed: no command works on them. iRECA's unknown ids are open. */
const OPEN: Record<System, ReadonlySet<Stage>> = {
  ireca: new Set<Stage>(['new', 'ready', 'taken', 'unknown']),
  kassa: new Set<Stage>(['new', 'ready', 'given', 'taken']),
};

/** `status`: `deliveryStatusId` as a string in iRECA, `currentStatusType` in Kassa. */
export const stageOf = (system: System, status: string | null): Stage =>
  STAGES[system].get(status) ?? 'unknown';

/** True while somebody still has to do something about an order at this stage. */
export const isOpenStage = (system: System, stage: Stage): boolean => OPEN[system].has(stage);
