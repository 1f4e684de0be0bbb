/** The second confirmation: before orders with printed receipts or payments are cancelled or deleted. */
import { useState } from 'react';
import type { FiscalTraces } from '#src/components/orders/useFiscalTraces.ts';
import { useFiscalTraces } from '#src/components/orders/useFiscalTraces.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

export type FiscalConfirmation = FiscalTraces & {
  /** Something was found, or is not known: the dispatcher must say that it is all the same. */
  needed: boolean;
  /** He has said so, of exactly what is shown now. */
  confirmed: boolean;
  confirm: (confirmed: boolean) => void;
  /** «Не ждать»: what is still being read counts as not checked. */
  skip: () => void;
  /** The button may work. */
  clear: boolean;
};

const keysOf = (orders: readonly DispatchOrder[]) => orders.map(({ key }) => key);

/** @param orders those that would really be sent. */
export function useFiscalConfirmation(orders: readonly DispatchOrder[]): FiscalConfirmation {
  const found = useFiscalTraces(orders, true);
  const [skipped, setSkipped] = useState(false);
  const [confirmedOf, setConfirmedOf] = useState<string | null>(null);
  const { traces, failed, unchecked } = found;
  const waiting = found.pending && !skipped;
  // Whatever is found later has not been confirmed yet.
  const shown = JSON.stringify([
    traces.map(({ order, receipts, paid }) => [order.key, receipts, paid]),
    keysOf(failed),
    keysOf(unchecked),
    found.pending,
  ]);
  const needed = traces.length + failed.length + unchecked.length > 0 || (found.pending && skipped);
  const confirmed = confirmedOf === shown;
  return {
    ...found,
    pending: waiting,
    needed,
    confirmed,
    confirm: (yes) => setConfirmedOf(yes ? shown : null),
    skip: () => setSkipped(true),
    clear: !waiting && (!needed || confirmed),
  };
}
