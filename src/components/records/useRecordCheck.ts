/** What is wrong with a record that is being typed, when it is said, and the number that a new one is offered. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { checkRecord } from '#src/domain/recordCheck.ts';
import type { DraftErrors, DraftValues } from '#src/domain/recordDraft.ts';
import { nextFreeId, ownBranch } from '#src/domain/recordIds.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from './declare.ts';
import type { RecordSaving } from './useRecordSaving.ts';

type Checked = {
  id: string | null;
  typed: DraftValues;
  /** The number was typed, not proposed. */
  ownId: boolean;
  saving: RecordSaving;
};

export function useRecordCheck(list: DeclaredList, { id, typed, ownId, saving }: Checked) {
  const { source, fields, slug } = list;
  const { idKey } = source;
  const t = useWords(recordFormWords);
  const labels: Readonly<Record<string, string>> = useWords(recordsWords).lists[slug].fields;
  const format = useFormat();
  const [today] = useState(() => format.dayKey(Date.now()));
  const { data } = useQuery(source.list(useQueryClient()));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(0);

  const ids = useMemo(() => new Set(data?.records.map(source.idOf)), [data, source]);
  const proposed = useMemo(() => (data?.whole ? nextFreeId(ids) : ''), [data?.whole, ids]);
  const branch = useMemo(() => {
    const parent = fields.find((field) => field.kind === 'reference' && field.from === slug);
    return parent && id !== null ? ownBranch(data?.records ?? [], source.idOf, parent.key, id) : undefined;
  }, [fields, slug, data, source, id]);

  const isNew = id === null;
  const values = useMemo(
    () => (isNew && !ownId ? { ...typed, [idKey]: proposed } : typed),
    [isNew, ownId, typed, idKey, proposed],
  );
  const errors: DraftErrors = useMemo(() => {
    const own = fields.filter((field) => field.from === slug);
    const others = fields.filter((field) => field.from !== slug);
    const context = { idKey, today, exists: !isNew, taken: ids };
    return {
      ...checkRecord(others, values, context),
      ...checkRecord(own, values, { ...context, branch }),
    };
  }, [fields, slug, values, idKey, today, isNew, ids, branch]);

  const said = (key: string): string | null => {
    if (saving.phase === 'refused' && saving.key === key) return saving.message;
    if (saving.phase === 'taken' && key === idKey && values[idKey] === saving.id) return t.error.idTaken;
    const error = errors[key];
    // That a field is empty is no news to one who goes through the form.
    const tell = asked > 0 || (left.has(key) && error !== 'required');
    return error && tell ? t.error[error] : null;
  };
  const count = Object.keys(errors).length;
  return {
    values,
    errors,
    labels,
    branch,
    said,
    count,
    wrong: asked > 0 ? count : 0,
    asked,
    ask: useCallback(() => setAsked((times) => times + 1), []),
    leave: useCallback(
      (key: string) => setLeft((before) => (before.has(key) ? before : new Set(before).add(key))),
      [],
    ),
    forget: useCallback(() => {
      setLeft(new Set());
      setAsked(0);
    }, []),
  };
}
