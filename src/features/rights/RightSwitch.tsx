/** One right: what was read of it, and for who may a switch that writes it. */
import { IconAlertTriangle, IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Allowed } from '#src/api/rights.ts';
import { rightQuery } from '#src/api/rights.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import { RightTrouble } from './RightTrouble.tsx';
import { markKey, useRightMarks } from './rightMarks.ts';
import type { RightWrites } from './useRightWrites.ts';
import classes from './RightSwitch.module.css';

type Props = {
  roleId: string;
  actionId: string;
  role: string;
  action: string;
  row: number;
  column: number;
  /** The one cell that Tab reaches. */
  stop: boolean;
  /** False: it is only read. */
  may: boolean;
  writes: RightWrites;
};

const look = (data: Allowed | undefined) =>
  data === undefined ? 'loading' : data === null ? 'unknown' : data ? 'allowed' : 'forbidden';

export const RightSwitch = memo(function RightSwitch(props: Props) {
  const { roleId, actionId, role, action, row, column, stop, may, writes } = props;
  const t = useWords(rightsWords);
  const { data, isError, refetch } = useQuery(rightQuery({ roleId, actionId }));
  const mark = useRightMarks((state) => state.marks.get(markKey({ roleId, actionId })));
  const cell = t.cell(action, role);
  const titles = { action, role };
  const place = { 'data-row': row, 'data-column': column, tabIndex: stop ? 0 : -1 };
  const value = look(data);

  if (data === undefined && isError) {
    return (
      <button
        type="button"
        {...place}
        className={classes.failed}
        aria-label={t.retryCell(cell)}
        title={t.retryCell(cell)}
        onClick={() => void refetch()}
      >
        <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
        {t.value.failed}
      </button>
    );
  }
  if (!may || data === undefined) {
    const Icon =
      data === undefined
        ? null
        : { allowed: IconCheck, forbidden: IconMinus, unknown: IconQuestionMark, loading: null }[value];
    return (
      <span
        {...place}
        className={data === undefined ? classes.skeleton : classes.read}
        data-value={value}
        role="img"
        aria-label={t.cellValue(cell, t.value[value])}
        title={t.value[value]}
      >
        {Icon && <Icon size={16} stroke={2} aria-hidden />}
      </span>
    );
  }
  const pending = mark?.is === 'pending';
  return (
    <span className={classes.cell}>
      <button
        type="button"
        role="switch"
        {...place}
        className={classes.switch}
        data-value={value}
        data-pending={pending || undefined}
        aria-checked={data === true}
        aria-busy={pending}
        aria-disabled={pending}
        aria-label={data === null ? t.cellValue(cell, t.value.unknown) : cell}
        title={pending ? t.value.pending : t.value[value]}
        onClick={() => writes.change({ roleId, actionId, isAllowed: data !== true }, titles)}
      >
        <span className={classes.knob}>
          {value === 'allowed' ? (
            <IconCheck size={11} stroke={3} aria-hidden />
          ) : value === 'forbidden' ? (
            <IconX size={11} stroke={2.6} aria-hidden />
          ) : (
            <IconQuestionMark size={11} stroke={2.4} aria-hidden />
          )}
        </span>
      </button>
      {mark && mark.is !== 'pending' && (
        <RightTrouble cell={{ roleId, actionId }} titles={titles} mark={mark} writes={writes} />
      )}
    </span>
  );
});
