/** Stands once in the Shell, below the session: the command dialogs, the outcome panel, and what drives the runs. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useReturnReasons } from '#src/api/references.ts';
import { useCommandStore } from './commandStore.ts';
import { useRunDriver } from './useRunDriver.ts';

const loadAssign = () => import('./AssignDialog.tsx');
const loadCancel = () => import('./CancelDialog.tsx');
const loadPanel = () => import('./OutcomePanel.tsx');

const AssignDialog = lazy(() => loadAssign().then((module) => ({ default: module.AssignDialog })));
const CancelDialog = lazy(() => loadCancel().then((module) => ({ default: module.CancelDialog })));
const OutcomePanel = lazy(() => loadPanel().then((module) => ({ default: module.OutcomePanel })));

/**
 * The dialogs are no part of the first load, yet must open at once: they are fetched when the browser has nothing to do.
 * @returns true when they are here.
 */
function useFetchedAhead(wanted: boolean): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const fetchAll = () =>
      void Promise.all([loadAssign(), loadCancel(), loadPanel()]).then(
        () => setHere(true),
        // Each is fetched again when it is needed.
        () => undefined,
      );
    if (!('requestIdleCallback' in globalThis)) return fetchAll();
    const handle = requestIdleCallback(fetchAll, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, [wanted]);
  return here;
}

export function CommandDesk() {
  const mayCommand = useRunDriver();
  const orders = useOrdersFeed(useQueryClient()).data;
  const dialog = useCommandStore((state) => state.dialog);
  const hasRuns = useCommandStore((state) => state.runs.length > 0);
  // Not before all orders are here: the first row is waited for, a dialog is not yet.
  const here = useFetchedAhead(mayCommand && orders !== undefined && orders.loading === null);
  useReturnReasons(here);
  if (!mayCommand) return null;
  return (
    <Suspense>
      {(here || dialog?.kind === 'assign') && (
        <AssignDialog draft={dialog?.kind === 'assign' ? dialog : null} />
      )}
      {(here || dialog?.kind === 'cancel') && (
        <CancelDialog draft={dialog?.kind === 'cancel' ? dialog : null} />
      )}
      {hasRuns && <OutcomePanel />}
    </Suspense>
  );
}
