/** The foot: what will be created, how far it is, and what became of it. */
import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { SaveButtons } from '#src/components/exchange/SaveButtons.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import foot from '#src/components/exchange/TableFoot.module.css';
import type { ImportOrder } from '#src/domain/orderImport.ts';
import { failedTable } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { OutcomeState } from './importRun.ts';
import { failedRows, outcomeReason } from './importWords.ts';
import type { Checked } from './useCheck.ts';
import type { ImportRun } from './useImportRun.ts';
import { isDone } from './useImportRun.ts';
import classes from './ImportPage.module.css';

const ENDED = ['created', 'replaced', 'skipped', 'failed', 'unknown'] as const;

type CreateStepProps = {
  loaded: Loaded<ImportField>;
  checked: Checked;
  run: ImportRun;
  onStart: (orders: readonly ImportOrder[], replace: boolean) => Promise<void>;
  onStop: () => void;
};

export function CreateStep({ loaded, checked, run, onStart, onStop }: CreateStepProps) {
  const t = useWords(exchangeWords).import;
  const text = useText();
  const [replace, setReplace] = useState(false);
  const choice = useId();
  const { orders } = checked.check;
  const counts = useMemo(() => {
    const found: Record<OutcomeState, number> = {
      waiting: 0,
      sending: 0,
      created: 0,
      replaced: 0,
      skipped: 0,
      failed: 0,
      unknown: 0,
    };
    for (const { state } of run.outcomes.values()) found[state] += 1;
    return found;
  }, [run.outcomes]);
  const good = orders.filter((order) => order.write && !isDone(run.outcomes.get(order.orderId)));
  const existing = good.filter((order) => order.exists).length;
  const toSend = replace ? good : good.filter((order) => !order.exists);
  const failed = good.filter((order) => run.outcomes.get(order.orderId)?.state === 'failed');
  const fresh = toSend.filter((order) => run.outcomes.get(order.orderId)?.state !== 'failed');
  const bad = orders.length - orders.filter((order) => order.write).length;
  const underWay = counts.waiting + counts.sending;
  const settled = run.total - underWay;
  const failedFile = () => {
    const why = failedRows(orders, run.outcomes, (outcome) => outcomeReason(outcome, t, text));
    const [heads = [], ...rows] = failedTable(loaded.table, why, t.create.errorHead);
    return { heads, rows };
  };
  return (
    <footer className={foot.foot} data-testid="import-foot">
      <h3 className={classes.hidden}>{t.steps.create}</h3>
      {run.running ? (
        <>
          {/* Not where «Create» stood: the second click of a double one would stop what the first began. */}
          <Button variant="default" onClick={onStop} disabled={run.stopping}>
            {t.create.stop}
          </Button>
          <Progress
            className={foot.progress}
            value={run.total === 0 ? 100 : (settled / run.total) * 100}
            aria-label={t.steps.create}
          />
          <span role="status">
            {run.stopping ? t.create.stopping : t.create.progress(settled, run.total)}
          </span>
        </>
      ) : (
        <>
          {run.ended !== null && (
            <p className={foot.outcome} role="status">
              <strong>{t.create.title}:</strong>
              {ENDED.map((state) =>
                counts[state] > 0 ? (
                  <span key={state} data-tone={TONES[state]}>
                    {t.create.done[state](counts[state])}
                  </span>
                ) : null,
              )}
              {run.ended !== 'whole' && (
                <span>{run.ended === 'halted' ? t.create.halted : t.create.stopped}</span>
              )}
            </p>
          )}
          {counts.failed + counts.unknown > 0 && (
            <SaveButtons label={t.create.download} named={[t.file.failed]} table={failedFile} />
          )}
          {existing > 0 && (
            <div className={`${foot.choice} ${classes.choice}`}>
              <span id={choice}>{t.create.ifExists}</span>
              <SegmentedControl
                size="xs"
                aria-labelledby={choice}
                value={replace ? 'replace' : 'skip'}
                onChange={(value) => setReplace(value === 'replace')}
                data={[
                  { value: 'skip', label: t.create.skip },
                  { value: 'replace', label: t.create.replace },
                ]}
              />
              <small>{replace ? t.create.replaceHint : t.create.skipped(existing)}</small>
            </div>
          )}
          {bad > 0 && <small className={foot.left}>{t.create.bad(bad)}</small>}
          <div className={foot.deeds}>
            {failed.length > 0 && (
              <Button variant="default" onClick={() => void onStart(failed, replace)}>
                {t.create.again(failed.length)}
              </Button>
            )}
            {(fresh.length > 0 || failed.length === 0) && (
              <Button onClick={() => void onStart(fresh, replace)} disabled={fresh.length === 0}>
                {fresh.length === 0
                  ? t.create.nothing
                  : replace && existing > 0
                    ? t.create.buttonReplace(fresh.length)
                    : t.create.button(fresh.length)}
              </Button>
            )}
          </div>
        </>
      )}
    </footer>
  );
}

const TONES: Partial<Record<OutcomeState, string>> = {
  created: 'ok',
  replaced: 'ok',
  skipped: 'risk',
  failed: 'late',
  unknown: 'risk',
};
