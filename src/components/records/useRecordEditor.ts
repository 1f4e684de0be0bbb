/** The editing of one record: read anew, typed and kept as a draft, checked, saved over what was read, read back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ListSoFar, OneRecord } from '#src/api/resource.ts';
import { useMay } from '#src/api/session.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { useDraft } from '#src/components/form/useDraft.ts';
import { useSteady } from '#src/components/form/useSteady.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import type { DraftValues, FieldValue } from '#src/domain/recordDraft.ts';
import { blankDraft, changedKeys, draftOf, mergeRecord, withoutSecrets } from '#src/domain/recordDraft.ts';
import { refusedKey, rowOf, settledValues } from '#src/domain/recordRow.ts';
import type { DeclaredList } from './declare.ts';
import type { KeptRecord } from './recordDraftKept.ts';
import type { RecordEditing } from './recordEditing.ts';
import { isKeptRecord, keptOf, openedFrom } from './recordDraftKept.ts';
import { isWhole, saveRecord } from './saveRecord.ts';
import type { Sending } from './saveRecord.ts';
import { useRecordCheck } from './useRecordCheck.ts';
import { useRecordSaving } from './useRecordSaving.ts';
import type { RecordSaving } from './useRecordSaving.ts';

type Options = {
  /** The record has been read back as it was sent; called within `leaveFreely`. */
  onSaved: (id: string) => void;
  /** What a new record begins with. */
  begin?: DraftValues;
};

/**
 * A form for one record after another needs the list and the id as its `key`: the draft is read once.
 * @param id null for a new record.
 */
