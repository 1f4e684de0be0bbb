/** The form of a new iRECA order, empty or copied from another one. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { orderKey } from '#src/api/order.ts';
import { ORDERS_FEED, useOrdersFeed } from '#src/api/ordersFeed.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { useDraft } from '#src/components/form/useDraft.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { nextOrderId } from '#src/domain/orderForm.ts';
import { checkOrderForm, refusedField } from '#src/domain/orderFormCheck.ts';
import { toWrite } from '#src/domain/orderFormWrite.ts';
import { changedFields } from '#src/domain/orderMerge.ts';
import { orderAddress, paths } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Note } from './Note.tsx';
import { OrderForm } from './OrderForm.tsx';
import { SavedPanel } from './SavedPanel.tsx';
import { SystemSwitch } from './SystemSwitch.tsx';
import type { EditorDraft } from './editorDraft.ts';
import { isEditorDraft, newDraft } from './editorDraft.ts';
import { createOrder } from './saveOrder.ts';
import { useFormErrors } from './useFormErrors.ts';
import type { FieldRefusal } from './useFormErrors.ts';
import type { SavingState } from './useSaving.ts';
import { orderCalls, useSaving } from './useSaving.ts';

/** Which numbers are taken, and the next one that is free (null until all orders are known). */
function useNumbers() {
  const { data } = useOrdersFeed(useQueryClient());
  return useMemo(() => {
    const records = data?.records;
    const known = [...(records?.values() ?? [])].filter((order) => order.system === 'ireca');
    return {
      taken: (orderId: string) => records?.has(`ireca:${orderId}`) ?? false,
      free: data && data.loading === null ? nextOrderId(known.map((order) => order.id)) : null,
    };
  }, [data]);
}

type Props = {
  /** Of the draft. */
  name: string;
  initial: OrderFormValues;
  copiedFrom: string | null;
  onAnother: () => void;
};

export function NewOrderForm({ name, initial, copiedFrom, onAnother }: Props) {
  const t = useWords(editorWords);
  const { timeZone } = useAppConfig();
  const client = useQueryClient();
  const navigate = useNavigate();
  const numbers = useNumbers();
  const draft = useDraft<EditorDraft>(name, newDraft(initial), isEditorDraft);
  const { state, run, remember, lookNow } = useSaving();
  const [refusal, setRefusal] = useState<FieldRefusal | null>(null);

  const { values: typed, ownNumber, sentId } = draft.values;
  const values = useMemo(
    () => (ownNumber ? typed : { ...typed, orderId: numbers.free ?? '' }),
    [typed, ownNumber, numbers.free],
  );
  const wrong = useMemo(
    () => checkOrderForm(values, { timeZone, taken: (id) => id !== sentId && numbers.taken(id) }),
    [values, timeZone, sentId, numbers],
  );
  const { errors, scope } = useFormErrors(wrong, refusal);
  const dirty = ownNumber || changedFields(initial, values).length > 0;

  const change = (part: Partial<OrderFormValues>) => {
    if (refusal && Object.keys(part).includes(refusal.path.split('.', 1)[0] ?? '')) setRefusal(null);
    draft.setValues((held) => ({
      ...held,
      values: { ...held.values, ...part },
      ownNumber: held.ownNumber || part.orderId !== undefined,
    }));
  };

  const save = () => {
    const write = toWrite(values, timeZone);
    setRefusal(null);
    remember(values, []);
    // Kept before it is sent: after a reload in the middle, finding the order means that it was ours.
    draft.setValues((held) => ({ ...held, values, ownNumber: true, sentId: write.orderId }));
    const refuse = (path: FieldRefusal['path'] | null, message: string) => {
      draft.setValues((held) => ({ ...held, sentId: null }));
      if (path) setRefusal({ path, message });
    };
    void run(async (): Promise<SavingState> => {
      const outcome = await createOrder(orderCalls, write, sentId === write.orderId);
      switch (outcome.kind) {
        case 'saved':
          return { phase: 'saved', saved: outcome, asked: values, taken: [] };
        case 'taken':
          refuse('orderId', t.errors.taken);
          return { phase: 'stopped', note: { kind: 'taken', orderId: write.orderId } };
        case 'refused':
          refuse(refusedField(outcome.message), outcome.message);
          return { phase: 'stopped', note: outcome };
        case 'notSent':
          return { phase: 'stopped', note: outcome };
        default:
          return {
            phase: 'unconfirmed',
            sent: { write, before: null },
            looks: 0,
            looking: false,
            unreadable: false,
          };
      }
    });
  };

  const saved = state.phase === 'saved' ? state : null;
  const quiet = saved !== null && saved.saved.otherwise.length === 0;
  const { reset } = draft;
  useEffect(() => {
    if (!saved) return;
    const { orderId } = saved.saved.order;
    reset(newDraft(initial));
    void client.invalidateQueries({ queryKey: orderKey('ireca', orderId) });
    void client.refetchQueries({ queryKey: ORDERS_FEED, exact: true }, { cancelRefetch: false });
    if (quiet) leaveFreely(() => void navigate(orderAddress('ireca', orderId), { replace: true }));
  }, [saved, quiet, reset, initial, client, navigate]);

  if (saved) return quiet ? null : <SavedPanel state={saved} isNew onAnother={onAnother} />;
  return (
    <OrderForm
      title={copiedFrom === null ? t.newTitle : t.copyTitle(copiedFrom)}
      backTo={paths.orders}
      aside={<SystemSwitch />}
      notes={copiedFrom !== null && <Note tone="plain" title={t.copied(copiedFrom)} />}
      values={values}
      change={change}
      errors={errors}
      scope={scope}
      wrong={wrong}
      dirty={dirty}
      saving={state}
      onLook={lookNow}
      onSave={save}
      submitWords={t.create}
      draft={{ restoredAt: draft.restoredAt, onAgain: () => draft.reset(newDraft(initial)) }}
      freeNumber={numbers.free}
    />
  );
}
