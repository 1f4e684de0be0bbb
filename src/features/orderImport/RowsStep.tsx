/** The rows with what is wrong in them: counted, filtered, mended in place. */
import { Switch } from '@mantine/core';
import { useMemo } from 'react';
import { SaveButtons } from '#src/components/exchange/SaveButtons.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import foot from '#src/components/exchange/TableFoot.module.css';
import { failedTable } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { needsWork } from './gridRows.ts';
import type { Outcome } from './importRun.ts';
import { rowProblems } from './importWords.ts';
import { RowsGrid } from './RowsGrid.tsx';
import type { Checked } from './useCheck.ts';
import { isDone } from './useImportRun.ts';
import classes from './ImportPage.module.css';

type RowsStepProps = {
  loaded: Loaded<ImportField>;
  checked: Checked | null;
  /** Rows read so far; null = nothing is under way. */
  done: number | null;
  outcomes: ReadonlyMap<string, Outcome>;
  onlyErrors: boolean;
  onOnlyErrors: (only: boolean) => void;
  onChange: ((row: number, column: number, text: string) => void) | null;
};

export function RowsStep(props: RowsStepProps) {
  const { loaded, checked, done, outcomes, onlyErrors, onOnlyErrors, onChange } = props;
  const t = useWords(exchangeWords).import;
  const { locale } = useText();
  const all = loaded.table.rows.length;
  const counts = useMemo(() => {
    const orders = checked?.check.orders ?? [];
    // What this import has just made is in iRECA too: it is told of in the outcome.
    const left = orders.filter((order) => order.write && !isDone(outcomes.get(order.orderId)));
    return {
      good: left.filter((order) => !order.exists).length,
      existing: left.filter((order) => order.exists).length,
      bad: orders.filter((order) => !order.write).length,
    };
  }, [checked, outcomes]);
  const shown = useMemo(() => {
    const rows = loaded.table.rows.map((_, index) => index);
    return onlyErrors && checked ? rows.filter((row) => needsWork(checked, outcomes, row)) : rows;
  }, [loaded.table.rows, onlyErrors, checked, outcomes]);
  const wrongTable = () => {
    const why = new Map<number, string>();
    for (const [row, errors] of checked?.check.errors ?? []) {
      why.set(row, rowProblems(errors, loaded.columns, t, locale));
    }
    // The other rows of a wrong order go along, or it would lose goods on its way.
    for (const order of checked?.check.orders ?? []) {
      if (!order.write) for (const row of order.rows) if (!why.has(row)) why.set(row, '');
    }
    const [heads = [], ...rows] = failedTable(loaded.table, why, t.create.errorHead);
    return { heads, rows };
  };
  return (
    <div className={classes.rows}>
      <div className={classes.bar}>
        <h3>{t.steps.rows}</h3>
        <p className={foot.outcome} role="status">
          {checked ? (
            <>
              <span data-tone="ok">{t.rows.counts(counts.good)}</span>
              {counts.existing > 0 && <span data-tone="risk">{t.rows.countExisting(counts.existing)}</span>}
              <span data-tone={counts.bad > 0 ? 'late' : undefined}>{t.rows.countBad(counts.bad)}</span>
            </>
          ) : (
            <span>{done === null ? t.rows.waiting : t.rows.checking(done, all)}</span>
          )}
        </p>
        {checked && (
          <Switch
            size="xs"
            label={t.rows.onlyErrors}
            checked={onlyErrors}
            onChange={(event) => onOnlyErrors(event.currentTarget.checked)}
          />
        )}
        {checked && counts.bad > 0 && (
          <SaveButtons label={t.rows.download} named={[t.file.failed]} table={wrongTable} />
        )}
      </div>
      {checked && shown.length === 0 && <p className={classes.nothing}>{t.rows.nothingWrong}</p>}
      {checked && shown.length > 0 && (
        <RowsGrid
          checked={{ ...checked, table: loaded.table }}
          columns={loaded.columns}
          shown={shown}
          outcomes={outcomes}
          onChange={onChange}
        />
      )}
    </div>
  );
}
