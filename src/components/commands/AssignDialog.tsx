/** «Назначить»: the couriers best first on the left, what will happen to each order on the right, one button. */
import { Button } from '@mantine/core';
import { IconCheck, IconEqual, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { Candidate } from '#src/domain/candidates.ts';
import type { AssignPlan } from '#src/domain/assignPlan.ts';
import { assignPlan } from '#src/domain/assignPlan.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import { CandidateList } from './CandidateList.tsx';
import { DeedModal } from './DeedModal.tsx';
import { DraftNotices } from './DraftNotices.tsx';
import { LongList } from './LongList.tsx';
import { OrderLine } from './OrderLine.tsx';
import type { Bar } from './barWords.ts';
import { barWords } from './barWords.ts';
import type { AssignDraft } from './commandDraft.ts';
import { startAssign, useCommandStore } from './commandStore.ts';
import { matchingCandidates, standingCandidate, useCandidates } from './useCandidates.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import deeds from './deeds.module.css';
import dialog from './dialog.module.css';
import classes from './AssignDialog.module.css';

/** @param props.draft null = closed. */
export function AssignDialog({ draft }: { draft: AssignDraft | null }) {
  const t = useText().commands;
  const closeDialog = useCommandStore((state) => state.closeDialog);
  return (
    <DeedModal draft={draft} title={t.assign.title} size={940} closeOnClickOutside>
      {(open) => <AssignBody draft={open} onClose={closeDialog} />}
    </DeedModal>
  );
}

function AssignBody({ draft, onClose }: { draft: AssignDraft; onClose: () => void }) {
  const text = useText();
  const t = text.commands.assign;
  const patchDialog = useCommandStore((state) => state.patchDialog);
  const { orders, changed, pending, gone, known, troubles } = useDraftOrders(draft);
  const { directory, ranked, state, loads, start, shiftsKnown, error, refetch } = useCandidates(orders);
  const [ordersShown, setOrdersShown] = useState(false);
  const shown = useMemo(() => matchingCandidates(ranked, draft.filter), [ranked, draft.filter]);
  const standing = standingCandidate(shown, draft.courierId);
  const plan = useMemo(
    () => (directory && standing ? assignPlan(orders, standing.courier, directory) : null),
    [orders, standing, directory],
  );

  const take = (candidate: Candidate) => {
    // The dialog is closed in the same breath, so a second Enter or click finds nothing to send.
    if (!directory || useCommandStore.getState().dialog !== draft) return;
    const { assign } = assignPlan(orders, candidate.courier, directory);
    if (assign.length === 0) return patchDialog({ courierId: candidate.courier.courierId });
    onClose();
    startAssign(assign, candidate.courier, changed);
  };

  return (
    <>
      <DraftNotices changed={changed} gone={gone} troubles={troubles} />
      <div className={classes.columns} data-orders-shown={ordersShown || undefined}>
        <div className={classes.couriers}>
          {error !== null && <ErrorNote error={error} onRetry={refetch} compact />}
          {directory && !shiftsKnown && <p className={classes.hint}>{t.shiftsUnknown}</p>}
          <CandidateList
            shown={shown}
            standing={standing}
            state={state}
            loads={loads}
            orderCount={orders.length}
            start={start}
            filter={draft.filter}
            onFilter={(filter) => patchDialog({ filter, courierId: null })}
            onStand={(courierId) => patchDialog({ courierId })}
            onTake={take}
          />
        </div>
        <section className={classes.orders} aria-label={t.orders} tabIndex={0}>
          <OrderFates plan={plan} orders={orders} pending={pending} directory={directory} />
        </section>
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {text.commands.close}
        </Button>
        <Button
          className={classes.toggle}
          variant="default"
          onClick={() => setOrdersShown(!ordersShown)}
          aria-expanded={ordersShown}
        >
          {ordersShown ? t.hideOrders : t.showOrders(orders.length)}
        </Button>
        <p className={dialog.summary} aria-live="polite">
          {plan && <PlanSummary plan={plan} pending={pending.length} />}
          {known && orders.length + pending.length === 0 && text.commands.draft.nothing}
        </p>
        <Button
          className={`${dialog.submit} ${deeds.main}`}
          disabled={!plan || plan.assign.length === 0}
          onClick={() => standing && take(standing)}
        >
          {plan && plan.assign.length > 0 && standing
            ? t.submit(plan.assign.length, standing.courier.title)
            : t.submitNone}
        </Button>
      </footer>
    </>
  );
}

function PlanSummary({ plan, pending }: { plan: AssignPlan; pending: number }) {
  const t = useText().commands;
  const bars = [...plan.illegal.map(({ why }) => why), ...Array<'pending'>(pending).fill('pending')];
  const takenOver = plan.assign.filter(
    (order) => order.courierId !== null || order.courierLogin !== null,
  ).length;
  const parts = [
    t.assign.willAssign(plan.assign.length),
    takenOver > 0 && t.assign.takenOver(takenOver),
    plan.already.length > 0 && t.assign.already(plan.already.length),
    bars.length > 0 && t.cannot(bars.length, barWords(bars, t.bar)),
  ];
  return <>{parts.filter(Boolean).join(t.dot)}</>;
}

type OrderFatesProps = {
  plan: AssignPlan | null;
  orders: DispatchOrder[];
  pending: DispatchOrder[];
  directory: CourierDirectory | undefined;
};

type Fate = { order: DispatchOrder; bar: Bar | null; already: boolean };

/** Each order with what the button will do to it; those that it leaves out come first, so that they are seen. */
function OrderFates({ plan, orders, pending, directory }: OrderFatesProps) {
  const fates = useMemo((): Fate[] => {
    const bars = new Map(plan?.illegal.map(({ order, why }) => [order.key, why]));
    const already = new Set(plan?.already);
    const known = orders.map((order) => ({
      order,
      bar: bars.get(order.key) ?? null,
      already: already.has(order),
    }));
    return [
      ...pending.map((order): Fate => ({ order, bar: 'pending', already: false })),
      ...known.filter(({ bar }) => bar !== null),
      ...known.filter(({ bar }) => bar === null),
    ];
  }, [plan, orders, pending]);
  return (
    <LongList items={fates}>
      {(fate) => <FateLine key={fate.order.key} {...fate} directory={directory} />}
    </LongList>
  );
}

function FateLine({ order, bar, already, directory }: Fate & Pick<OrderFatesProps, 'directory'>) {
  const t = useText().commands;
  if (bar)
    return <OrderLine order={order} tone="out" note={t.bulk.none(t.bar[bar])} mark={<IconX size={16} />} />;
  if (already) {
    return <OrderLine order={order} tone="out" note={t.assign.fate.already} mark={<IconEqual size={16} />} />;
  }
  const has = order.courierId ?? order.courierLogin;
  const name = (directory && courierOf(order, directory)?.title) || (has && t.courierNumber(has));
  return (
    <OrderLine
      order={order}
      {...(name && { tone: 'warn', note: t.assign.nowWith(name) })}
      mark={<IconCheck size={16} aria-label={t.assign.fate.assign} />}
    />
  );
}
