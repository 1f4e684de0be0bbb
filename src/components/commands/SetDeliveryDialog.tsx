/** «Статус»: iRECA's delivery statuses, of which few are a dispatcher's to set; each of the others says whose it is. */
import { useId } from 'react';
import { useDeliveryStatuses } from '#src/api/references.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { setDeliveryPlan } from '#src/domain/movePlan.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { DeedForm } from './DeedForm.tsx';
import { DeedModal } from './DeedModal.tsx';
import { barWords } from './barWords.ts';
import type { SetDeliveryDraft } from './commandDraft.ts';
import { runTarget } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import classes from './DeedForm.module.css';
import choice from './StatusChoice.module.css';

const PREPARED = '6';
const CANCELLED = '11';
/** In the order of their way; shown even when iRECA's dictionary cannot be read. */
const KNOWN = [PREPARED, '7', '9', '10', CANCELLED];

/** @param props.draft null = closed. */
export function SetDeliveryDialog({ draft }: { draft: SetDeliveryDraft | null }) {
  const t = useWords(deedsWords).setDelivery;
  return (
    <DeedModal draft={draft} title={t.title}>
      {(open) => <SetDeliveryForm draft={open} />}
    </DeedModal>
  );
}

function SetDeliveryForm({ draft }: { draft: SetDeliveryDraft }) {
  const text = useText();
  const d = useWords(deedsWords);
  const t = d.setDelivery;
  const { patchDialog } = useCommandStore.getState();
  const found = useDraftOrders(draft);
  const titleOf = useStatusTitle();
  const { deliveryStatusId } = draft;
  const plan = setDeliveryPlan(found.orders, deliveryStatusId);
  return (
    <DeedForm
      draft={draft}
      found={found}
      will={t.will}
      group={t.group}
      legal={plan.legal.map((order) => ({ order }))}
      out={plan.illegal}
      words={{ ...text.commands.bar, same: d.same.status }}
      submit={t.submit(plan.legal.length, titleOf({ system: 'ireca', status: deliveryStatusId }))}
      hint={t.final}
      command={() => ({
        action: { type: 'setDelivery', deliveryStatusId },
        targets: plan.legal.map((order) => runTarget(order)),
      })}
    >
      {found.orders.length > 0 && (
        <div className={classes.fields}>
          <StatusChoice
            orders={found.orders}
            value={deliveryStatusId}
            onChange={(statusId) => patchDialog({ deliveryStatusId: statusId })}
          />
        </div>
      )}
    </DeedForm>
  );
}

type StatusChoiceProps = { orders: DispatchOrder[]; value: string; onChange: (statusId: string) => void };

function StatusChoice({ orders, value, onChange }: StatusChoiceProps) {
  const t = useWords(deedsWords).setDelivery;
  const id = useId();
  const titleOf = useStatusTitle();
  const hintOf = useHints(orders);
  const { data } = useDeliveryStatuses();
  const ids = [...new Set([...KNOWN, ...(data?.records.map(({ statusId }) => statusId) ?? [])])];
  return (
    <fieldset className={choice.choice}>
      <legend>{t.choice}</legend>
      {ids.map((statusId) => {
        const { possible, hint } = hintOf(statusId);
        return (
          <label key={statusId} className={choice.status}>
            <input
              type="radio"
              name={`${id}-status`}
              value={statusId}
              checked={value === statusId}
              disabled={!possible}
              data-autofocus={(possible && value === statusId) || undefined}
              onChange={() => onChange(statusId)}
            />
            <span>{titleOf({ system: 'ireca', status: statusId })}</span>
            <span className={choice.hint}>{hint}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Of each status: whether any of the orders can be put into it, and who else does that. */
function useHints(orders: DispatchOrder[]): (statusId: string) => { possible: boolean; hint: string } {
  const words = useText().commands.bar;
  const d = useWords(deedsWords);
  const t = d.setDelivery;
  return (statusId) => {
    const { legal, illegal } = setDeliveryPlan(orders, statusId);
    if (legal.length > 0) return { possible: true, hint: t.ofSelected(legal.length, orders.length) };
    if (statusId === CANCELLED) return { possible: false, hint: t.cancel };
    const bars = illegal.map(({ why }) => why);
    if (statusId !== PREPARED) return { possible: false, hint: t.courier };
    return { possible: false, hint: t.none(barWords(bars, { ...words, same: d.same.status })) };
  };
}
