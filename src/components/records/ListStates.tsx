/** What stands in place of a list's rows: rows to be, nothing at all, nothing found, a failure. */
import { Button } from '@mantine/core';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import classes from './ListStates.module.css';
import { Nothing } from './Nothing.tsx';

const ROWS = Array.from({ length: 14 }, (_, index) => index);
/** Widths of the bars, per cent of their column: uneven, as words are. */
const BARS = [70, 46, 62, 54, 40];

export function ListSkeleton() {
  const t = useWords(referencesWords).states;
  return (
    <div className={classes.skeleton} role="status" aria-label={t.loading}>
      {ROWS.map((row) => (
        <div key={row} className={classes.skeletonRow} aria-hidden>
          {BARS.map((width, column) => (
            <span key={column} style={{ width: `${width + ((row * 7 + column * 5) % 22)}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** All that iRECA sent was set aside: the notice above names it, and nobody may say that there is nothing. */
export function NothingReadable() {
  const t = useWords(referencesWords).setAside;
  return <Nothing title={t.all} lead={t.allLead} />;
}

type NothingFoundProps = {
  /** How many the search hides. */
  hidden: number;
  /** How many deleted ones it would find. */
  foundDeleted: number;
  onReset: () => void;
  onShowDeleted: () => void;
};

export function NothingFound({ hidden, foundDeleted, onReset, onShowDeleted }: NothingFoundProps) {
  const t = useWords(referencesWords);
  return (
    <Nothing title={t.states.nothing} lead={t.states.nothingLead(hidden)}>
      <Button variant="default" onClick={onReset}>
        {t.states.reset}
      </Button>
      {foundDeleted > 0 && (
        <Button variant="subtle" onClick={onShowDeleted}>
          {t.states.nothingDeleted(foundDeleted)}
        </Button>
      )}
    </Nothing>
  );
}

/** A thin line while something is read behind the rows. */
export const Progress = () => (
  <div className={classes.progress} aria-hidden>
    <span />
  </div>
);
