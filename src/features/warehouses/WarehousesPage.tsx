/** «Склады»: the list beside their map; one of them, or its form, takes the place of the list. */
import { useHotkeys } from '@mantine/hooks';
import { IconTablePlus } from '@tabler/icons-react';
import type L from 'leaflet';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { bringIntoView } from '#src/components/map/mapMoves.ts';
import { WarehouseMap } from '#src/components/map/WarehouseMap.tsx';
import { WarehousePoint } from '#src/components/map/WarehousePoint.tsx';
import { warehousesList } from '#src/components/records/ownPageLists.ts';
import { RemoveDialog } from '#src/components/records/RemoveDialog.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { NO_LOAD } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import { useShownWarehouses } from './useShownWarehouses.ts';
import { placeOf, useWarehouseNote } from './useWarehouseNote.ts';
import { useWarehouseRows } from './useWarehouseRows.ts';
import { WarehouseCard } from './WarehouseCard.tsx';
import { WarehouseExport } from './WarehouseExport.tsx';
import { WarehouseForm } from './WarehouseForm.tsx';
import { WarehouseList } from './WarehouseList.tsx';
import { WarehouseListHead } from './WarehouseListHead.tsx';
import type { Placing } from './WarehousePlace.tsx';
import classes from './WarehousesPage.module.css';
import { useWarehousePane, useWarehousesView } from './warehousesView.ts';
import { NoForm, SaidNote, UnknownWarehouse } from './WarehouseStates.tsx';

const PasteDialog = lazyPart(() => import('#src/components/records/paste/PasteDialog.tsx'), 'PasteDialog');

const NO_ROWS: readonly WarehouseRow[] = [];
const NO_ORDERS: ReadonlyMap<string, DispatchOrder> = new Map();

