/** Orders from a table: pasted, CSV or XLSX. Source, columns, rows and creating stand on one page. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay, useSession } from '#src/api/session.ts';
import button from '#src/components/buttons/iconButton.module.css';
import { TableSource } from '#src/components/exchange/TableSource.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import frame from '#src/components/format/ToolPage.module.css';
import { paths } from '#src/lib/paths.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CreateStep } from './CreateStep.tsx';
import { RowsStep } from './RowsStep.tsx';
import { TEMPLATE_FIELDS } from './template.ts';
import { useCheck } from './useCheck.ts';
import { useImport } from './useImport.ts';
import { useImportReferences } from './useImportReferences.ts';
import { useImportRun } from './useImportRun.ts';
import classes from './ImportPage.module.css';

export function ImportPage() {
  const t = useWords(exchangeWords).import;
  const mayImport = useMay('dispatcher');
  const login = useSession().data?.login ?? '';
  return (
    <section className={`${frame.page} ${classes.page}`} aria-labelledby="import-title">
      {mayImport ? <Import key={login} login={login} /> : <Head note={t.noRole} />}
    </section>
  );
}

function Head({ note, children }: { note?: string; children?: React.ReactNode }) {
  const t = useWords(exchangeWords).import;
  return (
    <header className={`${frame.head} ${classes.head}`}>
      <Link className={button.button} to={paths.orders} aria-label={t.back} title={t.back}>
        <IconArrowLeft size={18} stroke={1.7} aria-hidden />
      </Link>
      <h2 id="import-title" className={classes.title}>
        {t.title}
      </h2>
      {note && <span className={classes.note}>{note}</span>}
      {children}
    </header>
  );
}

function Import({ login }: { login: string }) {
  const t = useWords(exchangeWords).import;
  const { zoneName } = useFormat();
  const { loaded, restored, kept, open, close, changeCell, changeColumn } = useImport(login);
  const { references, error, retry } = useImportReferences();
  const { checked, done } = useCheck(loaded, references);
  const { run, start, stop, forget } = useImportRun();
  const [onlyErrors, setOnlyErrors] = useState(false);
  const another = () => {
    forget();
    setOnlyErrors(false);
    close();
  };
  return (
    <>
      <Head note={`${t.onlyIreca} ${zoneName()}.`}>
        {loaded && (
          <div className={classes.source}>
            <strong>{t.source.loaded(loaded.name || t.source.pasted, loaded.table.rows.length)}</strong>
            <Button variant="default" size="xs" onClick={another} disabled={run.running}>
              {t.source.another}
            </Button>
          </div>
        )}
      </Head>
      {!loaded && (
        <TableSource
          hint={t.source.pasteHint}
          sample={{ heads: TEMPLATE_FIELDS.map((field) => t.fields[field]), file: t.file.template }}
          onTable={open}
        />
      )}
      {loaded && (
        <div className={classes.work}>
          <p className={classes.kept}>
            {restored && `${t.source.restored} `}
            {kept === true && t.source.kept}
            {kept === false && t.source.notKept}
          </p>
          <ColumnsStep
            loaded={loaded}
            disabled={run.running}
            onChange={(column, field) => {
              forget();
              changeColumn(column, field);
            }}
          />
          {error !== null && <ErrorNote error={error} onRetry={retry} compact />}
          <RowsStep
            loaded={loaded}
            checked={checked}
            done={done}
            outcomes={run.outcomes}
            onlyErrors={onlyErrors}
            onOnlyErrors={setOnlyErrors}
            onChange={run.running ? null : changeCell}
          />
          {checked && (
            <CreateStep loaded={loaded} checked={checked} run={run} onStart={start} onStop={stop} />
          )}
        </div>
      )}
      <LeaveGuard
        dirty={run.running || (loaded !== null && kept === false && run.ended === null)}
        {...(run.running || kept !== false ? t.leave.running : t.leave.notKept)}
      />
    </>
  );
}
