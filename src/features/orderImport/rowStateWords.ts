/** What a row comes to, in words, with a sign that does not need its colour. */
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
import type { CellRowInfo } from '#src/components/exchange/CellRow.tsx';
import type { exchange } from '#src/locales/ru/exchange.ts';
import type { RowState } from './gridRows.ts';
import type { OutcomeState } from './importRun.ts';

type Sign = { icon: CellRowInfo['icon']; tone: CellRowInfo['tone'] };

const SIGNS: Record<OutcomeState | Exclude<RowState['kind'], 'outcome'>, Sign> = {
  waiting: { icon: IconClock, tone: null },
  sending: { icon: IconLoader2, tone: null },
  created: { icon: IconCheck, tone: 'ok' },
  replaced: { icon: IconCheck, tone: 'ok' },
  skipped: { icon: IconCopy, tone: 'risk' },
  failed: { icon: IconX, tone: 'late' },
  unknown: { icon: IconHelp, tone: 'risk' },
  wrong: { icon: IconAlertTriangle, tone: 'late' },
  sibling: { icon: IconAlertTriangle, tone: 'late' },
  exists: { icon: IconCopy, tone: 'risk' },
  part: { icon: IconCornerDownRight, tone: null },
  good: { icon: IconCheck, tone: 'ok' },
};

const signOf = (state: RowState): Sign => SIGNS[state.kind === 'outcome' ? state.outcome.state : state.kind];

export const rowIcon = (state: RowState): Sign['icon'] => signOf(state).icon;
export const rowTone = (state: RowState): Sign['tone'] => signOf(state).tone;

export function rowWords(state: RowState, t: (typeof exchange)['import']): string {
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
}
