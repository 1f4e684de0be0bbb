/** One deed in the panel: its title and progress, one row per order, and what can be done about those that did not end well. */
import { Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import button from '#src/components/buttons/iconButton.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { LongList } from './LongList.tsx';
import { OutcomeRow } from './OutcomeRow.tsx';
import { RunNotes } from './RunNotes.tsx';
import type { CommandRun, RowState, RunRow } from './commandRun.ts';
import { runRows, tally } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useRunActions } from './runActions.ts';
import { runSummary, runTitle } from './runWords.ts';
import classes from './RunCard.module.css';
import deeds from './deeds.module.css';

const FINE: ReadonlySet<RowState> = new Set(['done', 'confirmedLater']);

/** While orders settle their rows stay where they are; afterwards those that need a decision come first. */
function inReadingOrder(run: CommandRun, rows: RunRow[]): RunRow[] {
  if (run.state === 'running') return rows;
  return [...rows.filter((row) => !FINE.has(row.state)), ...rows.filter((row) => FINE.has(row.state))];
}

type RunCardProps = { run: CommandRun; expanded: boolean; onToggle: () => void };

export function RunCard({ run, expanded, onToggle }: RunCardProps) {
  const t = useText().commands;
  const format = useFormat();
  const id = useId();
  const dismiss = useCommandStore((state) => state.dismiss);
  const rows = runRows(run);
  const counts = tally(rows);
  const running = run.state === 'running';
  const allGood = counts.good === counts.total;
  const outcome = running
    ? [t.runs.progress(counts.settled, counts.total), counts.unsent > 0 && t.summary.unsent(counts.unsent)]
        .filter(Boolean)
        .join(t.dot)
    : allGood
      ? t.runs.allDone(counts.total)
      : runSummary(counts, t);
  return (
    <article
      className={classes.run}
      data-state={running ? 'running' : allGood ? 'good' : 'mixed'}
      aria-labelledby={id}
    >
      <header className={classes.head}>
        <button type="button" className={classes.toggle} onClick={onToggle} aria-expanded={expanded}>
          <IconChevronDown className={classes.chevron} size={16} stroke={1.8} aria-hidden />
          <span className={classes.title} id={id}>
            {runTitle(run, t)}
            {run.retryOf !== null && <small>{t.runs.retryOf}</small>}
          </span>
          <span className={classes.outcome}>{outcome}</span>
          <time className={classes.time}>{format.time(run.startedAt)}</time>
        </button>
        {!running && !run.dismissed && (
          <button
            type="button"
            className={`${button.button} ${classes.dismiss}`}
            data-small
            onClick={() => dismiss([run.id])}
            aria-label={`${t.runs.dismiss}: ${runTitle(run, t)}`}
          >
            <IconX size={15} stroke={1.8} aria-hidden />
          </button>
        )}
      </header>
      {running && (
        <div
          className={classes.progress}
          role="progressbar"
          aria-label={runTitle(run, t)}
          aria-valuemin={0}
          aria-valuemax={counts.total}
          aria-valuenow={counts.settled}
        >
          <span style={{ width: `${(counts.settled / counts.total) * 100}%` }} />
        </div>
      )}
      {expanded && (
        <>
          <RunNotes run={run} />
          <div className={classes.rows}>
            <LongList items={inReadingOrder(run, rows)}>
              {(row) => <OutcomeRow key={row.target.key} row={row} action={run.action} />}
            </LongList>
          </div>
          <RunFooter run={run} queued={counts.queued} />
        </>
      )}
    </article>
  );
}

function RunFooter({ run, queued }: { run: CommandRun; queued: number }) {
  const t = useText().commands.runs;
  const { undoWindow } = useWords(deedsWords).row;
  const stop = useCommandStore((state) => state.stop);
  const { retryable, retry, changed, lookAgain, undoable, undo } = useRunActions(run);
  const stoppable = run.state === 'running' && queued > 0;
  if (!stoppable && retryable + changed + undoable === 0) return null;
  return (
    <footer className={classes.actions}>
      {retryable > 0 && (
        <Button className={deeds.main} size="xs" onClick={retry}>
          {retryable > 1 ? t.retryFailedCount(retryable) : t.retryFailed}
        </Button>
      )}
      {changed > 0 && (
        <Button variant="default" size="xs" onClick={lookAgain}>
          {t.lookAgain(changed)}
        </Button>
      )}
      {stoppable && (
        <Tooltip label={t.stopHint}>
          <Button variant="default" size="xs" onClick={() => stop(run.id)}>
            {t.stop}
          </Button>
        </Tooltip>
      )}
      {undoable > 0 && (
        <Tooltip label={run.action.type === 'reschedule' ? undoWindow(undoable) : t.undoCount(undoable)}>
          <Button className={classes.undo} variant="default" size="xs" onClick={undo}>
            {t.undo}
          </Button>
        </Tooltip>
      )}
    </footer>
  );
}
