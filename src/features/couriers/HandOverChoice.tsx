/** The couriers to choose from on the left, the orders that will be handed over on the right. */
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { CandidateList } from '#src/components/commands/CandidateList.tsx';
import { LongList } from '#src/components/commands/LongList.tsx';
import { OrderLine } from '#src/components/commands/OrderLine.tsx';
import { barWords } from '#src/components/commands/barWords.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './HandOver.module.css';
import type { HandOver } from './useHandOver.ts';

type Props = {
  handOver: HandOver;
  orders: readonly DispatchOrder[];
  /** Nobody can be given any of them: there is nobody to choose. */
  stuck?: boolean;
};

export function HandOverChoice({ handOver, orders, stuck = false }: Props) {
  const t = useWords(courierPageWords).handOver;
  const { shown, standing, state, loads, start, free, filter, setFilter, stand, take } = handOver;
  return (
    <div className={classes.columns} data-stuck={stuck || undefined}>
      <section className={classes.orders} aria-label={t.orders(orders.length)} tabIndex={0}>
        <OrderFates handOver={handOver} orders={orders} />
      </section>
      {!stuck && (
        <div className={classes.couriers}>
          {handOver.error !== null && <ErrorNote error={handOver.error} onRetry={handOver.refetch} compact />}
          {handOver.directory && !handOver.shiftsKnown && <p className={classes.hint}>{t.shiftsUnknown}</p>}
          {handOver.anybody === false ? (
            <p className={classes.hint}>{t.nothing}</p>
          ) : (
            <CandidateList
              shown={shown}
              standing={standing}
              state={state}
              loads={loads}
              orderCount={free.length}
              start={start}
              filter={filter}
              onFilter={setFilter}
              onStand={stand}
              onTake={take}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** What the button would do, in words; null while nobody is chosen. */
export function useHandOverSummary({ plan }: HandOver): string | null {
  const t = useWords(courierPageWords).handOver;
  const { commands } = useText();
  if (!plan) return null;
  const bars = plan.illegal.map(({ why }) => why);
  return [t.will(plan.assign.length), bars.length > 0 && t.cannot(bars.length, barWords(bars, commands.bar))]
    .filter(Boolean)
    .join(commands.dot);
}

/** Words of the button: how many of how many, and to whom. */
export function useHandOverDeed({ plan, standing, free }: HandOver): string | null {
  const t = useWords(courierPageWords).handOver;
  if (!plan || !standing || plan.assign.length === 0) return null;
  const { title } = standing.courier;
  const n = plan.assign.length;
  return n === free.length ? t.submit(n, title) : t.part(n, free.length, title);
}

/** Each order by name; those that stay behind say why. */
function OrderFates({ handOver, orders }: Omit<Props, 'stuck'>) {
  const t = useWords(courierPageWords).handOver;
  const { bar } = useText().commands;
  const titleOf = useStatusTitle();
  const { plan, free } = handOver;
  const bars = useMemo(() => {
    const barred = new Map<string, keyof typeof bar>(
      orders.flatMap((order) => {
        const move = legalMove(order.system, order.status, 'assign');
        return move.legal ? [] : [[order.key, move.why]];
      }),
    );
    for (const { order, why } of plan?.illegal ?? []) barred.set(order.key, why);
    const known = new Set(free);
    for (const order of orders) if (!known.has(order)) barred.set(order.key, 'pending');
    return barred;
  }, [orders, plan, free]);
  return (
    <LongList items={orders}>
      {(order) => {
        const why = bars.get(order.key);
        return why ? (
          <OrderLine
            key={order.key}
            order={order}
            tone="out"
            aside={titleOf(order)}
            note={t.impossible(bar[why])}
            mark={<IconX size={16} aria-hidden />}
          />
        ) : (
          <OrderLine
            key={order.key}
            order={order}
            aside={titleOf(order)}
            mark={<IconCheck size={16} aria-hidden />}
          />
        );
      }}
    </LongList>
  );
}
