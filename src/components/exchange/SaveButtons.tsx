/** Two small buttons that save a table as XLSX or CSV. The writers are fetched when one is pressed. */
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { TableFormat } from './saveTable.ts';
import classes from './SaveButtons.module.css';

const FORMATS = ['xlsx', 'csv'] as const;

type SaveButtonsProps = {
  label: string;
  /** Parts of the file's name. */
  named: readonly string[];
  /** Made when it is asked for. */
  table: () => ExportTable;
};

export function SaveButtons({ label, named, table }: SaveButtonsProps) {
  const t = useWords(exchangeWords);
  const { timeZone } = useAppConfig();
  const [failed, setFailed] = useState(false);
  const save = async (format: TableFormat) => {
    setFailed(false);
    try {
      const { saveTable } = await import('./saveTable.ts');
      await saveTable(table(), format, { named, sheet: t.export.sheet, timeZone });
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className={classes.buttons} role="group" aria-label={label}>
      <span>{label}</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          aria-label={`${label} ${t.menu[format]}`}
          onClick={() => void save(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {failed && <span role="alert">{t.menu.failed}</span>}
    </span>
  );
}
