/** What a row comes to, with a sign that does not need its colour. */
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconCopy,
  IconCornerDownRight,
  IconHelp,
  IconLoader2,
  IconX,
} from '@tabler/icons-react';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { RowState } from './gridRows.ts';
import type { OutcomeState } from './importRun.ts';
import classes from './RowsGrid.module.css';

const ICONS: Record<OutcomeState | RowState['kind'], typeof IconCheck> = {
  outcome: IconCheck,
  waiting: IconClock,
  sending: IconLoader2,
  created: IconCheck,
  replaced: IconCheck,
  skipped: IconCopy,
  failed: IconX,
  unknown: IconHelp,
  wrong: IconAlertTriangle,
  sibling: IconAlertTriangle,
  exists: IconCopy,
  part: IconCornerDownRight,
  good: IconCheck,
};

/** `reason` is read out after the state; it stands in the cell's title for the eye. */
export function RowStateLabel({ state, reason }: { state: RowState; reason: string }) {
  const t = useWords(exchangeWords).import;
  const Icon = ICONS[state.kind === 'outcome' ? state.outcome.state : state.kind];
  const words = (): string => {
    switch (state.kind) {
      case 'outcome':
        return t.outcome[state.outcome.state];
      case 'wrong':
        return t.rows.errors(state.errors.length);
      case 'sibling':
        return t.rows.sibling(state.row);
      case 'part':
        return t.rows.partOf(state.row);
      default:
        return t.rows[state.kind];
    }
  };
  const shown = state.kind === 'outcome' && reason !== '' ? `${words()}: ${reason}` : words();
  return (
    <>
      <Icon size={14} stroke={1.9} aria-hidden />
      <span className={classes.text}>{shown}</span>
    </>
  );
}