export function useRecordEditor(list: DeclaredList, id: string | null, options: Options): RecordEditing {
  const { source, fields } = list;
  const { idKey } = source;
  const queries = useQueryClient();
  const isNew = id === null;
  const [blank] = useState((): KeptRecord => {
    const values = { ...blankDraft(fields), ...options.begin };
    return { values: withoutSecrets(fields, values), opened: null, ownId: false, sentId: null };
  });
  const readingKey = ['record', source.path, id];
  const reading = useQuery({
    queryKey: readingKey,
    enabled: !isNew,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ signal }) => source.readOne(id ?? '', signal),
  });
  const draft = useDraft<KeptRecord | null>(
    `record.${list.slug}.${id ?? 'new'}`,
    isNew ? blank : null,
    isKeptRecord(fields),
  );
  const kept = draft.values;
  const read = reading.data;
  const { reset } = draft;
  useEffect(() => {
    if (kept === null && read) reset(keptOf(openedFrom(fields, read)));
  }, [kept, read, reset, fields]);

  /** Passwords are held here only, for as long as the form is open. */
  const [secrets, setSecrets] = useState<DraftValues>({});
  const typed = useMemo(() => ({ ...(kept ?? blank).values, ...secrets }), [kept, blank, secrets]);
  const { saving, run, lookNow, dismiss } = useRecordSaving(source);
  const check = useRecordCheck(list, { id, typed, ownId: kept?.ownId ?? false, saving });
  const { values, errors } = check;

  const opened = kept?.opened ?? null;
  const dirty =
    changedKeys(
      fields.filter(({ key }) => !isNew || key !== idKey),
      opened?.values ?? blank.values,
      values,
    ).length > 0;

  const set = useSteady((key: string, value: FieldValue) => {
    if (saving.phase === 'refused' && saving.key === key) dismiss();
    if (fields.find((field) => field.key === key)?.secret) {
      setSecrets((held) => ({ ...held, [key]: value }));
      return;
    }
    draft.setValues((held) => {
      const before = held ?? blank;
      return { ...before, values: { ...before.values, [key]: value }, ownId: before.ownId || key === idKey };
    });
  });

  const put = async (
    some: DraftValues,
    base: Sending['base'],
    restore: boolean,
    again = true,
  ): Promise<RecordSaving> => {
    const settled = settledValues(fields, some);
    const row = { ...rowOf(fields, settled, base), ...(restore && { isActive: 1 }) };
    const sending: Sending = {
      fields,
      id: id ?? String(settled[idKey]),
      values: settled,
      row,
      base,
      restore,
    };
    const sentBefore = isNew && kept?.sentId === sending.id;
    if (isNew) draft.setValues((held) => ({ ...(held ?? blank), sentId: sending.id }));
    const outcome = await saveRecord(source, sending, sentBefore);
    switch (outcome.kind) {
      case 'saved':
        return { phase: 'saved', saved: outcome, sending };
      case 'refused': {
        const { message } = outcome;
        return { phase: 'refused', key: refusedKey(fields, message, check.labels), message };
      }
      case 'notSent':
        return { phase: 'notSent', error: outcome.error };
      case 'taken':
        return { phase: 'taken', id: sending.id };
      case 'gone':
        return { phase: 'gone' };
      case 'unconfirmed': {
        const { accepted } = outcome;
        return { phase: 'unconfirmed', sending, accepted, looks: 0, looking: false, unreadable: false };
      }
      case 'stale':
        return overNewest(some, sending, again);
    }
  };

  /** Somebody was quicker: nothing was written, the admin looks first – unless nothing that is shown was changed. */
  const overNewest = async (
    mine: DraftValues,
    { base, restore, id: which }: Sending,
    again: boolean,
  ): Promise<RecordSaving> => {
    const newest = await source.readOne(which);
    if (!newest) return { phase: 'gone' };
    const theirs = draftOf(fields, newest.record);
    const before = base?.values ?? blank.values;
    const merge = mergeRecord(fields, before, mine, theirs);
    if (again && merge.conflicts.length + merge.taken.length === 0) {
      return put(mine, openedFrom(fields, newest), restore, false);
    }
    return { phase: 'merging', merge, opened: before, theirs, read: newest };
  };

  const record = read?.record ?? null;
  const gone = !isNew && read === null;
  const state = gone ? 'gone' : kept !== null ? 'ready' : reading.error ? 'failed' : 'loading';

  const start = useSteady((restore: boolean) => {
    if (state !== 'ready' || saving.phase === 'saving' || saving.phase === 'unconfirmed') return;
    if (check.count > 0) check.ask();
    else if (!isNew && !dirty && !restore) void run(() => Promise.resolve({ phase: 'unchanged' }));
    else void run(() => put(values, opened, restore));
  });

  const saved = saving.phase === 'saved' ? saving : null;
  const { onSaved } = options;
  const take = useSteady((found: OneRecord<AnyRecord>, savedId: string, whole: boolean) => {
    queries.setQueryData<ListSoFar<AnyRecord>>(
      source.queryKey,
      (held) => held && withRecord(held, found.record, source.idOf),
    );
    void queries.invalidateQueries({ queryKey: source.queryKey, exact: true });
    if (!isNew) queries.setQueryData(readingKey, found);
    reset(isNew ? blank : keptOf(openedFrom(fields, found)));
    setSecrets({});
    if (!whole) return;
    leaveFreely(() => onSaved(savedId));
    dismiss();
  });
  useEffect(() => {
    if (saved) take(saved.saved.read, saved.sending.id, isWhole(saved.saved));
  }, [saved, take]);

  return {
    list,
    id,
    state,
    failure: reading.error,
    retry: () => void reading.refetch(),
    record,
    deleted: record?.['isActive'] === false && saved === null,
    mayKeep: useMay('admin') && (isNew ? list.can.create === true : list.can.edit === true),
    values,
    set,
    labels: check.labels,
    branch: check.branch,
    errors,
    said: check.said,
    leave: check.leave,
    wrong: check.wrong,
    ask: check.ask,
    asked: check.asked,
    dirty: dirty && saved === null,
    busy: saving.phase === 'saving' || saving.phase === 'unconfirmed' || saved !== null,
    saving,
    save: () => start(false),
    restore: () => start(true),
    look: lookNow,
    dismiss,
    finish: () => {
      if (saved) leaveFreely(() => onSaved(saved.sending.id));
    },
    settle: (next, over) => {
      const base = openedFrom(fields, over);
      draft.setValues({ ...keptOf(base), values: withoutSecrets(fields, next) });
      void run(() => put(next, base, false));
    },
    restoredAt: draft.restoredAt,
    startAnew: () => {
      reset(isNew ? blank : read ? keptOf(openedFrom(fields, read)) : null);
      setSecrets({});
      check.forget();
      dismiss();
    },
  };
}

/** The list with this record in it, in the place of the one that it was. */
function withRecord(
  held: ListSoFar<AnyRecord>,
  record: AnyRecord,
  idOf: (record: AnyRecord) => string,
): ListSoFar<AnyRecord> {
  const at = held.records.findIndex((one) => idOf(one) === idOf(record));
  return { ...held, records: at < 0 ? [...held.records, record] : held.records.with(at, record) };
}
