/** Stands once in the Shell, below the session: the command dialogs, the outcome panel, and what drives the runs. */
import { lazy, Suspense, useEffect, useState } from 'react';
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
  const dialog = useCommandStore((state) => state.dialog);
  const hasRuns = useCommandStore((state) => state.runs.length > 0);
  useReturnReasons(useFetchedAhead(mayCommand));
  if (!mayCommand) return null;
  return (
    <Suspense>
      <AssignDialog draft={dialog?.kind === 'assign' ? dialog : null} />
      <CancelDialog draft={dialog?.kind === 'cancel' ? dialog : null} />
      {hasRuns && <OutcomePanel />}
    </Suspense>
  );
}
