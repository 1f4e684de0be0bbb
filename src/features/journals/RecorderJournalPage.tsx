/** Errors of fiscal recorders by order and courier. */
import { useRecorderErrors } from '#src/api/journals.ts';
import { ErrorsJournal, errorsOf } from './ErrorsJournal.tsx';
import { useJournalView } from './useJournalView.ts';

export function RecorderJournalPage() {
  const { view, change } = useJournalView();
  const query = useRecorderErrors(errorsOf(view));
  return <ErrorsJournal device="recorder" view={view} change={change} query={query} />;
}
