/** A warehouse being made or changed, beside the map on which its point is put. */
import type L from 'leaflet';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { To } from 'react-router';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import { warehousesList } from '#src/components/records/ownPageLists.ts';
import { RecordForm } from '#src/components/records/RecordForm.tsx';
import { useRecordEditor } from '#src/components/records/useRecordEditor.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseCard.module.css';
import { CardBar } from './WarehouseCard.tsx';
import type { Placing } from './WarehousePlace.tsx';
import { WarehousePlace } from './WarehousePlace.tsx';

type Props = {
  /** Null: a new one. */
  id: string | null;
  rows: readonly WarehouseRow[];
  orders: ReadonlyMap<string, DispatchOrder>;
  map: L.Map | null;
  onPlacing: (placing: Placing | null) => void;
  back: To;
  onCancel: () => void;
  onSaved: (id: string) => void;
};

/** One record after another needs the id as its `key`. */
export function WarehouseForm({ id, rows, orders, map, onPlacing, back, onCancel, onSaved }: Props) {
  const t = useWords(warehousesWords).form;
  const editor = useRecordEditor(warehousesList, id, { onSaved });
  const others = useMemo(() => rows.filter((row) => row.id !== id && !row.deleted), [rows, id]);
  const word = (key: string) => {
    const value = editor.values[key];
    return typeof value === 'string' ? value : '';
  };
  const held = rows.find((row) => row.id === id)?.title ?? id ?? '';
  const title = word('title').trim() === '' ? held : word('title').trim();

  // The keyboard begins at the first field; a finger would only be shown the keyboard of the phone.
  const form = useRef<HTMLDivElement>(null);
  const ready = editor.state === 'ready';
  useEffect(() => {
    if (!ready || window.matchMedia('(pointer: coarse)').matches) return;
    // A new one begins with its name: the number is proposed, perhaps a moment later.
    const first = id === null ? 'input:not(:disabled, [inputmode="numeric"])' : 'input:not(:disabled)';
    form.current?.querySelector<HTMLInputElement>(first)?.focus({ preventScroll: true });
  }, [ready, id]);

  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onCancel();
  };

  return (
    <section
      className={classes.card}
      aria-label={id === null ? t.regionNew : t.region(held)}
      data-warehouse-form={id ?? ''}
      onKeyDown={key}
    >
      <CardBar back={back} quiet>
        <h2 className={classes.formTitle}>{id === null ? t.regionNew : t.region(held)}</h2>
      </CardBar>
      <div ref={form} className={classes.form}>
        <RecordForm
          editor={editor}
          onCancel={onCancel}
          renderPoint={(slot) => (
            <WarehousePlace
              slot={slot}
              title={title}
              address={{ city: word('city'), street: word('street'), house: word('house') }}
              others={others}
              orders={orders}
              map={map}
              onPlacing={onPlacing}
            />
          )}
        />
      </div>
      <LeaveGuard dirty={editor.dirty} />
    </section>
  );
}
