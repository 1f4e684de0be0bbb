/** Errors of bank terminals by order and courier. */
import { useTerminalErrors } from '#src/api/journals.ts';
import { ErrorsJournal, errorsOf } from './ErrorsJournal.tsx';
import { useJournalView } from './useJournalView.ts';

export function TerminalJournalPage() {
  const { view, change } = useJournalView();
  const query = useTerminalErrors(errorsOf(view));
  return <ErrorsJournal device="terminal" view={view} change={change} query={query} />;
}
