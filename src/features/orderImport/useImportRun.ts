/** The run that creates the good orders: outcomes by row, progress, stopping. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readIrecaOrder } from '#src/api/order.ts';
import { createIrecaOrders, replaceIrecaOrders } from '#src/api/orderWrites.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { ImportOrder } from '#src/domain/orderImport.ts';
import type { Outcome, RunCalls } from './importRun.ts';
import { runImport } from './importRun.ts';

const CALLS: RunCalls = {
  create: (order) => createIrecaOrders([order]),
  replace: (order) => replaceIrecaOrders([order]),
  read: async (orderId) => (await readIrecaOrder(orderId))?.order ?? null,
};

/** Outcomes come faster than the screen needs them. */
const SHOW_EVERY_MS = 120;

export type ImportRun = {
  /** By order id. */
  outcomes: ReadonlyMap<string, Outcome>;
  running: boolean;
  /** How many the run under way, or the last one, was to send. */
  total: number;
  stopping: boolean;
  ended: 'whole' | 'stopped' | 'halted' | null;
};

const IDLE: ImportRun = { outcomes: new Map(), running: false, total: 0, stopping: false, ended: null };

/** Settled as wished: sending it again would do nothing new. */
export const isDone = (outcome: Outcome | undefined) =>
  outcome?.state === 'created' || outcome?.state === 'replaced';

export function useImportRun() {
  const client = useQueryClient();
  const [run, setRun] = useState(IDLE);
  const stop = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      // Whoever leaves the page has been asked; what was sent is finished, nothing more is begun.
      gone.current = true;
    };
  }, []);

  const start = useCallback(
    async (orders: readonly ImportOrder[], replace: boolean) => {
      stop.current = false;
      const outcomes = new Map<string, Outcome>();
      setRun((held) => {
        for (const [id, outcome] of held.outcomes) outcomes.set(id, outcome);
        for (const order of orders) outcomes.set(order.orderId, { state: 'waiting' });
        return {
          outcomes: new Map(outcomes),
          running: true,
          total: orders.length,
          stopping: false,
          ended: null,
        };
      });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const show = () => {
        timer = undefined;
        setRun((held) => ({ ...held, outcomes: new Map(outcomes) }));
      };
      const { halted } = await runImport(orders, {
        replace,
        calls: CALLS,
        stopped: () => stop.current || gone.current,
        onOutcome: ({ orderId }, outcome) => {
          outcomes.set(orderId, outcome);
          timer ??= setTimeout(show, SHOW_EVERY_MS);
        },
      });
      clearTimeout(timer);
      for (const [id, outcome] of outcomes) if (outcome.state === 'waiting') outcomes.delete(id);
      const ended = halted ? 'halted' : stop.current ? 'stopped' : 'whole';
      setRun((held) => ({ ...held, outcomes: new Map(outcomes), running: false, stopping: false, ended }));
      void client.invalidateQueries({ queryKey: ORDERS_FEED });
    },
    [client],
  );
  const askToStop = useCallback(() => {
    stop.current = true;
    setRun((held) => ({ ...held, stopping: held.running }));
  }, []);
  const forget = useCallback(() => setRun(IDLE), []);
  return { run, start, stop: askToStop, forget };
}
