/** The rows of an import in the grid of cells: what each comes to, what is wrong where. */
import { useMemo } from 'react';
import { CellGrid } from '#src/components/exchange/CellGrid.tsx';
import type { CellRowInfo } from '#src/components/exchange/CellRow.tsx';
import type { ImportColumns } from '#src/domain/orderImport.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { columnWidths, rowState } from './gridRows.ts';
import type { Outcome } from './importRun.ts';
import { outcomeReason, problemWords, rowProblems } from './importWords.ts';
import { rowSign, rowWords } from './rowStateWords.ts';
import type { Checked } from './useCheck.ts';

type RowsGridProps = {
  checked: Checked;
  columns: ImportColumns;
  /** Indexes in `table.rows`. */
  shown: readonly number[];
  outcomes: ReadonlyMap<string, Outcome>;
  /** Null while orders are being sent. */
  onChange: ((row: number, column: number, text: string) => void) | null;
};

const NOTHING: ReadonlyMap<number, string> = new Map();

export function RowsGrid({ checked, columns, shown, outcomes, onChange }: RowsGridProps) {
  const t = useWords(exchangeWords).import;
  const text = useText();
  const widths = useMemo(() => columnWidths(columns), [columns]);
  const labels = columns.map((field) => field && t.fields[field]);
  const troubleOf = (row: number) => {
    const errors = checked.check.errors.get(row);
    return errors ? rowProblems(errors, columns, t, text.locale) : '';
  };
  const infoOf = (row: number): CellRowInfo => {
    const state = rowState(checked, outcomes, row);
    const title =
      state.kind === 'wrong'
        ? troubleOf(row)
        : state.kind === 'outcome'
          ? outcomeReason(state.outcome, t, text)
          : '';
    const words = rowWords(state, t);
    const wrong =
      state.kind === 'wrong'
        ? new Map(
            state.errors
              .toReversed()
              .map((error) => [columns.indexOf(error.field), problemWords(error, t, text.locale)]),
          )
        : NOTHING;
    return {
      state: state.kind === 'outcome' ? state.outcome.state : state.kind,
      ...rowSign(state),
      words: state.kind === 'outcome' && title !== '' ? `${words}: ${title}` : words,
      title,
      wrong,
    };
  };
  return (
    <CellGrid
      table={checked.table}
      labels={labels}
      widths={widths}
      shown={shown}
      infoOf={infoOf}
      troubleOf={troubleOf}
      onChange={onChange}
    />
  );
}
