/** Sends an order of refund once, reads it back, and finds out what became of it when no answer comes. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '#src/api/http.ts';
import { creationMayBeDone } from '#src/api/mayBeDone.ts';
import { orderKey, readIrecaOrder } from '#src/api/order.ts';
import { createRefund } from '#src/api/orderWrites.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import type { RefundField } from '#src/domain/refundCheck.ts';
import { fieldNamedByIreca } from '#src/domain/refundCheck.ts';

export type RefundOutcome =
  | { step: 'idle' | 'sending' | 'changed' }
  | { step: 'failed'; error: unknown; field: RefundField | null }
  /** `taken`: somebody else's order has this number. */
  | { step: 'taken'; orderId: string }
  | { step: 'looking' | 'unreadable' | 'absent' | 'odd'; orderId: string };

/** When it is looked for an order whose answer was lost, ms after the failure or the last look. */
const LOOKS = [700, 2_500, 5_000] as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type RefundSending = {
  /** The original order's id. */
  originalId: string;
  onCreated: (orderId: string) => void;
};

/** `send` sends once; `look` asks again for the order whose answer was lost; `forget` takes a refusal off the screen. */
export function useRefund({ originalId, onCreated }: RefundSending) {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<RefundOutcome>({ step: 'idle' });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  /** The order as iRECA keeps it, once it is there; a refund that is kept as an ordinary order is said to be odd. */
  async function readBack(orderId: string, pauses: readonly number[]): Promise<void> {
    let step: 'absent' | 'unreadable' = 'absent';
    for (const ms of pauses) {
      await pause(ms);
      if (gone.current) return;
      try {
        const read = await readIrecaOrder(orderId);
        if (read) {
          void client.invalidateQueries({ queryKey: orderKey('ireca', originalId) });
          void client.invalidateQueries({ queryKey: ORDERS_FEED });
          if (read.order.isRefund) onCreated(orderId);
          else setOutcome({ step: 'odd', orderId });
          return;
        }
        step = 'absent';
      } catch {
        step = 'unreadable';
      }
    }
    setOutcome({ step, orderId });
  }

  /**
   * @param build the order of refund for the original as it stands now; null when what was typed no longer fits it.
   */
  async function send(orderId: string, build: (original: IrecaOrder) => OrderWrite | null): Promise<void> {
    setOutcome({ step: 'sending' });
    let order: OrderWrite | null;
    try {
      const original = await readIrecaOrder(originalId);
      if (original) client.setQueryData([...orderKey('ireca', originalId), 'whole'], original);
      order = original && build(original.order);
      if (!order) return setOutcome({ step: 'changed' });
      if (await readIrecaOrder(orderId)) return setOutcome({ step: 'taken', orderId });
    } catch (error) {
      return setOutcome({ step: 'failed', error, field: null });
    }
    try {
      await createRefund(order);
    } catch (error) {
      if (!creationMayBeDone(error)) {
        const said = error instanceof ApiError ? error.message : '';
        return setOutcome({ step: 'failed', error, field: fieldNamedByIreca(said) });
      }
      setOutcome({ step: 'looking', orderId });
      return readBack(orderId, LOOKS);
    }
    await readBack(orderId, [0, ...LOOKS]);
  }

  const look = (orderId: string) => {
    setOutcome({ step: 'looking', orderId });
    void readBack(orderId, [0]);
  };
  const forget = () =>
    setOutcome((before) =>
      before.step === 'failed' || before.step === 'taken' || before.step === 'changed'
        ? { step: 'idle' }
        : before,
    );
  return { outcome, send, look, forget };
}
