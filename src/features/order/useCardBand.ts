/** How an order stands against its window now: the colour of the card's edge. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LatenessBand } from '#src/domain/lateness.ts';
import { latenessOf } from '#src/domain/lateness.ts';

/** Ticks each minute. */
export function useCardBand(order: DispatchOrder): LatenessBand {
  const { atRiskMinutes } = useAppConfig();
  return latenessOf(order, useNow(60_000), atRiskMinutes).band;
}
