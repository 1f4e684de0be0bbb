/** Puts what a pasted row comes to, what is wrong with it, and how it ended into words. */
import { IconEqual, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import type { CellRowInfo } from '#src/components/exchange/CellRow.tsx';
import type { RowSign } from '#src/components/exchange/rowSigns.ts';
import { rowSigns } from '#src/components/exchange/rowSigns.ts';
import { errorWords } from '#src/components/format/useErrorWords.ts';
import type { PasteError, PasteKind, PasteRow } from '#src/domain/recordPaste.ts';
import type { PasteColumns } from '#src/domain/recordPasteHeads.ts';
import type { recordPaste } from '#src/locales/ru/recordPaste.ts';
import type { Catalogue } from '#src/locales/ru.ts';
import type { PasteOutcome, PasteState } from './pasteRun.ts';

/** What all of these need to speak. */
export type PasteSpeech = {
  t: typeof recordPaste;
  errors: Catalogue['errors'];
  /** What a field is called, by its key. */
  labels: Readonly<Record<string, string>>;
  columns: PasteColumns;
  idKey: string;
  /** Known records are written over, not left alone. */
  update: boolean;
};

const SIGNS: Record<PasteState | PasteKind | 'left', RowSign> = {
  waiting: rowSigns.waiting,
  sending: rowSigns.sending,
  sent: rowSigns.sending,
  created: rowSigns.done,
  changed: { icon: IconPencil, tone: 'ok' },
  differs: rowSigns.unsure,
  absent: rowSigns.failed,
  refused: rowSigns.failed,
  unknown: rowSigns.unsure,
  appeared: rowSigns.known,
  vanished: { icon: IconX, tone: 'risk' },
  new: { icon: IconPlus, tone: 'ok' },
  left: rowSigns.known,
  same: { icon: IconEqual, tone: null },
  wrong: rowSigns.wrong,
};

export const isDone = (outcome: PasteOutcome | undefined): boolean =>
  outcome?.state === 'created' || outcome?.state === 'changed';
const UNDER_WAY = new Set<PasteState>(['waiting', 'sending', 'sent']);
const isUnderWay = (outcome: PasteOutcome | undefined): boolean =>
  outcome !== undefined && UNDER_WAY.has(outcome.state);
export const isFailed = (outcome: PasteOutcome | undefined): boolean =>
  outcome !== undefined && !isDone(outcome) && !isUnderWay(outcome);

const named = (keys: readonly string[], { labels }: PasteSpeech) =>
  keys.map((key) => labels[key] ?? key).join(', ');

export function problemWords({ problem, detail }: PasteError, { t }: PasteSpeech): string {
  return problem === 'repeated' ? t.repeated(detail ?? 0) : t.problem[problem];
}

/** «Цена: не похоже на сумму; ИНН (нет колонки): нужно заполнить», or why it was not written. '' = no trouble. */
export function rowTrouble(
  { errors }: PasteRow,
  outcome: PasteOutcome | undefined,
  speech: PasteSpeech,
): string {
  const { t, labels, columns } = speech;
  if (outcome && isFailed(outcome)) return outcomeReason(outcome, speech);
  return errors
    .map((error) => {
      const label = labels[error.key] ?? error.key;
      const name = columns.includes(error.key) ? label : t.noColumn(label);
      return t.errorAt(name, problemWords(error, speech));
    })
    .join('; ');
}

/** Why a row ended as it did: iRECA's own words first. '' when there is nothing to say. */
export function outcomeReason({ state, error, keys = [] }: PasteOutcome, speech: PasteSpeech): string {
  const { t, errors } = speech;
  const words = error === undefined ? null : errorWords(error, errors);
  const said = words ? (words.said ?? words.advice) : '';
  switch (state) {
    case 'differs':
      return t.reason.differs(named(keys, speech));
    case 'created':
    case 'changed':
      return keys.length > 0 ? t.reason.unseen(named(keys, speech)) : '';
    case 'absent':
      return said || t.reason.absent;
    case 'refused':
      return said;
    case 'unknown':
      return said ? `${t.reason.unknown}; ${said}` : t.reason.unknown;
    case 'appeared':
    case 'vanished':
      return t.reason[state];
    default:
      return '';
  }
}

/** By column: what is wrong there. */
function wrongCells({ errors }: PasteRow, speech: PasteSpeech): ReadonlyMap<number, string> {
  const pairs = errors.toReversed().map((error) => {
    return [speech.columns.indexOf(error.key), problemWords(error, speech)] as const;
  });
  return new Map(pairs);
}

function stateWords(row: PasteRow, { t, idKey, update }: PasteSpeech): string {
  const { kind, errors, changes } = row;
  if (kind === 'same') return row.isDeleted ? t.state.sameDeleted : t.state.same;
  if (kind === 'new') return t.state.new;
  if (kind === 'changed') return update ? t.state.changed(changes.length) : t.state.left;
  const [only] = errors;
  if (only && errors.length === 1) {
    if (only.problem === 'repeated') return t.state.repeated(only.detail ?? 0);
    if (only.problem === 'required' && only.key === idKey) return t.state.numberless;
  }
  return t.state.wrong(errors.length);
}

/** What the grid shows of a row. */
export function rowInfo(row: PasteRow, outcome: PasteOutcome | undefined, speech: PasteSpeech): CellRowInfo {
  const { t, columns, update } = speech;
  if (outcome) {
    const title = outcomeReason(outcome, speech);
    const words = t.outcome[outcome.state];
    return {
      state: outcome.state,
      ...SIGNS[outcome.state],
      words: title === '' ? words : `${words}: ${title}`,
      title,
      wrong: new Map(),
    };
  }
  const left = row.kind === 'changed' && !update;
  const changes = row.changes.length > 0 ? t.changes(named(row.changes, speech)) : '';
  const note = row.isDeleted && row.changes.length > 0 ? t.state.deleted : '';
  return {
    state: left ? 'left' : row.kind,
    ...SIGNS[left ? 'left' : row.kind],
    words: stateWords(row, speech),
    title:
      row.kind === 'wrong' ? rowTrouble(row, undefined, speech) : [changes, note].filter(Boolean).join('; '),
    wrong: wrongCells(row, speech),
    changed: new Set(row.changes.map((key) => columns.indexOf(key))),
  };
}
