/** Where the saving of a form stands: one at a time, and what is not confirmed is looked after by itself. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { readIrecaOrder } from '#src/api/order.ts';
import { createIrecaOrders, updateIrecaOrder } from '#src/api/orderWrites.ts';
import type { ReadOrder } from '#src/api/order.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import type { Merge, MergeField } from '#src/domain/orderMerge.ts';
import type { OrderCalls, Saved, Sent } from './saveOrder.ts';
import { verdictOf } from './saveOrder.ts';

export const orderCalls: OrderCalls = {
  read: (orderId) => readIrecaOrder(orderId),
  create: (write) => createIrecaOrders([write]),
  update: updateIrecaOrder,
};

/** Why saving ended without a saved order. */
export type StopNote =
  | { kind: 'refused'; message: string }
  | { kind: 'notSent'; error: unknown }
  | { kind: 'taken'; orderId: string }
  | { kind: 'gone' }
  | { kind: 'absent'; sent: Sent }
  | { kind: 'unchanged' };

export type SavingState =
  | { phase: 'idle' }
  | { phase: 'saving' }
  | { phase: 'stopped'; note: StopNote }
  | { phase: 'unconfirmed'; sent: Sent; looks: number; looking: boolean; unreadable: boolean }
  /** `asked`: the dispatcher only asked to see what another one changed; nothing is to be saved after it. */
  | { phase: 'merging'; merge: Merge; theirs: OrderFormValues; read: ReadOrder; asked?: boolean }
  | { phase: 'saved'; saved: Saved; asked: OrderFormValues; taken: MergeField[] };

/** When it is looked by itself, ms after the failure or the last look. */
const LOOKS = [800, 2500, 5000] as const;

/** `run` does nothing while another job runs or while the last one is not confirmed. */
export function useSaving() {
  const [state, setState] = useState<SavingState>({ phase: 'idle' });
  const busy = useRef(false);
  const asked = useRef<{ values: OrderFormValues; taken: MergeField[] } | null>(null);

  const run = useCallback(async (job: () => Promise<SavingState>) => {
    if (busy.current) return;
    busy.current = true;
    setState({ phase: 'saving' });
    try {
      setState(await job());
    } catch (error) {
      setState({ phase: 'stopped', note: { kind: 'notSent', error } });
    } finally {
      busy.current = false;
    }
  }, []);

  /** Names what is being saved, for the verdict to compare with. */
  const remember = useCallback((values: OrderFormValues, taken: MergeField[]) => {
    asked.current = { values, taken };
  }, []);

  const look = useCallback(async (sent: Sent, looks: number, byHand: boolean) => {
    if (busy.current) return;
    busy.current = true;
    setState({ phase: 'unconfirmed', sent, looks, looking: true, unreadable: false });
    const verdict = await verdictOf(orderCalls, sent);
    busy.current = false;
    const done = looks + 1;
    if (verdict.kind === 'saved') {
      const { values, taken } = asked.current ?? { values: null, taken: [] };
      if (values) setState({ phase: 'saved', saved: verdict, asked: values, taken });
    } else if (verdict.kind === 'absent' && (byHand || done >= LOOKS.length)) {
      setState({ phase: 'stopped', note: { kind: 'absent', sent } });
    } else {
      const unreadable = verdict.kind === 'unreadable';
      setState({ phase: 'unconfirmed', sent, looks: done, looking: false, unreadable });
    }
  }, []);

  useEffect(() => {
    if (state.phase !== 'unconfirmed' || state.looking) return;
    const delay = LOOKS[state.looks];
    if (delay === undefined) return;
    const timer = setTimeout(() => void look(state.sent, state.looks, false), delay);
    return () => clearTimeout(timer);
  }, [state, look]);

  const lookNow = useCallback(() => {
    if (state.phase === 'unconfirmed') void look(state.sent, state.looks, true);
  }, [state, look]);
  const dismiss = useCallback(() => setState({ phase: 'idle' }), []);
  return { state, run, remember, lookNow, dismiss };
}
