/** Where a table comes from: pasted, dropped or chosen. A pasted table goes on by itself. */
import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { MOST_ROWS } from '#src/domain/orderImportTable.ts';
import { isMissingPart } from '#src/lib/lazyPart.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import type { SourceProblem, SourceReading } from './readSource.ts';
import { MOST_MEGABYTES, readFile, readPasted } from './readSource.ts';
import classes from './TableSource.module.css';

type TableSourceProps = {
  /** What the rows of the table are. */
  hint: string;
  /** A table may be a single row, without heads. */
  oneRow?: boolean;
  /** The sample file: the heads of its columns, and its name. */
  sample: { heads: readonly string[]; file: string };
  /** `name`: the file's; '' = it was pasted. */
  onTable: (name: string, table: ImportTable) => void;
  /** Below: what the columns may be. */
  children?: ReactNode;
};

export function TableSource({ hint, oneRow = false, sample, onTable, children }: TableSourceProps) {
  const t = useWords(exchangeWords).import;
  const { locale } = useText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<SourceProblem | null>(null);
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const title = useId();

  const read = async (name: string, asked: Promise<SourceReading>) => {
    setProblem(null);
    setReading(true);
    const found = await asked.catch((error: unknown): SourceReading => {
      return { ok: false, problem: isMissingPart(error) ? 'updated' : 'unreadable' };
    });
    setReading(false);
    if (found.ok) onTable(name, found.table);
    else setProblem(found.problem);
  };
  const take = (file: File | undefined) => {
    if (file) void read(file.name, readFile(file, oneRow));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    // One word into a text that is being typed is no table.
    if (text.trim() !== '' || !/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    setText(pasted);
    void read('', readPasted(pasted, oneRow));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className={classes.step} role="group" aria-labelledby={title}>
      <h3 id={title} className={classes.hidden}>
        {t.steps.source}
      </h3>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
        <span>{t.source.drop}</span>
        <Button variant="default" size="xs" onClick={() => chooser.current?.click()} loading={reading}>
          {t.source.choose}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx"
          aria-label={t.source.choose}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <small>{t.source.limits(MOST_MEGABYTES, MOST_ROWS.toLocaleString(locale))}</small>
      </div>
      <form
        className={classes.paste}
        onSubmit={(event) => {
          event.preventDefault();
          void read('', readPasted(text, oneRow));
        }}
      >
        <Textarea
          label={t.source.paste}
          description={hint}
          value={text}
          rows={9}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={paste}
          classNames={{ input: classes.text }}
          spellCheck={false}
        />
        <Button type="submit" size="sm" disabled={text.trim() === ''} loading={reading}>
          {t.source.read}
        </Button>
      </form>
      {problem && (
        <p className={classes.problem} role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t.problems[problem]}
        </p>
      )}
      <SaveButtons
        label={t.source.template}
        named={[sample.file]}
        table={() => ({ heads: [...sample.heads], rows: [] })}
      />
      {children}
    </div>
  );
}
