/** The columns of the table of couriers. */
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { DataColumn } from '#src/components/records/DataTable.tsx';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { AvatarCell, OpenCell, PhoneCell, SeenAndShift, ShiftCell, TroubleCell } from './CourierCells.tsx';
import type { CourierColumn, CourierRow, PositionsState } from './courierRows.ts';
import { SORT_VALUE } from './courierRows.ts';

type Column = DataColumn<CourierRow> & { id: CourierColumn | 'avatar' };

/** The same array until words or the state of positions change. */
export function useCourierColumns(positions: PositionsState): Column[] {
  const t = useWords(couriersWords).columns;
  const { kassa } = useAppConfig().systems;
  return useMemo(() => {
    const column = (
      id: CourierColumn,
      width: number,
      cell: Column['cell'],
      rest: Partial<Column> = {},
    ): Column => ({ id, label: t[id], width, cell, sortBy: SORT_VALUE[id], ...rest });
    const count = { align: 'end', downFirst: true, card: 'more', labelled: true } as const;
    return [
      {
        id: 'avatar',
        label: '',
        width: 44,
        card: 'lead',
        cell: (row) => <AvatarCell row={row} />,
      },
      column('title', 200, ({ title }) => title, { grow: true }),
      column('phone', 212, (row) => <PhoneCell row={row} kassa={kassa} />, { card: 'end' }),
      column('role', 120, ({ role }) => role, { card: 'off' }),
      column('since', 168, (row) => <ShiftCell row={row} />, { downFirst: true, card: 'off' }),
      column('open', 100, (row) => <OpenCell row={row} />, count),
      column(
        'late',
        118,
        (row) => (row.load?.late === 0 ? null : <TroubleCell row={row} kind="late" />),
        count,
      ),
      column(
        'atRisk',
        116,
        (row) => (row.load?.atRisk === 0 ? null : <TroubleCell row={row} kind="atRisk" />),
        {
          ...count,
          card: 'off',
        },
      ),
      column('seen', 150, (row) => <SeenAndShift row={row} positions={positions} />, { downFirst: true }),
    ];
  }, [t, kassa, positions]);
}
