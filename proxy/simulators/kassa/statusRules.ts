/** Which moves of an online order Kassa allows (Kassa API text, «Статусы заказов» and the notes below it). */
import type { KassaStatus } from '../world/kassaOrder.ts';

/**
 * From where each status may be reached. Documented: REFUSED only from ACCEPTED and DISTRIBUTED, DELETED only from NEW.
 * Assumption: the rest (given to a member of staff from NEW, ACCEPTED or again from DISTRIBUTED; taken back to ACCEPTED;
 * issued, then finished).
 */
const REACHED_FROM: Record<KassaStatus, readonly KassaStatus[]> = {
  NEW: [],
  ACCEPTED: ['NEW', 'DISTRIBUTED'],
  DISTRIBUTED: ['NEW', 'ACCEPTED', 'DISTRIBUTED'],
  ISSUED: ['ACCEPTED', 'DISTRIBUTED'],
  FINISHED: ['ISSUED', 'DISTRIBUTED'],
  REFUSED: ['ACCEPTED', 'DISTRIBUTED'],
  DELETED: ['NEW'],
};

const TITLES: Record<KassaStatus, string> = {
  NEW: 'Новый',
  ACCEPTED: 'Подтверждён',
  DISTRIBUTED: 'Распределён',
  ISSUED: 'Выданный',
  FINISHED: 'Завершён',
  REFUSED: 'Отказ',
  DELETED: 'Удалён',
};

/** No more changes of any kind. */
export const isFinalStatus = (status: KassaStatus): boolean =>
  status === 'FINISHED' || status === 'REFUSED' || status === 'DELETED';

/** Why a move is refused, in Kassa's words; null when it is allowed. */
export function whyNot(from: KassaStatus, to: KassaStatus): string | null {
  if (REACHED_FROM[to].includes(from)) return null;
  if (to === 'REFUSED')
    return `Отменить заказ можно только в статусах DISTRIBUTED, ACCEPTED (сейчас ${from})`;
  if (to === 'DELETED') return `Удалить можно только заказ в статусе NEW (сейчас ${from})`;
  return `Переход из статуса «${TITLES[from]}» в статус «${TITLES[to]}» невозможен`;
}
