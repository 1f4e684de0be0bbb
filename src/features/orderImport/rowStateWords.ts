/** What a row comes to, in words, with a sign that does not need its colour. */
import { IconCornerDownRight } from '@tabler/icons-react';
import type { RowSign } from '#src/components/exchange/rowSigns.ts';
import { rowSigns } from '#src/components/exchange/rowSigns.ts';
import type { exchange } from '#src/locales/ru/exchange.ts';
import type { RowState } from './gridRows.ts';
import type { OutcomeState } from './importRun.ts';

const SIGNS: Record<OutcomeState | Exclude<RowState['kind'], 'outcome'>, RowSign> = {
  waiting: rowSigns.waiting,
  sending: rowSigns.sending,
  created: rowSigns.done,
  replaced: rowSigns.done,
  skipped: rowSigns.known,
  failed: rowSigns.failed,
  unknown: rowSigns.unsure,
  wrong: rowSigns.wrong,
  sibling: rowSigns.wrong,
  exists: rowSigns.known,
  part: { icon: IconCornerDownRight, tone: null },
  good: rowSigns.done,
};

export const rowSign = (state: RowState): RowSign =>
  SIGNS[state.kind === 'outcome' ? state.outcome.state : state.kind];

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
