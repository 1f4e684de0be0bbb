/** Above the list of warehouses: search, what is shown, in which order, how old the reading is. */
import { CloseButton, Kbd, NativeSelect, TextInput } from '@mantine/core';
import { IconMapPinOff, IconPlus, IconRefresh, IconSearch, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { To } from 'react-router';
import { Link } from 'react-router';
import { useNow } from '#src/components/board/useNow.ts';
import { useSearchField } from '#src/components/form/useSearchField.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseListHead.module.css';
import type { WarehousesView } from './warehousesView.ts';
import { SORTS } from './warehousesView.ts';

type Props = {
  view: WarehousesView;
  onChange: (change: Partial<WarehousesView>) => void;
  /** How many there are; null while none has been read. */
  counts: { kept: number; pointless: number; deleted: number; hidden: number } | null;
  /** False while pages are still coming. */
  whole: boolean;
  reading: boolean;
  /** Epoch ms of the last reading. */
  readAt: number;
  onRefresh: () => void;
  /** Null: who looks may not make one. */
  create: To | null;
  /** Stands beside «Прочитать заново». */
  tools: ReactNode;
};

const AGE_PACE_MS = 10_000;

export function WarehouseListHead(props: Props) {
  const { view, onChange, counts, whole, reading, readAt, onRefresh, create, tools } = props;
  const t = useWords(warehousesWords).list;
  const { locale } = useText();
  const { ago } = useFormat();
  const now = useNow(AGE_PACE_MS);
  const number = (n: number) => n.toLocaleString(locale);
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <Search query={view.query} onChange={(query) => onChange({ query })} />
        {create && (
          <Link className={classes.create} to={create} aria-keyshortcuts="n">
            <IconPlus size={15} stroke={2} aria-hidden />
            {t.create}
          </Link>
        )}
      </div>
      <div className={classes.line}>
        <span className={classes.count} role="status">
          {counts === null
            ? t.reading
            : whole
              ? t.count(number(counts.kept))
              : t.loading(number(counts.kept))}
        </span>
        <button
          type="button"
          className={classes.refresh}
          aria-label={t.refresh}
          title={readAt > 0 ? `${t.refresh} · ${t.readAt(ago(Math.max(0, now - readAt)))}` : t.refresh}
          disabled={reading}
          onClick={onRefresh}
        >
          <IconRefresh size={15} stroke={1.8} aria-hidden />
        </button>
        {tools}
        <span className={classes.spring} />
        <NativeSelect
          className={classes.sort}
          classNames={{ input: classes.sortInput }}
          size="xs"
          aria-label={t.sort}
          value={view.sort}
          data={SORTS.map((sort) => ({ value: sort, label: t.by[sort] }))}
          onChange={(event) =>
            onChange({ sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? 'title' })
          }
        />
      </div>
      {counts !== null && (counts.pointless + counts.deleted > 0 || view.pointless || view.deleted) && (
        <div className={classes.line}>
          {counts !== null && (counts.pointless > 0 || view.pointless) && (
            <Chip
              pressed={view.pointless}
              title={t.pointlessHint}
              tone="risk"
              onClick={() => onChange({ pointless: !view.pointless })}
            >
              <IconMapPinOff size={13} stroke={1.8} aria-hidden />
              {t.pointless(counts.pointless)}
            </Chip>
          )}
          {counts !== null && (counts.deleted > 0 || view.deleted) && (
            <Chip
              pressed={view.deleted}
              title={t.deletedHint}
              onClick={() => onChange({ deleted: !view.deleted })}
            >
              <IconTrash size={13} stroke={1.8} aria-hidden />
              {t.deleted(counts.deleted)}
            </Chip>
          )}
        </div>
      )}
      {counts !== null && counts.hidden > 0 && (
        <p className={classes.hidden}>
          {t.hidden(counts.hidden)}
          <button type="button" onClick={() => onChange({ query: '', pointless: false })}>
            {t.showAll}
          </button>
        </p>
      )}
      <div className={classes.progress} data-on={reading || undefined} aria-hidden />
    </div>
  );
}

function Chip({
  pressed,
  tone,
  title,
  onClick,
  children,
}: {
  pressed: boolean;
  tone?: 'risk';
  title: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes.chip}
      data-tone={tone}
      aria-pressed={pressed}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function Search({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const t = useWords(warehousesWords).list;
  const { typed, write, field } = useSearchField(query, onChange, '[data-open][tabindex="0"]');
  return (
    <TextInput
      className={classes.search}
      size="xs"
      data-page-search
      aria-label={t.search}
      placeholder={t.placeholder}
      autoComplete="off"
      {...field}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd className={classes.key} size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="xs" aria-label={t.clear} onClick={() => write('')} />
        )
      }
    />
  );
}
