/** Sends a new order to Kassa once, and finds out what became of it when no answer comes. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ApiError } from '#src/api/http.ts';
import { creationMayBeDone } from '#src/api/mayBeDone.ts';
import { createKassaOrder } from '#src/api/orderWrites.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED, useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { NewKassaOrder } from '#src/contracts/kassa/newOrder.ts';
import { newKassaOrderBody } from '#src/contracts/kassa/newOrder.ts';
import { fieldNamedByKassa } from '#src/domain/kassaOrderCheck.ts';

/** The first read after the failure may have begun before it; the two after that cannot. */
const READS_UNTIL_SURE = 3;
const LOOK_MS = 4_000;

type Sending =
  | { step: 'idle' }
  | { step: 'sending' }
  | { step: 'failed'; error: unknown; field: string | null }
  /** `reads`: how often Kassa's list was read anew since; `asOf`: the last of these. `said`: Kassa's words, '' = none. */
  | { step: 'unconfirmed'; number: string; reads: number; asOf: number; said: string };

export type KassaOutcome =
  | { step: 'idle' | 'sending' }
  | { step: 'failed'; error: unknown; field: string | null }
  | { step: 'checking' | 'notFound' | 'unreadable'; number: string; said: string }
  | { step: 'found'; number: string; id: string };

function verdictOf(sending: Sending, feed: OrdersFeed | undefined): KassaOutcome {
  if (sending.step !== 'unconfirmed') return sending;
  const { number, said } = sending;
  for (const order of feed?.records.values() ?? []) {
    if (order.system === 'kassa' && order.number === number) return { step: 'found', number, id: order.id };
  }
  if (sending.reads >= READS_UNTIL_SURE) return { step: 'notFound', number, said };
  const unreadable = feed?.problems.some(({ system }) => system === 'kassa') ?? false;
  return { step: unreadable ? 'unreadable' : 'checking', number, said };
}

/**
 * @param onCreated given the id of the order once Kassa has answered with it.
 * @returns what became of the last sending; `send` never sends by itself, and `forget` takes a refusal off the screen.
 */
export function useKassaCreate(onCreated: (id: string) => void) {
  const client = useQueryClient();
  const { data: feed, refetch } = useOrdersFeed(client);
  const [sending, setSending] = useState<Sending>({ step: 'idle' });
  const asOf = feed?.asOf.kassa ?? 0;
  const outcome = useMemo(() => verdictOf(sending, feed), [sending, feed]);

  if (sending.step === 'unconfirmed' && asOf > sending.asOf)
    setSending({ ...sending, asOf, reads: sending.reads + 1 });

  const looking = outcome.step === 'checking' || outcome.step === 'unreadable';
  useEffect(() => {
    if (!looking) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [looking, refetch]);

  async function send(order: NewKassaOrder): Promise<void> {
    setSending({ step: 'sending' });
    try {
      const { id } = await createKassaOrder(newKassaOrderBody(order));
      void client.invalidateQueries({ queryKey: ORDERS_FEED });
      onCreated(id);
    } catch (error) {
      const said = error instanceof ApiError && error.system !== null ? error.message : '';
      if (creationMayBeDone(error)) {
        const number = order.onlineOrder.externalId;
        // What the feed held when the answer was lost, not when the form was drawn.
        const held = client.getQueryData<OrdersFeed>(ORDERS_FEED)?.asOf.kassa ?? 0;
        setSending({ step: 'unconfirmed', number, reads: 0, asOf: held, said });
      } else {
        setSending({ step: 'failed', error, field: fieldNamedByKassa(said) });
      }
    }
  }

  const forget = () => setSending((before) => (before.step === 'failed' ? { step: 'idle' } : before));
  return { outcome, send, forget };
}
