/** A guarded state (`seen`, `before`, `after`) in a dispatcher's words: the status and who has the order. */
import { useCallback } from 'react';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { OrderState } from '#src/contracts/command.ts';
import type { System } from '#src/contracts/feed.ts';
import { formatPhone, phoneDigits } from '#src/lib/phone.ts';
import { useText } from '#src/locales/language.tsx';
import { useCommandStore } from './commandStore.ts';

/** Kassa statuses in which `responsiblePersonLogin` names the courier (Kassa API text: before, it is the creator's). */
const KASSA_GIVEN = new Set(['DISTRIBUTED', 'ISSUED', 'FINISHED']);

/** In these it says who had the order, which nobody asks any more. */
const KASSA_OVER = new Set(['REFUSED', 'DELETED']);
const isOver = (system: System, { status }: OrderState) =>
  system === 'kassa' && status !== null && KASSA_OVER.has(status);

export type StateWords = {
  /** «Подготовлен, без курьера» */
  whole: (system: System, state: OrderState) => string;
  /** Only what differs: «без курьера → Алексей Быстров», «Подготовлен → Заказ отменён»; '' when nothing does. */
  change: (system: System, before: OrderState, after: OrderState) => string;
};

export function useStateWords(): StateWords {
  const t = useText().commands;
  const titleOf = useStatusTitle();
  const directory = useCommandStore((state) => state.directory);

  const courier = useCallback(
    (system: System, { status, courierId }: OrderState): string => {
      if (courierId === null) return t.nobody;
      if (system === 'ireca') return directory?.byId.get(courierId)?.title || t.courierNumber(courierId);
      if (status === null || !KASSA_GIVEN.has(status)) return t.nobody;
      const known = directory?.byPhone.get(phoneDigits(courierId) ?? courierId);
      return known?.title || formatPhone(courierId);
    },
    [directory, t],
  );
  const whole = useCallback(
    (system: System, state: OrderState) => {
      const title = titleOf({ system, status: state.status });
      return isOver(system, state) ? title : `${title}, ${courier(system, state)}`;
    },
    [courier, titleOf],
  );
  const change = useCallback(
    (system: System, before: OrderState, after: OrderState) => {
      const parts: string[] = [];
      const [from, to] = [courier(system, before), courier(system, after)];
      if (from !== to && !isOver(system, before) && !isOver(system, after))
        parts.push(t.asked.arrow(from, to));
      if (before.status !== after.status) {
        const title = ({ status }: OrderState) => titleOf({ system, status });
        parts.push(t.asked.arrow(title(before), title(after)));
      }
      return parts.join(t.dot);
    },
    [courier, t, titleOf],
  );
  return { whole, change };
}
