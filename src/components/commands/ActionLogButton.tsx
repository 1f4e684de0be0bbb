/** Opens the journal of the last twenty deeds; says how many orders in it still want attention. */
import { Tooltip } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import classes from '#src/components/buttons/iconButton.module.css';
import { useText } from '#src/locales/language.tsx';
import { needsAttention } from './followUps.ts';
import { useCommandStore } from './commandStore.ts';

/** @param props.dark it stands on the dark bar. Renders nothing while there is nothing to show. */
export function ActionLogButton({ dark = false }: { dark?: boolean }) {
  const t = useText().commands.runs;
  const runs = useCommandStore((state) => state.runs);
  const openJournal = useCommandStore((state) => state.openJournal);
  if (runs.length === 0) return null;
  const unresolved = needsAttention(runs);
  const label = unresolved > 0 ? `${t.openJournal}, ${t.unresolved(unresolved)}` : t.openJournal;
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={classes.button}
        data-dark={dark || undefined}
        onClick={openJournal}
        aria-label={label}
      >
        <IconHistory size={17} stroke={1.7} aria-hidden />
        {unresolved > 0 && (
          <span className={classes.badge} data-late aria-hidden>
            {unresolved}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
