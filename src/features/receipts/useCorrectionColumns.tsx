/** The columns of correction receipts. */
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFiscalTime } from '#src/components/fiscal/useFiscalTime.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DataColumn } from '#src/components/records/DataTable.tsx';
import { courierAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import type { CorrectionRow } from './correctionRows.ts';
import classes from './CorrectionsPage.module.css';

/** The same array until words change. */
export function useCorrectionColumns(): DataColumn<CorrectionRow>[] {
  const t = useWords(receiptsWords).corrections;
  const { money } = useFormat();
  const timeOf = useFiscalTime();
  return useMemo(
    () => [
      {
        id: 'at',
        label: t.columns.at,
        width: 206,
        card: 'more',
        cell: ({ commandExecutedAt }) => timeOf(commandExecutedAt) || t.noTime,
      },
      {
        id: 'courier',
        label: t.columns.courier,
        width: 200,
        grow: true,
        cell: ({ courierId, courier }) =>
          courierId === null ? (
            <span className={classes.quiet}>{t.noCourier}</span>
          ) : (
            <Link className={classes.link} to={courierAddress(courierId)} tabIndex={-1}>
              {courier}
            </Link>
          ),
      },
      {
        id: 'id',
        label: t.columns.id,
        width: 120,
        labelled: true,
        cell: ({ correctionReceiptId }) => correctionReceiptId,
      },
      {
        id: 'serialNumber',
        label: t.columns.serialNumber,
        width: 180,
        cell: ({ serialNumber }) => serialNumber,
      },
      {
        id: 'amount',
        label: t.columns.amount,
        width: 130,
        align: 'end',
        cell: ({ amount }) => (amount === null ? null : money(amount)),
      },
    ],
    [t, money, timeOf],
  );
}
