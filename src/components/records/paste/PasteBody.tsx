/** What stands in the dialog: the source, or the table that came from it. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { TableSource } from '#src/components/exchange/TableSource.tsx';
import type { Loaded } from '#src/components/exchange/keptTable.ts';
import { useTableWork } from '#src/components/exchange/useTableWork.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { withoutHeads } from '#src/domain/orderImportTable.ts';
import { columnsInOrder, matchRecordColumns, pasteFields } from '#src/domain/recordPasteHeads.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordPasteWords } from '#src/locales/recordPasteWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from '../declare.ts';
import { fieldNames } from './fieldNames.ts';
import { PasteColumnChoice } from './PasteColumnChoice.tsx';
import { PasteWork } from './PasteWork.tsx';
import { usePasteRows } from './usePasteRows.ts';
import { usePasteRun } from './usePasteRun.ts';
import { usePasteTarget } from './usePasteTarget.ts';
import classes from './PasteDialog.module.css';

function columnsOf(list: DeclaredList, table: ImportTable) {
  const fields = pasteFields(list.fields);
  const { idKey } = list.source;
  if (table.heads.every((head) => head === '')) return columnsInOrder(fields, idKey, table.heads.length);
  return matchRecordColumns(table.heads, fields, idKey, (key) => fieldNames(list.slug, key));
}

/** A number can be given on request. */
const isNeeded = ({ key, required, otherwise }: FieldSpec, idKey: string) =>
  required === true && !otherwise && key !== idKey;

type PasteBodyProps = { list: DeclaredList; login: string; onClose: () => void };

/** A table as it comes: a first row of which no word is known is a row like the others. */
function loadedOf(list: DeclaredList, name: string, table: ImportTable): Loaded<string> {
  const columns = columnsOf(list, table);
  if (columns.some((key) => key !== null)) return { name, table, columns };
  const bare = withoutHeads(table.heads, table.rows, table.firstRow);
  return { name, table: bare, columns: columnsOf(list, bare) };
}

export function PasteBody({ list, login, onClose }: PasteBodyProps) {
  const t = useWords(recordPasteWords);
  const exchange = useWords(exchangeWords).import;
  const words = useWords(recordsWords).lists[list.slug];
  const labels: Readonly<Record<string, string>> = words.fields;
  const fields = useMemo(() => pasteFields(list.fields), [list]);
  const place = {
    key: `pult.paste.${list.slug}.${login}`,
    fields: useMemo(() => new Set(fields.map(({ key }) => key)), [fields]),
  };
  const work = useTableWork<string>(place);
  const { loaded, restored, kept } = work;
  const { target, error, retry } = usePasteTarget(list);
  const rows = usePasteRows(loaded, target);
  const { run, start, stop, forget, forgetRow } = usePasteRun(list, { fields });
  const another = () => {
    forget();
    work.close();
  };
  if (!loaded) {
    return (
      <TableSource
        hint={t.hint}
        oneRow
        sample={{
          heads: fields.map(({ key }) => labels[key] ?? key),
          file: `${t.file.sample} ${words.title}`,
        }}
        onTable={(name, table) => work.open(loadedOf(list, name, table))}
      >
        <dl className={classes.known}>
          <dt>{t.known}</dt>
          {fields.map((field) => (
            <dd key={field.key} data-required={isNeeded(field, list.source.idKey) || undefined}>
              {labels[field.key] ?? field.key}
              {isNeeded(field, list.source.idKey) && <span> · {t.required}</span>}
            </dd>
          ))}
          {fields.some(({ kind }) => kind === 'reference' || kind === 'stock') && (
            <dd data-note>{t.references}</dd>
          )}
        </dl>
      </TableSource>
    );
  }
  return (
    <div className={classes.work}>
      <div className={classes.source}>
        <strong>
          {exchange.source.loaded(loaded.name || exchange.source.pasted, loaded.table.rows.length)}
        </strong>
        <Button variant="default" size="xs" onClick={another} disabled={run.running}>
          {exchange.source.another}
        </Button>
        <span>
          {restored && `${exchange.source.restored} `}
          {kept === true && exchange.source.kept}
          {kept === false && exchange.source.notKept}
        </span>
      </div>
      <PasteColumnChoice
        list={list}
        loaded={loaded}
        rows={rows}
        disabled={run.running}
        onColumn={(column, key) => {
          forget();
          work.changeColumn(column, key);
        }}
        onTable={(table) => {
          forget();
          work.changeTable((held) => ({ ...held, table, columns: columnsOf(list, table) }));
        }}
      />
      {error !== null && <ErrorNote error={error} onRetry={retry} compact />}
      <PasteWork
        list={list}
        loaded={loaded}
        target={target}
        rows={rows}
        run={run}
        onStart={start}
        onStop={stop}
        onCell={(row, column, text, id) => {
          forgetRow(id);
          work.changeCell(row, column, text);
        }}
        onTable={work.changeTable}
        onEnd={(nothingLeft) => {
          if (nothingLeft) work.close();
          onClose();
        }}
      />
      <LeaveGuard
        dirty={run.running || (kept === false && run.end === null)}
        {...(run.running || kept !== false ? t.leave.running : t.leave.notKept)}
      />
    </div>
  );
}
