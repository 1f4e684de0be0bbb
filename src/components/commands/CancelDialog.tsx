/** «Отменить»: what will really happen to each order, in groups; a reason for iRECA, a comment for Kassa, one red button. */
import { Button, Textarea } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { CancelPlan } from '#src/domain/cancelPlan.ts';
import { cancelPlan } from '#src/domain/cancelPlan.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { DeedModal } from './DeedModal.tsx';
import { DraftNotices } from './DraftNotices.tsx';
import { FiscalCheck } from './FiscalCheck.tsx';
import { LongList } from './LongList.tsx';
import { OrderLine } from './OrderLine.tsx';
import { ReasonChoice } from './ReasonChoice.tsx';
import { barWords } from './barWords.ts';
import type { Bar } from './barWords.ts';
import type { CancelDraft } from './commandDraft.ts';
import { runTarget } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import { useFiscalConfirmation } from './useFiscalConfirmation.ts';
import { useStateWords } from './useStateWords.ts';
import frame from './dialogForm.module.css';
import deeds from './deeds.module.css';
import dialog from './dialog.module.css';
import classes from './CancelDialog.module.css';

/** @param props.draft null = closed. */
export function CancelDialog({ draft }: { draft: CancelDraft | null }) {
  const t = useText().commands;
  const closeDialog = useCommandStore((state) => state.closeDialog);
  return (
    <DeedModal draft={draft} title={t.cancel.title}>
      {(open) => <CancelForm draft={open} onClose={closeDialog} />}
    </DeedModal>
  );
}

const KASSA_GROUPS = ['kassaRefuse', 'kassaDelete'] as const;
const GROUPS = ['irecaCancel', ...KASSA_GROUPS] as const;

function CancelForm({ draft, onClose }: { draft: CancelDraft; onClose: () => void }) {
  const t = useText().commands;
  const d = useWords(deedsWords);
  const { patchDialog, start } = useCommandStore.getState();
  const { orders, changed, pending, gone, known, troubles } = useDraftOrders(draft);
  const plan = useMemo(() => cancelPlan(orders), [orders]);
  const [asked, setAsked] = useState(false);
  const reasons = useRef<HTMLFieldSetElement>(null);
  const sent = useMemo(() => GROUPS.flatMap((group) => plan[group]), [plan]);
  const fiscal = useFiscalConfirmation(sent);
  const reasonMissing = plan.irecaCancel.length > 0 && draft.reasonId === null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sent.length === 0 || !fiscal.clear) return;
    if (reasonMissing) {
      setAsked(true);
      reasons.current?.querySelector<HTMLElement>('input, button')?.focus();
      return;
    }
    // The dialog is closed in the same breath, so a second click finds nothing to send.
    if (useCommandStore.getState().dialog !== draft) return;
    onClose();
    start({
      action: {
        type: 'cancel',
        reasonId: plan.irecaCancel.length > 0 ? draft.reasonId : null,
        comment: draft.comment.trim() || null,
      },
      targets: sent.map((order) => runTarget(order)),
      heldBack: changed,
    });
  };

  return (
    <form className={frame.form} onSubmit={submit} noValidate>
      <DraftNotices changed={changed} gone={gone} troubles={troubles} />
      <p className={frame.overview} aria-live="polite">
        <Overview plan={plan} pending={pending.length} />
        {known && sent.length === 0 && <strong>{t.draft.nothing}</strong>}
      </p>
      <div
        className={frame.scroll}
        tabIndex={0}
        role="group"
        aria-label={t.cancel.title(draft.orders.length)}
      >
        {plan.irecaCancel.length > 0 && (
          <Group title={t.cancel.irecaCancel} hint={t.cancel.irecaCancelHint} orders={plan.irecaCancel}>
            <ReasonChoice
              ref={reasons}
              value={draft.reasonId}
              missing={asked && reasonMissing}
              onChange={(reasonId) => patchDialog({ reasonId })}
            />
          </Group>
        )}
        {KASSA_GROUPS.filter((group) => plan[group].length > 0).map((group, index) => (
          <Group key={group} title={t.cancel[group]} hint={t.cancel[`${group}Hint`]} orders={plan[group]}>
            {index === 0 && (
              <KassaComment
                value={draft.comment}
                focused={plan.irecaCancel.length === 0}
                onChange={(comment) => patchDialog({ comment })}
              />
            )}
          </Group>
        ))}
        <Impossible plan={plan} pending={pending} />
      </div>
      <FiscalCheck check={fiscal} deed="cancel" />
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t.close}
        </Button>
        <p className={dialog.summary}>
          {fiscal.needed && !fiscal.confirmed ? d.fiscal.needed : sent.length > 0 && t.cancel.final}
        </p>
        <Button
          className={`${dialog.submit} ${deeds.danger}`}
          type="submit"
          disabled={sent.length === 0 || !fiscal.clear}
        >
          {t.cancel.submit(sent.length)}
        </Button>
      </footer>
    </form>
  );
}

type KassaCommentProps = { value: string; focused: boolean; onChange: (comment: string) => void };

function KassaComment({ value, focused, onChange }: KassaCommentProps) {
  const t = useText().commands.cancel;
  return (
    <Textarea
      className={classes.comment}
      classNames={{ input: `${frame.input} ${classes.commentInput}` }}
      label={t.comment}
      description={t.commentHint}
      value={value}
      maxLength={1000}
      rows={2}
      data-autofocus={focused || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** «iRECA: отмена 5 · Касса: отказ 3 · Касса: удаление 2 · нельзя 1: уже выдан» */
function Overview({ plan, pending }: { plan: CancelPlan; pending: number }) {
  const t = useText().commands;
  const bars: Bar[] = plan.illegal.map(({ why }) => why);
  for (let left = pending; left > 0; left -= 1) bars.push('pending');
  const parts = [
    ...GROUPS.map(
      (group) => plan[group].length > 0 && t.cancel.groupCount(t.cancel[group], plan[group].length),
    ),
    bars.length > 0 && t.cannot(bars.length, barWords(bars, t.bar)),
  ];
  return <>{parts.filter(Boolean).join(t.dot)}</>;
}

type GroupProps = { title: string; hint: string; orders: DispatchOrder[]; children?: React.ReactNode };

function Group({ title, hint, orders, children }: GroupProps) {
  const t = useText().commands;
  return (
    <section className={frame.group}>
      <h3>
        {t.cancel.groupCount(title, orders.length)} <small>{hint}</small>
      </h3>
      {children}
      <LongList items={orders}>{(order) => <CancelLine key={order.key} order={order} />}</LongList>
    </section>
  );
}

/** Names the state: whoever cancels an order that a courier carries should see that he carries it. */
function CancelLine({ order }: { order: DispatchOrder }) {
  const words = useStateWords();
  return <OrderLine order={order} aside={words.whole(order.system, order.seen)} />;
}

function Impossible({ plan, pending }: { plan: CancelPlan; pending: DispatchOrder[] }) {
  const t = useText().commands;
  const rows: { order: DispatchOrder; why: Bar }[] = [
    ...plan.illegal,
    ...pending.map((order) => ({ order, why: 'pending' as const })),
  ];
  if (rows.length === 0) return null;
  return (
    <section className={frame.group} data-out>
      <h3>{t.cancel.groupCount(t.cancel.impossible, rows.length)}</h3>
      <LongList items={rows}>
        {({ order, why }) => <OrderLine key={order.key} order={order} tone="out" note={t.bar[why]} />}
      </LongList>
    </section>
  );
}
