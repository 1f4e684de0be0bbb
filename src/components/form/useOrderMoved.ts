/** Watches the board while a form is open over an order, and says what another one changed of it, and who. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useChanges } from '#src/api/changes.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { Row } from '#src/contracts/wire.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderMove } from '#src/domain/orderMoved.ts';
import { onBoard, orderMove } from '#src/domain/orderMoved.ts';

/** `by`: who did it in Pult; null = it was done elsewhere, undefined = not known (yet). */
export type MovedOrder = OrderMove & { by: string | null | undefined };

type Begun = { raw: Row; record: DispatchOrder | undefined; since: number | null };

/**
 * @param opened the reading of an iRECA order that the form is based on, as iRECA wrote it; another object = the form
 * went on from another reading.
 * @param latest the newest reading of it that this form has made.
 * @returns null while there is nothing to say.
 */
export function useOrderMoved(opened: Row, latest: Row): MovedOrder | null {
  const { data: feed } = useOrdersFeed(useQueryClient());
  const base = useMemo(() => onBoard(opened), [opened]);
  const newest = useMemo(() => onBoard(latest), [latest]);
  const record = base ? feed?.records.get(base.key) : undefined;
  const since = feed?.asOf.ireca ?? null;
  const [begun, setBegun] = useState<Begun>({ raw: opened, record, since });
  if (begun.raw !== opened || (!begun.record && record)) setBegun({ raw: opened, record, since });

  const move = useMemo(
    () => base && newest && orderMove({ opened: base, latest: newest, begun: begun.record, record }),
    [base, newest, begun.record, record],
  );
  const moved = move !== null && move.fields.length > 0;
  // Only asked once there is something to ask about.
  const { data: changes } = useChanges(moved ? begun.since : null);
  if (!moved) return null;
  const step = changes?.orders.find(({ key }) => key === move.now.key)?.steps.at(-1);
  return { ...move, by: step && (step.by?.name ?? null) };
}
