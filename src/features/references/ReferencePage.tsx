/** One reference list: the page that all of them share. */
import { VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Navigate, Outlet, useLocation, useMatch, useNavigate, useParams } from 'react-router';
import type { ListSoFar } from '#src/api/resource.ts';
import { useMay } from '#src/api/session.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { DECLARED } from '#src/components/records/declared.ts';
import type { DeclaredList } from '#src/components/records/declare.ts';
import { DataTable } from '#src/components/records/DataTable.tsx';
import { ListBar } from '#src/components/records/ListBar.tsx';
import { isOwnSection, listAddress } from '#src/components/records/listGroups.ts';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import { ListSkeleton, NothingFound, Progress } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { recordName } from '#src/components/records/recordTitles.ts';
import { RemoveButton } from '#src/components/records/RemoveButton.tsx';
import { RemoveDialog } from '#src/components/records/RemoveDialog.tsx';
import { useRecordList } from '#src/components/records/useRecordList.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import { paths, recordAddress, referenceAddress, OVER_LIST } from '#src/lib/paths.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { ReferenceOutlet } from './referenceOutlet.ts';
import classes from './ReferencePage.module.css';

export function ReferencePage() {
  const { slug } = useParams();
  const t = useWords(referencesWords).states;
  const list = DECLARED.find((one) => one.slug === slug);
  if (!list) return <Nothing title={t.noSuchList} lead={t.noSuchListLead} />;
  if (isOwnSection(list.slug)) return <Navigate to={listAddress(list.slug)} replace />;
  return <Reference key={list.slug} list={list} />;
}

function Reference({ list }: { list: DeclaredList }) {
  const t = useWords(referencesWords);
  const { title } = useWords(recordsWords).lists[list.slug];
  const found = useRecordList(list);
  const { query, rows, address } = found;
  const admin = useMay('admin');
  const mayRemove = admin && list.can.remove === true;
  const { idOf } = list.source;
  const openId = useMatch(paths.referenceEdit)?.params.id ?? null;
  const [said, setSaid] = useState('');
  const form = useForms(list, openId, setSaid);
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null);

  const nameOf = useCallback(
    (record: AnyRecord) => recordName(list, record) || t.table.nameless(idOf(record)),
    [list, idOf, t],
  );
  const remove = (id: string) => {
    const record = query.data?.records.find((one) => idOf(one) === id);
    if (record && !found.muted(record)) setRemoving({ id, name: nameOf(record) });
  };
  const deeds = useCallback(
    (record: AnyRecord) =>
      record['isActive'] !== false && (
        <RemoveButton
          slug={list.slug}
          name={nameOf(record)}
          onClick={() => setRemoving({ id: idOf(record), name: nameOf(record) })}
        />
      ),
    [list, idOf, nameOf],
  );
  const shownIds = useMemo(() => rows.map(idOf), [rows, idOf]);
  const { close, saved, removed, open } = form;
  const outlet: ReferenceOutlet = { list, shownIds, close, saved, removed, open };

  return (
    <section className={classes.page} aria-label={title}>
      <ListBar list={list} found={found} admin={admin} create={form.create} paste={form.paste} />
      {query.isFetching && query.data && <Progress />}
      <ListNotices
        error={query.data ? query.error : null}
        setAside={query.data?.setAside ?? []}
        onRetry={() => void query.refetch()}
      />
      {query.isPending && <ListSkeleton />}
      {query.isLoadingError && (
        <div className={classes.failure}>
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.data && (
        <DataTable
          label={title}
          rows={rows}
          columns={found.columns}
          idOf={idOf}
          sort={found.sort}
          onSort={address.setSort}
          {...(list.can.edit && { onOpen: form.open, hrefOf: form.hrefOf })}
          {...(mayRemove && { onRemove: remove, deeds })}
          openId={openId}
          muted={found.muted}
          mutedWord={t.deleted.marks[list.slug]}
          markedId={form.markedId}
          view={found.view}
          settled={query.data.whole}
          empty={<Empty list={list} found={found} admin={admin} />}
        />
      )}
      {removing && (
        <RemoveDialog
          list={list}
          {...removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            setSaid(t.remove.done(removing.name));
          }}
        />
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Outlet context={outlet} />
    </section>
  );
}

/** How long the row that was just written stays lit. */
const MARKED_MS = 3000;

/** Ways to the forms that lie over the list; its search and order stay in the address. */
function useForms(list: DeclaredList, openId: string | null, say: (words: string) => void) {
  const client = useQueryClient();
  const t = useWords(recordFormWords);
  const { done } = useWords(referencesWords).remove;
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const [markedId, mark] = useState<string | null>(null);
  const over = (state as OrderLinkState)?.over === 'list';
  const here = referenceAddress(list.slug);
  const hrefOf = useCallback((id: string) => `${recordAddress(list.slug, id)}${search}`, [list, search]);
  // Said again, should the same be saved once more.
  useEffect(() => {
    if (pathname !== here) say('');
  }, [pathname, here, say]);
  useEffect(() => {
    const timer = markedId === null ? undefined : setTimeout(() => mark(null), MARKED_MS);
    return () => clearTimeout(timer);
  }, [markedId]);
  const close = () => void (over ? navigate(-1) : navigate(`${here}${search}`, { replace: true }));
  return {
    hrefOf,
    markedId,
    create: `${referenceAddress(list.slug, 'new')}${search}`,
    paste: `${referenceAddress(list.slug, 'paste')}${search}`,
    // From one record to the next the entry is replaced: Back leads to the list, not through all that was looked at.
    open: (id: string) =>
      void navigate(hrefOf(id), { state: openId === null ? OVER_LIST : state, replace: openId !== null }),
    close,
    saved: (id: string) => {
      const held = client.getQueryData<ListSoFar<AnyRecord>>(list.source.queryKey);
      const record = held?.records.find((one) => list.source.idOf(one) === id);
      const name = (record && recordName(list, record)) || t.number(id);
      mark(id);
      say(openId === null ? t.saved.created(name) : t.saved.edited(name));
      close();
    },
    removed: (name: string) => {
      say(done(name));
      close();
    },
  };
}

type EmptyProps = { list: DeclaredList; found: ReturnType<typeof useRecordList>; admin: boolean };

function Empty({ list, found, admin }: EmptyProps) {
  const t = useWords(referencesWords).states;
  const { address, q, query, total, foundDeleted } = found;
  // While pages come nobody knows yet that there is nothing.
  if (!query.data?.whole) return <ListSkeleton />;
  if (q !== '')
    return (
      <NothingFound
        hidden={total}
        foundDeleted={foundDeleted}
        onReset={() => address.change({ q: null })}
        onShowDeleted={() => address.change({ deleted: '1' })}
      />
    );
  return <Nothing title={t.none} lead={admin && list.can.create ? t.noneLead : t.noneRead} />;
}
