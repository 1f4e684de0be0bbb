/** Stands once in the Shell, below the session: the command dialogs, the outcome panel, and what drives the runs. */
import { useQueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Suspense, useEffect, useState } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useReturnReasons } from '#src/api/references.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import type { CommandDraft } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';
import { useRunDriver } from './useRunDriver.ts';

const loadAssign = () => import('./AssignDialog.tsx');
const loadCancel = () => import('./CancelDialog.tsx');
const loadPanel = () => import('./OutcomePanel.tsx');
const loadMore = () => import('./MoreDeeds.tsx');
const loadReschedule = () => import('./RescheduleDialog.tsx');
const loadReaddress = () => import('./ReaddressDialog.tsx');
const loadSetDelivery = () => import('./SetDeliveryDialog.tsx');
const loadDelete = () => import('./DeleteDialog.tsx');

const AssignDialog = lazyPart(loadAssign, 'AssignDialog');
const CancelDialog = lazyPart(loadCancel, 'CancelDialog');
const OutcomePanel = lazyPart(loadPanel, 'OutcomePanel');
const RescheduleDialog = lazyPart(loadReschedule, 'RescheduleDialog');
const ReaddressDialog = lazyPart(loadReaddress, 'ReaddressDialog');
const SetDeliveryDialog = lazyPart(loadSetDelivery, 'SetDeliveryDialog');
const DeleteDialog = lazyPart(loadDelete, 'DeleteDialog');

const EVERYDAY = [loadAssign, loadCancel, loadPanel];
const RARER = [loadMore, loadReschedule, loadReaddress, loadSetDelivery, loadDelete];

/**
 * The dialogs are no part of the first load, yet must open at once: they are fetched when the browser has nothing to do,
 * those of every day first.
 * @returns how many of the two parts are here.
 */
function useFetchedAhead(wanted: boolean): 0 | 1 | 2 {
  const [here, setHere] = useState<0 | 1 | 2>(0);
  useEffect(() => {
    if (!wanted) return;
    const fetchAll = async () => {
      try {
        await Promise.all(EVERYDAY.map((load) => load()));
        setHere(1);
        await Promise.all(RARER.map((load) => load()));
        setHere(2);
      } catch {
        // Each is fetched again when it is needed.
      }
    };
    if (!('requestIdleCallback' in globalThis)) return void fetchAll();
    const handle = requestIdleCallback(() => void fetchAll(), { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, [wanted]);
  return here;
}

type DraftOf<Kind extends CommandDraft['kind']> = Extract<CommandDraft, { kind: Kind }>;

export function CommandDesk() {
  const mayCommand = useRunDriver();
  const orders = useOrdersFeed(useQueryClient()).data;
  const dialog = useCommandStore((state) => state.dialog);
  const hasRuns = useCommandStore((state) => state.runs.length > 0);
  // Not before all orders are here: the first row is waited for, a dialog is not yet.
  const here = useFetchedAhead(mayCommand && orders !== undefined && orders.loading === null);
  useReturnReasons(here > 0);
  if (!mayCommand) return null;

  /** A dialog stands there closed, so that the focus finds its way back from it. */
  const show = <Kind extends CommandDraft['kind']>(
    kind: Kind,
    part: 1 | 2,
    Dialog: ComponentType<{ draft: DraftOf<Kind> | null }>,
  ) => {
    const draft = dialog?.kind === kind ? (dialog as DraftOf<Kind>) : null;
    return <Suspense key={kind}>{(here >= part || draft !== null) && <Dialog draft={draft} />}</Suspense>;
  };
  return (
    <>
      {show('assign', 1, AssignDialog)}
      {show('cancel', 1, CancelDialog)}
      {show('reschedule', 2, RescheduleDialog)}
      {show('readdress', 2, ReaddressDialog)}
      {show('setDelivery', 2, SetDeliveryDialog)}
      {show('delete', 2, DeleteDialog)}
      <Suspense>{hasRuns && <OutcomePanel />}</Suspense>
    </>
  );
}
