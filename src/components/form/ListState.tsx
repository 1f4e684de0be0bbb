/** What stands below a list of matches: how many more there are, that some are still coming, or that they cannot be read. */
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import classes from './ListState.module.css';

type ListStateProps = {
  /** Said one below another; what is not so is left out. */
  notes: readonly (string | false | null | undefined)[];
  error?: unknown;
  onRetry?: () => void;
};

export function ListState({ notes, error = null, onRetry }: ListStateProps) {
  return (
    <div className={classes.state} role="status">
      {notes.map((note) => note && <p key={note}>{note}</p>)}
      {error !== null && <ErrorNote error={error} onRetry={onRetry} compact />}
    </div>
  );
}
