/** When a list was read, and «Обновить»; height of its rows. */
import { IconLayoutList, IconLayoutRows, IconRefresh } from '@tabler/icons-react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import { useTableLook } from './tableLook.ts';
import classes from './ListBar.module.css';

type ListAgeProps = {
  /** Epoch ms; 0 = never. */
  readAt: number;
  reading: boolean;
  onRefresh: () => void;
};

export function ListAge({ readAt, reading, onRefresh }: ListAgeProps) {
  const t = useWords(referencesWords).bar;
  const format = useFormat();
  const when = readAt === 0 ? '' : t.asOf(format.time(readAt));
  return (
    <button
      type="button"
      className={classes.age}
      aria-label={[t.refresh, when].filter(Boolean).join(', ')}
      title={when ? `${t.refresh}: ${when}` : t.refresh}
      aria-disabled={reading || undefined}
      onClick={() => !reading && onRefresh()}
    >
      <IconRefresh size={16} stroke={1.7} aria-hidden data-turning={reading || undefined} />
      <span>{reading ? t.reading : when}</span>
    </button>
  );
}

export function RowHeight() {
  const t = useWords(referencesWords).bar;
  const { dense, setDense } = useTableLook();
  const Icon = dense ? IconLayoutList : IconLayoutRows;
  return (
    <button
      type="button"
      className={`${classes.icon} ${classes.wideOnly}`}
      aria-pressed={dense}
      aria-label={t.dense}
      title={t.dense}
      onClick={() => setDense(!dense)}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
    </button>
  );
}
