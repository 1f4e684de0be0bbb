/** The page of correction receipts as it goes on paper: a plain table, black on white. */
import { useFiscalTime } from '#src/components/fiscal/useFiscalTime.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import type { CorrectionRow } from './correctionRows.ts';
import classes from './CorrectionsOnPaper.module.css';

const MINUTE = 60_000;

type CorrectionsOnPaperProps = {
  rows: readonly CorrectionRow[];
  /** The chosen one's name; '' = all couriers. */
  courier: string;
  /** How many were found, for how much, and which of them are here. */
  summary: string;
};

export function CorrectionsOnPaper({ rows, courier, summary }: CorrectionsOnPaperProps) {
  const t = useWords(receiptsWords).corrections;
  const timeOf = useFiscalTime();
  const { money, dateTime } = useFormat();
  const now = useNow(MINUTE);
  const { columns } = t;
  return (
    <div className={classes.paper} data-corrections-paper aria-hidden>
      <h2>{courier === '' ? t.title : `${t.title} · ${courier}`}</h2>
      <table>
        <thead>
          <tr>
            {[columns.at, columns.courier, columns.id, columns.serialNumber, columns.amount].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.correctionReceiptId}>
              <td>{timeOf(row.commandExecutedAt) || t.noTime}</td>
              <td>{row.courier || t.noCourier}</td>
              <td>{row.correctionReceiptId}</td>
              <td>{row.serialNumber}</td>
              <td>{row.amount === null ? '' : money(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{summary}</p>
      <p>{t.printed(dateTime(now))}</p>
    </div>
  );
}
