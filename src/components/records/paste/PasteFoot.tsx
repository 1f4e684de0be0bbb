/** The foot: what will be written, how far it is, and what became of it. */
import { Button, Progress, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { SaveButtons } from '#src/components/exchange/SaveButtons.tsx';
import { errorWords } from '#src/components/format/useErrorWords.ts';
import foot from '#src/components/exchange/TableFoot.module.css';
import { failedTable } from '#src/domain/orderImport.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import type { PasteRow } from '#src/domain/recordPaste.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { PasteSpeech } from './pasteWords.ts';
import { isDone, isFailed, outcomeReason } from './pasteWords.ts';
import { outcomeOf } from './rowGroups.ts';
import type { PasteRun } from './usePasteRun.ts';
import classes from './PasteDialog.module.css';

type PasteFootProps = {
  table: ImportTable;
  rows: readonly PasteRow[];
  run: PasteRun;
  update: boolean;
  onUpdate: (update: boolean) => void;
  speech: PasteSpeech;
  /** Part of the name of the file of failed rows. */
  file: string;
  onStart: (rows: readonly PasteRow[]) => Promise<void>;
  onStop: () => void;
  /** Back to the list; `nothingLeft`: no row is left to be written or mended. */
  onEnd: (nothingLeft: boolean) => void;
};

export function PasteFoot(props: PasteFootProps) {
  const { table, rows, run, update, onUpdate, speech, file, onStart, onStop, onEnd } = props;
  const { t, errors } = speech;
  const exchange = useWords(exchangeWords).import.create;
  const { outcomes } = run;
  const left = rows.filter(({ kind, id }) => {
    return (kind === 'new' || kind === 'changed') && !isDone(outcomes.get(id));
  });
  const existing = left.filter(({ kind }) => kind === 'changed');
  const toSend = update ? left : left.filter(({ kind }) => kind === 'new');
  const failed = toSend.filter(({ id }) => isFailed(outcomes.get(id)));
  const fresh = toSend.filter(({ id }) => !isFailed(outcomes.get(id)));
  const bad = rows.filter(({ kind }) => kind === 'wrong').length;
  const created = fresh.filter(({ kind }) => kind === 'new').length;
  const changed = fresh.length - created;
  const failedFile = () => {
    const why = new Map<number, string>();
    rows.forEach((row, index) => {
      const outcome = outcomeOf(row, outcomes);
      if (outcome && isFailed(outcome))
        why.set(index, outcomeReason(outcome, speech) || t.outcome[outcome.state]);
    });
    const [heads = [], ...kept] = failedTable(table, why, exchange.errorHead);
    return { heads, rows: kept };
  };
  if (run.running) return <Running run={run} speech={speech} onStop={onStop} />;
  const halted = run.end?.error === undefined ? null : errorWords(run.end.error, errors);
  return (
    <footer className={`${foot.foot} ${classes.foot}`} data-testid="paste-foot">
      {run.end && (
        <p className={foot.outcome} role="status">
          <strong>{t.ended[run.end.ended]}:</strong>
          <Counts run={run} speech={speech} />
          {halted && <span data-tone="late">{halted.said ?? halted.advice}</span>}
        </p>
      )}
      {[...outcomes.values()].some(isFailed) && (
        <SaveButtons label={exchange.download} named={[t.file.failed, file]} table={failedFile} />
      )}
      {existing.length > 0 && (
        <div className={foot.choice}>
          <Switch
            size="xs"
            label={t.update(existing.length)}
            checked={update}
            onChange={(event) => onUpdate(event.currentTarget.checked)}
          />
          <small>{update ? t.updateHint : t.leftHint(existing.length)}</small>
        </div>
      )}
      {bad > 0 && <small className={foot.left}>{t.bad(bad)}</small>}
      <div className={foot.deeds}>
        {failed.length > 0 && (
          <Button variant="default" onClick={() => void onStart(failed)}>
            {t.deed.again(failed.length)}
          </Button>
        )}
        {run.end && fresh.length + failed.length === 0 && (
          <Button onClick={() => onEnd(left.length + bad === 0)}>{t.deed.end}</Button>
        )}
        {(fresh.length > 0 || (failed.length === 0 && !run.end)) && (
          <Button onClick={() => void onStart(fresh)} disabled={fresh.length === 0}>
            {fresh.length === 0
              ? t.deed.nothing
              : changed === 0
                ? t.deed.create(created)
                : created === 0
                  ? t.deed.update(changed)
                  : t.deed.both(created, changed)}
          </Button>
        )}
      </div>
    </footer>
  );
}

function Running({ run, speech: { t }, onStop }: { run: PasteRun; speech: PasteSpeech; onStop: () => void }) {
  const counts = useMemo(() => {
    const states = [...run.outcomes.values()].map(({ state }) => state);
    return {
      waiting: states.filter((state) => state === 'waiting').length,
      sending: states.filter((state) => state === 'sending').length,
    };
  }, [run.outcomes]);
  const settled = run.total - counts.waiting - counts.sending;
  const words = run.stopping
    ? t.deed.stopping
    : settled === run.total
      ? t.checking
      : settled + counts.sending === 0
        ? t.reading
        : t.progress(settled, run.total);
  return (
    <footer className={`${foot.foot} ${classes.foot}`} data-testid="paste-foot">
      {/* Not where «Create» stood: the second click of a double one would stop what the first began. */}
      <Button variant="default" onClick={onStop} disabled={run.stopping || settled === run.total}>
        {t.deed.stop}
      </Button>
      <Progress
        className={foot.progress}
        value={run.total === 0 ? 100 : (settled / run.total) * 100}
        aria-label={words}
      />
      <span role="status">{words}</span>
    </footer>
  );
}

function Counts({ run, speech: { t } }: { run: PasteRun; speech: PasteSpeech }) {
  const counts = { created: 0, changed: 0, failed: 0, unknown: 0 };
  for (const outcome of run.outcomes.values()) {
    const { state } = outcome;
    if (state === 'created' || state === 'changed' || state === 'unknown') counts[state] += 1;
    else if (isFailed(outcome)) counts.failed += 1;
  }
  const tones = { created: 'ok', changed: 'ok', failed: 'late', unknown: 'risk' } as const;
  return (['created', 'changed', 'failed', 'unknown'] as const).map((state) =>
    counts[state] > 0 ? (
      <span key={state} data-tone={tones[state]}>
        {t.done[state](counts[state])}
      </span>
    ) : null,
  );
}
