/** The list of warehouses beside the map; arrows walk it, Enter opens, Delete asks to delete. */
import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { To } from 'react-router';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import { NO_LOAD } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import type { WarehouseRows } from './useWarehouseRows.ts';
import classes from './WarehouseList.module.css';
import { WarehouseListRow } from './WarehouseListRow.tsx';

type Props = {
  data: WarehouseRows;
  shown: readonly WarehouseRow[];
  hovered: string | null;
  /** Was written just now. */
  markedId: string | null;
  onHover: (id: string | null) => void;
  to: (id: string, hash?: string) => To;
  /** Null: who looks may not delete. */
  onRemove: ((row: WarehouseRow) => void) | null;
  mayKeep: boolean;
};

export function WarehouseList(props: Props) {
  const { data, shown, hovered, markedId, onHover, to, onRemove, mayKeep } = props;
  const t = useWords(warehousesWords).list;
  const { list, rows, loads, counted } = data;
  const [active, setActive] = useState<string | null>(null);
  const reachable = shown.some(({ id }) => id === active) ? active : (shown[0]?.id ?? null);

  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const { target, currentTarget, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return;
    const at = shown.findIndex(({ id }) => id === target.closest('li')?.dataset.warehouse);
    if (at < 0) return;
    const row = shown[at];
    if (key === 'Delete' && row && !row.deleted && onRemove) {
      event.preventDefault();
      onRemove(row);
      return;
    }
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const next = key in steps ? shown[steps[key] ?? at] : undefined;
    if (!next) return;
    event.preventDefault();
    setActive(next.id);
    currentTarget.querySelector<HTMLElement>(`[data-open="${CSS.escape(next.id)}"]`)?.focus();
  };

  if (rows === undefined) {
    return list.error ? (
      <div className={classes.state}>
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      </div>
    ) : (
      <Skeleton />
    );
  }
  return (
    <>
      <ListNotices
        error={list.error}
        setAside={list.data?.setAside ?? []}
        onRetry={() => void list.refetch()}
      />
      {shown.length === 0 ? (
        rows.some(({ deleted }) => !deleted) ? (
          <Empty title={t.nothing}>{t.nothingHint}</Empty>
        ) : (
          list.data?.whole && <Empty title={t.empty}>{mayKeep ? t.emptyHint : t.emptyViewer}</Empty>
        )
      ) : (
        <ul
          className={classes.rows}
          aria-label={t.label}
          onKeyDown={walk}
          onFocus={(event) => setActive(event.target.closest('li')?.dataset.warehouse ?? null)}
        >
          {shown.map((row) => (
            <WarehouseListRow
              key={row.id}
              row={row}
              load={loads.get(row.id) ?? NO_LOAD}
              counted={counted}
              to={to}
              reachable={row.id === reachable}
              hovered={row.id === hovered}
              marked={row.id === markedId}
              onHover={onHover}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.empty} role="status">
      <strong>{title}</strong>
      <span>{children}</span>
    </div>
  );
}

function Skeleton() {
  const t = useWords(warehousesWords).list;
  return (
    <div className={classes.skeleton} role="status" aria-label={t.reading}>
      {[64, 48, 72, 56].map((width) => (
        <div key={width} aria-hidden>
          <span style={{ width: `${width}%` }} />
          <span style={{ width: `${width + 18}%` }} />
        </div>
      ))}
    </div>
  );
}
