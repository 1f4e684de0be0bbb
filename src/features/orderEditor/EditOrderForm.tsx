/** The form of an iRECA order that exists: saved over the newest reading, with another's changes told apart. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { ReadOrder } from '#src/api/order.ts';
import { orderKey } from '#src/api/order.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { OrderMoved } from '#src/components/form/OrderMoved.tsx';
import { useDraft } from '#src/components/form/useDraft.ts';
import { useOrderMoved } from '#src/components/form/useOrderMoved.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import { editedOrderBody } from '#src/domain/orderFormBody.ts';
import { checkOrderForm, countErrors, refusedField } from '#src/domain/orderFormCheck.ts';
import { toWrite } from '#src/domain/orderFormWrite.ts';
import type { MergeField } from '#src/domain/orderMerge.ts';
import { changedFields, mergeOrder } from '#src/domain/orderMerge.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { MergeView } from './MergeView.tsx';
import { Note } from './Note.tsx';
import { OrderForm } from './OrderForm.tsx';
import { SavedPanel } from './SavedPanel.tsx';
import type { EditorDraft } from './editorDraft.ts';
import { editDraft, isEditorDraft } from './editorDraft.ts';
import { changeOrder } from './saveOrder.ts';
import { useFormErrors } from './useFormErrors.ts';
import type { FieldRefusal } from './useFormErrors.ts';
import type { SavingState } from './useSaving.ts';
import { orderCalls, useSaving } from './useSaving.ts';
import classes from './EditorFields.module.css';

type MergingState = Extract<SavingState, { phase: 'merging' }>;

const noClash = { taken: () => false };

export function EditOrderForm({ read }: { read: ReadOrder }) {
  const t = useWords(editorWords);
  const { moved: movedWords } = useWords(formWords);
  const { timeZone } = useAppConfig();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { orderId, codeAlias } = read.order;
  const draft = useDraft<EditorDraft>(
    `order.edit.${orderId}`,
    editDraft(fromOrder(read.order, timeZone), read),
    isEditorDraft,
  );
  const { state, run, remember, lookNow, dismiss } = useSaving();
  const [refusal, setRefusal] = useState<FieldRefusal | null>(null);

  const { values } = draft.values;
  const opened = draft.values.opened ?? read;
  const [latest, setLatest] = useState(read);
  const moved = useOrderMoved(opened.raw, latest.raw);
  const openedValues = useMemo(
    () => fromOrder(irecaOrderSchema.parse(opened.raw), timeZone),
    [opened.raw, timeZone],
  );
  const check = (some: OrderFormValues) => checkOrderForm(some, { timeZone, ...noClash });
  const wrong = useMemo(() => checkOrderForm(values, { timeZone, ...noClash }), [values, timeZone]);
  const { errors, scope } = useFormErrors(wrong, refusal);
  const dirty = changedFields(openedValues, values).length > 0;

  const change = (part: Partial<OrderFormValues>) => {
    if (refusal && Object.keys(part).includes(refusal.path.split('.', 1)[0] ?? '')) setRefusal(null);
    draft.setValues((held) => ({ ...held, values: { ...held.values, ...part } }));
  };
  /** The form goes on from a newer reading. */
  const rebase = (next: OrderFormValues, base: ReadOrder) => {
    setLatest(base);
    draft.setValues(editDraft(next, base));
  };

  const put = async (some: OrderFormValues, base: ReadOrder, taken: MergeField[]): Promise<SavingState> => {
    const write = toWrite(some, timeZone);
    remember(some, taken);
    const body = editedOrderBody(
      base.raw,
      write,
      some.goods.map(({ key }) => key),
    );
    const outcome = await changeOrder(orderCalls, write, body, base);
    switch (outcome.kind) {
      case 'saved':
        return { phase: 'saved', saved: outcome, asked: some, taken };
      case 'stale':
        return mergeWithNewest(some, base);
      case 'refused': {
        const path = refusedField(outcome.message);
        if (path) setRefusal({ path, message: outcome.message });
        return { phase: 'stopped', note: outcome };
      }
      case 'notSent':
        return { phase: 'stopped', note: outcome };
      default:
        return {
          phase: 'unconfirmed',
          sent: { write, before: base.order },
          looks: 0,
          looking: false,
          unreadable: false,
        };
    }
  };

  /** Somebody was quicker by a moment: nothing was written, the dispatcher looks first. */
  const mergeWithNewest = async (mine: OrderFormValues, base: ReadOrder): Promise<SavingState> => {
    const newest = await orderCalls.read(orderId);
    if (!newest) return { phase: 'stopped', note: { kind: 'gone' } };
    const theirs = fromOrder(newest.order, timeZone);
    const merge = mergeOrder(fromOrder(base.order, timeZone), mine, theirs);
    return { phase: 'merging', merge, theirs, read: newest };
  };

  /** What another one changed so far, before anything is saved. */
  const showTheirs = () =>
    void run(async (): Promise<SavingState> => {
      const newest = await orderCalls.read(orderId);
      if (!newest) return { phase: 'stopped', note: { kind: 'gone' } };
      const theirs = fromOrder(newest.order, timeZone);
      const merge = mergeOrder(openedValues, values, theirs);
      if (merge.conflicts.length + merge.taken.length > 0) {
        return { phase: 'merging', merge, theirs, read: newest, asked: true };
      }
      rebase(merge.values, newest);
      return { phase: 'idle' };
    });

  const save = () => {
    setRefusal(null);
    void run(async (): Promise<SavingState> => {
      if (!dirty) return { phase: 'stopped', note: { kind: 'unchanged' } };
      const newest = await orderCalls.read(orderId);
      if (!newest) return { phase: 'stopped', note: { kind: 'gone' } };
      if (newest.etag !== '' && newest.etag === opened.etag) return put(values, newest, []);
      const theirs = fromOrder(newest.order, timeZone);
      const merge = mergeOrder(openedValues, values, theirs);
      if (merge.conflicts.length > 0) return { phase: 'merging', merge, theirs, read: newest };
      rebase(merge.values, newest);
      if (countErrors(check(merge.values)) > 0) {
        errors.sayAll();
        return { phase: 'idle' };
      }
      return put(merge.values, newest, merge.taken);
    });
  };

  const settle = (next: OrderFormValues, { read: base, merge, asked }: MergingState) => {
    rebase(next, base);
    if (asked) dismiss();
    else if (countErrors(check(next)) > 0) {
      dismiss();
      errors.sayAll();
    } else void run(() => put(next, base, merge.taken));
  };

  const saved = state.phase === 'saved' ? state : null;
  const quiet = saved !== null && saved.saved.otherwise.length === 0 && saved.taken.length === 0;
  const { reset } = draft;
  useEffect(() => {
    if (!saved) return;
    reset(editDraft(saved.asked, read));
    void client.invalidateQueries({ queryKey: orderKey('ireca', orderId) });
    void client.refetchQueries({ queryKey: ORDERS_FEED, exact: true }, { cancelRefetch: false });
    if (quiet) leaveFreely(() => void navigate(orderAddress('ireca', orderId), { replace: true }));
  }, [saved, quiet, reset, read, orderId, client, navigate]);

  if (saved) return quiet ? null : <SavedPanel state={saved} isNew={false} />;
  if (state.phase === 'merging') {
    return (
      <MergeView
        state={state}
        opened={opened.raw}
        mine={values}
        onBack={dismiss}
        onSettled={(next) => settle(next, state)}
      />
    );
  }
  const resting = state.phase === 'idle' || state.phase === 'stopped';
  const finished = t.finished[openedValues.deliveryStatusId];
  return (
    <OrderForm
      title={t.editTitle(codeAlias || orderId)}
      backTo={orderAddress('ireca', orderId)}
      aside={
        <>
          <span className={classes.badge}>{t.system.ireca}</span>
          {/* What comes of a saving that is under way may be one's own. */}
          <OrderMoved moved={resting ? moved : null} deed={movedWords.show} onDeed={showTheirs} />
        </>
      }
      notes={finished && <Note tone="risk" title={finished} />}
      values={values}
      change={change}
      errors={errors}
      scope={scope}
      wrong={wrong}
      dirty={dirty}
      saving={state}
      onLook={lookNow}
      onSave={save}
      submitWords={t.save}
      draft={{
        restoredAt: draft.restoredAt,
        onAgain: () => draft.reset(editDraft(fromOrder(read.order, timeZone), read)),
      }}
      openedStatus={openedValues.deliveryStatusId}
    />
  );
}