export function WarehousesPage() {
  const t = useWords(warehousesWords);
  const { view, change } = useWarehousesView();
  const { pane, to, navigate } = useWarehousePane();
  const data = useWarehouseRows();
  const { list, rows, feed, loads, counted } = data;
  const mayKeep = useMay('admin');
  const [map, setMap] = useState<L.Map | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [removing, setRemoving] = useState<WarehouseRow | null>(null);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const id = pane.kind === 'record' || pane.kind === 'form' ? pane.id : null;
  const editing = pane.kind === 'form' || pane.kind === 'new';
  const { said, savedId, saySaved, sayRemoved, hush } = useWarehouseNote(placeOf(pane.kind, id));
  const { shown, squares, counts } = useShownWarehouses({
    rows,
    view,
    loads,
    openId: id,
    hiddenId: placing === null ? null : id,
    hovered,
  });
  const open = id === null ? undefined : rows?.find((row) => row.id === id);
  const covered = pane.kind !== 'list' && pane.kind !== 'paste';
  const side = useRef<HTMLElement>(null);
  useFocusBack(side, pane.kind === 'list' ? null : id);

  useHotkeys([['n', () => mayKeep && !covered && void navigate(to.create())]]);

  const orderPlaces = useCallback(
    () => [...(feed.data?.records.values() ?? [])].flatMap(({ point }) => point ?? []),
    [feed.data],
  );
  const choose = useCallback((which: string) => void navigate(to.record(which)), [navigate, to]);
  const close = () => void navigate(to.list());

  return (
    <div className={classes.page} data-editing={editing || undefined}>
      <aside ref={side} className={classes.side} aria-label={t.side}>
        <SaidNote words={said} onHide={hush} />
        <div className={classes.panes}>
          {/* Stays where it was under a card: its scroll is found again. */}
          <div className={classes.list} inert={covered} aria-hidden={covered || undefined}>
            <WarehouseListHead
              view={view}
              onChange={change}
              counts={counts}
              whole={list.data?.whole ?? false}
              reading={list.isFetching}
              readAt={list.dataUpdatedAt}
              onRefresh={() => void list.refetch()}
              create={mayKeep ? to.create() : null}
              tools={
                <>
                  <WarehouseExport shown={shown} loads={loads} />
                  {mayKeep && (
                    <Link
                      className={classes.tool}
                      to={to.paste()}
                      aria-label={t.list.paste}
                      title={t.list.paste}
                    >
                      <IconTablePlus size={16} stroke={1.7} aria-hidden />
                    </Link>
                  )}
                </>
              }
            />
            <div className={classes.scroll}>
              <WarehouseList
                data={data}
                shown={shown}
                hovered={hovered}
                markedId={pane.kind === 'list' ? savedId : null}
                onHover={setHovered}
                to={to.record}
                onRemove={mayKeep ? setRemoving : null}
                mayKeep={mayKeep}
              />
            </div>
          </div>
          {covered && (
            <div
              className={classes.pane}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented || editing) return;
                event.preventDefault();
                close();
              }}
            >
              {editing && !mayKeep && <NoForm back={to.list()} />}
              {editing && mayKeep && (
                <WarehouseForm
                  key={id ?? ''}
                  id={id}
                  rows={rows ?? NO_ROWS}
                  orders={feed.data?.records ?? NO_ORDERS}
                  map={map}
                  onPlacing={setPlacing}
                  back={id === null ? to.list() : to.record(id)}
                  onCancel={() => void navigate(id === null ? to.list() : to.record(id))}
                  onSaved={(saved) => {
                    saySaved(saved, t.form.saved);
                    leaveFreely(() => void navigate(to.record(saved), { replace: true }));
                  }}
                />
              )}
              {pane.kind === 'record' && open && (
                <WarehouseCard
                  key={open.id}
                  row={open}
                  load={loads.get(open.id) ?? NO_LOAD}
                  counted={counted}
                  back={to.list()}
                  edit={mayKeep ? to.form(open.id) : null}
                  onRemove={mayKeep ? () => setRemoving(open) : null}
                  onShow={() => map && open.point && bringIntoView(map, open.point)}
                />
              )}
              {pane.kind === 'record' && !open && (
                <UnknownWarehouse id={pane.id} reading={!list.data?.whole && !list.error} back={to.list()}>
                  {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} compact />}
                </UnknownWarehouse>
              )}
            </div>
          )}
        </div>
      </aside>
      <div className={classes.map}>
        <WarehouseMap
          squares={squares}
          ready={list.data?.whole === true && (counts?.placed !== 0 || counted)}
          otherwise={orderPlaces}
          chosen={id}
          hovered={hovered}
          saved={savedId}
          onHover={setHovered}
          onChoose={choose}
          onMap={setMap}
          caption={placing && <p className={classes.putting}>{t.map.putting}</p>}
        >
          {placing && (
            <WarehousePoint
              point={placing.point}
              title={placing.title}
              offers={placing.offers}
              onMove={placing.move}
            />
          )}
        </WarehouseMap>
      </div>
      {pane.kind === 'paste' && (
        <Suspense>
          <PasteDialog list={warehousesList} onClose={close} />
        </Suspense>
      )}
      {removing && (
        <RemoveDialog
          list={warehousesList}
          id={removing.id}
          name={removing.title}
          note={<RemovalNote open={openOrders(loads.get(removing.id) ?? NO_LOAD)} counted={counted} />}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            sayRemoved(t.card.removed(removing.title));
            setRemoving(null);
            if (id === removing.id) close();
          }}
        />
      )}
    </div>
  );
}

const openOrders = ({ waiting, taken }: { waiting: readonly unknown[]; taken: readonly unknown[] }) =>
  waiting.length + taken.length;

function RemovalNote({ open, counted }: { open: number; counted: boolean }) {
  const t = useWords(warehousesWords);
  if (!counted) return <p className={classes.note}>{t.orders.reading}</p>;
  if (open === 0) return null;
  return (
    <p className={classes.note} data-tone="risk">
      <strong>{t.remove.orders(open)}.</strong> {t.remove.ordersHint}
    </p>
  );
}

/** Back from a card, the keyboard goes on at the row that it was opened from. */
function useFocusBack(side: React.RefObject<HTMLElement | null>, openId: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const left = before.current;
    before.current = openId;
    if (openId !== null || left === null) return;
    const held = document.activeElement;
    if (held && held !== document.body && held.isConnected && !side.current?.contains(held)) return;
    side.current
      ?.querySelector<HTMLElement>(`[data-open="${CSS.escape(left)}"]`)
      ?.focus({ preventScroll: false });
  }, [side, openId]);
}
