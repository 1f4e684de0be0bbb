/** The columns of «Ошибки кассы». */
import { useMemo } from 'react';
import { SeenButton } from '#src/components/deviceErrors/SeenButton.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DataColumn } from '#src/components/records/DataTable.tsx';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierCell, DeviceCell, OrderCell, TextCell, TimeCell } from './ErrorCells.tsx';
import type { ErrorRow } from './errorRows.ts';
import { SORT_VALUE } from './errorRows.ts';

/**
 * The same array until words, the day or `onMark` change.
 * @param today of the configured zone, `YYYY-MM-DD`.
 */
export function useErrorColumns(today: string, onMark: (key: string) => void): DataColumn<ErrorRow>[] {
  const t = useWords(deviceErrorsWords).columns;
  const { money } = useFormat();
  return useMemo(
    () => [
      {
        id: 'at',
        label: t.at,
        width: 98,
        downFirst: true,
        sortBy: SORT_VALUE.at,
        cell: (row) => <TimeCell row={row} today={today} />,
      },
      {
        id: 'device',
        label: t.device,
        width: 176,
        sortBy: SORT_VALUE.device,
        cell: (row) => <DeviceCell row={row} />,
      },
      {
        id: 'error',
        label: t.error,
        width: 260,
        grow: true,
        sortBy: SORT_VALUE.error,
        cell: (row) => <TextCell row={row} />,
      },
      {
        id: 'amount',
        label: t.amount,
        width: 116,
        align: 'end',
        card: 'more',
        downFirst: true,
        sortBy: SORT_VALUE.amount,
        cell: ({ amount }) => (amount === null ? null : money(amount)),
      },
      {
        id: 'order',
        label: t.order,
        width: 118,
        sortBy: SORT_VALUE.order,
        cell: (row) => <OrderCell row={row} />,
      },
      {
        id: 'courier',
        label: t.courier,
        width: 190,
        sortBy: SORT_VALUE.courier,
        cell: (row) => <CourierCell row={row} />,
      },
      {
        id: 'seen',
        label: t.seen,
        width: 172,
        card: 'end',
        cell: (row) => <SeenButton error={row} seen={row.seen} tabIndex={-1} onMark={onMark} />,
      },
    ],
    [t, today, money, onMark],
  );
}
