/** Everything that a pasted table is checked against: the list itself and the lists that it points into. */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ListSoFar } from '#src/api/resource.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { AnyRecord, ListSlug } from '#src/domain/declaration.ts';
import { draftOf } from '#src/domain/recordDraft.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import { named } from '#src/domain/recordFinder.ts';
import type { KnownRecord, PasteTarget } from '#src/domain/recordPaste.ts';
import { pasteFields } from '#src/domain/recordPasteHeads.ts';
import type { DeclaredList } from '../declare.ts';
import { declaredList } from '../declared.ts';
import type { TitleList } from '../recordTitles.ts';
import { referencedLists, useTitles } from '../recordTitles.ts';

const MINUTE = 60_000;

/** What is deleted cannot be pointed at any more. */
function finderOf({ titles }: TitleList): Finder<string> {
  const present = [...titles].filter(([, { deleted }]) => !deleted);
  return named(
    present,
    ([id]) => id,
    ([, { title }]) => title,
  );
}

type Failures = { error: unknown; retry: () => void };

function failuresOf(results: UseQueryResult<ListSoFar<AnyRecord>>[]): Failures {
  const failed = results.filter(({ isError, data }) => isError && !data?.whole);
  return {
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}

/** `target` null while lists are still coming; `error`: the first that failed. */
export function usePasteTarget(list: DeclaredList): { target: PasteTarget | null } & Failures {
  const { source, slug } = list;
  const client = useQueryClient();
  const today = useFormat().dayKey(useNow(MINUTE));
  const slugs = useMemo<ListSlug[]>(() => [...new Set([slug, ...referencedLists(list)])], [list, slug]);
  const titles = useTitles(slugs);
  const own = useQuery({ ...source.list(client), refetchOnMount: 'always' }).data;
  const failures = useQueries({
    queries: useMemo(() => slugs.map((one) => declaredList(one).source.list(client)), [slugs, client]),
    combine: failuresOf,
  });
  const fields = useMemo(() => pasteFields(list.fields), [list]);
  const known = useMemo(() => {
    if (!own?.whole) return null;
    return new Map(
      own.records.map((record): [string, KnownRecord] => [
        source.idOf(record),
        { values: draftOf(fields, record), isDeleted: record['isActive'] === false },
      ]),
    );
  }, [own, source, fields]);
  const target = useMemo<PasteTarget | null>(() => {
    if (!known || [...titles.values()].some(({ whole }) => !whole)) return null;
    const finders = new Map([...titles].map(([one, titleList]) => [one, finderOf(titleList)]));
    return { slug, fields, idKey: source.idKey, finders, known, today };
  }, [known, titles, slug, fields, source, today]);
  return { target, ...failures };
}
