/** The panel of outcomes at the bottom right: the newest deed on top, older ones folded, the journal on request. Not modal. */
import { Tooltip } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import button from '#src/components/buttons/iconButton.module.css';
import heard from '#src/components/format/unseen.module.css';
import { useText } from '#src/locales/language.tsx';
import { PanelHandle } from './PanelHandle.tsx';
import { RunCard } from './RunCard.tsx';
import type { CommandRun } from './commandRun.ts';
import { runRows, tally } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useFadeOut } from './useFadeOut.ts';
import { runSummary, runTitle } from './runWords.ts';
import classes from './OutcomePanel.module.css';

const ICON = `${button.button} ${classes.icon}`;

export function OutcomePanel() {
  const t = useText().commands.runs;
  const { runs, panelOpen, journal, panelHeight } = useCommandStore();
  const { closePanel, openJournal, openPanel } = useCommandStore.getState();
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const panel = useRef<HTMLElement>(null);
  const current = runs.filter((run) => !run.dismissed);
  const shown = journal ? runs : current;
  useFadeOut(current, panel, !journal);

  const running = runs.find((run) => run.state === 'running');
  if (!panelOpen || (shown.length === 0 && !journal)) {
    return running ? <RunningPill run={running} onOpen={openPanel} /> : null;
  }
  return (
    <section
      ref={panel}
      className={classes.panel}
      style={panelHeight === null ? undefined : { height: panelHeight }}
      aria-label={journal ? t.journal : t.label}
      data-testid="outcome-panel"
      onKeyDown={keepScrollKeys}
    >
      <PanelHandle />
      <header className={classes.head}>
        <h2>{journal ? t.journal : t.title}</h2>
        <Tooltip label={journal ? t.backToCurrent : t.openJournal}>
          <button
            type="button"
            className={ICON}
            data-small
            aria-pressed={journal}
            aria-label={t.openJournal}
            onClick={journal ? openPanel : openJournal}
          >
            <IconHistory size={17} stroke={1.7} aria-hidden />
          </button>
        </Tooltip>
        <button type="button" className={ICON} data-small aria-label={t.closePanel} onClick={closePanel}>
          <IconX size={17} stroke={1.7} aria-hidden />
        </button>
      </header>
      <div className={classes.runs} tabIndex={0} role="group" aria-label={t.label}>
        {shown.length === 0 && <p className={classes.empty}>{t.journalEmpty}</p>}
        {shown.map((run, index) => {
          const expanded = toggled.get(run.id) ?? index === 0;
          return (
            <RunCard
              key={run.id}
              run={run}
              expanded={expanded}
              onToggle={() => setToggled(new Map(toggled).set(run.id, !expanded))}
            />
          );
        })}
      </div>
      <Announcer run={runs[0]} />
    </section>
  );
}

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

/** Keys that scroll the panel are not for the table behind it. */
function keepScrollKeys(event: KeyboardEvent): void {
  if (SCROLL_KEYS.has(event.key)) event.stopPropagation();
}

/** Says to a screen reader how far it is, and how it ended. */
function Announcer({ run }: { run: CommandRun | undefined }) {
  const t = useText().commands;
  if (!run) return null;
  const counts = tally(runRows(run));
  const progress = t.runs.progress(counts.settled, counts.total);
  return (
    <p className={heard.unseen} role="status" aria-live="polite">
      {`${runTitle(run, t)}: ${progress}. ${runSummary(counts, t)}`}
    </p>
  );
}

/** A command under way is never out of sight, even when the panel is closed. */
function RunningPill({ run, onOpen }: { run: CommandRun; onOpen: () => void }) {
  const t = useText().commands;
  const counts = tally(runRows(run));
  return (
    <button type="button" className={classes.pill} onClick={onOpen}>
      {runTitle(run, t)} <b>{t.runs.progress(counts.settled, counts.total)}</b>
    </button>
  );
}
