/** The rows of a pasted table: counted, filtered, mended, numbered, and written. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { CellGrid } from '#src/components/exchange/CellGrid.tsx';
import { SaveButtons } from '#src/components/exchange/SaveButtons.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import { failedTable } from '#src/domain/orderImport.ts';
import type { PasteRow, PasteTarget } from '#src/domain/recordPaste.ts';
import { numberRows, withColumnBefore } from '#src/domain/recordPasteSend.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { recordPasteWords } from '#src/locales/recordPasteWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from '../declare.ts';
import { columnWidth } from './columnWidth.ts';
import { PasteFoot } from './PasteFoot.tsx';
import type { RowGroup } from './rowGroups.ts';
import { groupOf, outcomeOf, ROW_GROUPS } from './rowGroups.ts';
import type { PasteSpeech } from './pasteWords.ts';
import { rowInfo, rowTrouble } from './pasteWords.ts';
import type { PasteRun } from './usePasteRun.ts';
import classes from './PasteDialog.module.css';

type PasteWorkProps = {
  list: DeclaredList;
  loaded: Loaded<string>;
  /** Null while lists are still coming. */
  target: PasteTarget | null;
  /** As many as the table has, once there is a target. */
  rows: readonly PasteRow[];
  run: PasteRun;
  onStart: (rows: readonly PasteRow[]) => Promise<void>;
  onStop: () => void;
  /** `id`: of the record that the row was. */
  onCell: (row: number, column: number, text: string, id: string) => void;
  onTable: (change: (held: Loaded<string>) => Loaded<string>) => void;
  /** Back to the list; `nothingLeft`: no row is left to be written or mended. */
  onEnd: (nothingLeft: boolean) => void;
};

export function PasteWork(props: PasteWorkProps) {
  const { list, loaded, target, rows, run, onStart, onStop, onCell, onTable, onEnd } = props;
  const t = useWords(recordPasteWords);
  const exchange = useWords(exchangeWords).import;
  const { errors } = useText();
  const words = useWords(recordsWords).lists[list.slug];
  const labels: Readonly<Record<string, string>> = words.fields;
  const { table, columns } = loaded;
  const { idKey } = list.source;
  const [update, setUpdate] = useState(false);
  const [chosen, setChosen] = useState<RowGroup | 'all'>('all');

  const outcomes = run.outcomes;
  const groups = useMemo(() => {
    const found = new Map<RowGroup, number[]>(ROW_GROUPS.map((group) => [group, []]));
    rows.forEach((row, index) => found.get(groupOf(row, outcomeOf(row, outcomes)))?.push(index));
    return found;
  }, [rows, outcomes]);
  const shown = useMemo(
    () => (chosen === 'all' ? rows.map((_, index) => index) : (groups.get(chosen) ?? [])),
    [chosen, rows, groups],
  );
  const widths = useMemo(
    () => columns.map((key) => columnWidth(list.fields.find((field) => field.key === key))),
    [columns, list],
  );
  const speech: PasteSpeech = { t, errors, labels, columns, idKey, update };
  // Made of the same table in the same moment: each row of it has one.
  const rowAt = (index: number) => rows[index] as PasteRow;
  const numberless = rows.filter(({ id }) => id === '').length;
  const numberThem = () =>
    onTable((held) => {
      const at = held.columns.indexOf(idKey);
      const wide =
        at < 0
          ? {
              ...held,
              table: withColumnBefore(
                held.table,
                held.table.heads.some(Boolean) ? (labels[idKey] ?? '') : '',
              ),
              columns: [idKey, ...held.columns],
            }
          : held;
      return { ...wide, table: numberRows(wide.table, Math.max(0, at), target?.known.keys() ?? []) };
    });
  const wrongTable = () => {
    const why = new Map(
      (groups.get('wrong') ?? []).map((index) => [index, rowTrouble(rowAt(index), undefined, speech)]),
    );
    const [heads = [], ...bad] = failedTable(table, why, exchange.create.errorHead);
    return { heads, rows: bad };
  };
  const filters = ROW_GROUPS.filter((group) => (groups.get(group)?.length ?? 0) > 0 || group === chosen);
  return (
    <>
      <div className={classes.bar}>
        {target ? (
          <SegmentedControl
            size="xs"
            className={classes.filter}
            aria-label={t.filter.label}
            value={chosen}
            onChange={(value) => setChosen(value as RowGroup | 'all')}
            data={[
              { value: 'all', label: `${t.filter.all} ${rows.length}` },
              ...filters.map((group) => ({
                value: group,
                label: `${t.filter[group]} ${groups.get(group)?.length ?? 0}`,
              })),
            ]}
          />
        ) : (
          <span role="status">{t.lists}</span>
        )}
        {numberless > 0 && !run.running && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHash size={14} stroke={1.8} aria-hidden />}
            onClick={numberThem}
          >
            {t.numberRows(numberless)}
          </Button>
        )}
        {(groups.get('wrong')?.length ?? 0) > 0 && (
          <SaveButtons label={t.download} named={[t.file.failed, words.title]} table={wrongTable} />
        )}
      </div>
      {target && shown.length === 0 && <p className={classes.note}>{t.nothing}</p>}
      {target && shown.length > 0 && (
        <CellGrid
          table={table}
          labels={columns.map((key) => key && (labels[key] ?? key))}
          widths={widths}
          shown={shown}
          infoOf={(index) => rowInfo(rowAt(index), outcomeOf(rowAt(index), outcomes), speech)}
          troubleOf={(index) => rowTrouble(rowAt(index), outcomeOf(rowAt(index), outcomes), speech)}
          onChange={run.running ? null : (row, column, text) => onCell(row, column, text, rowAt(row).id)}
        />
      )}
      {target && (
        <PasteFoot
          table={table}
          rows={rows}
          run={run}
          update={update}
          onUpdate={setUpdate}
          speech={speech}
          file={words.title}
          onStart={onStart}
          onStop={onStop}
          onEnd={onEnd}
        />
      )}
    </>
  );
}
