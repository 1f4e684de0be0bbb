/** What ids of other lists are called: a tax rate, a parent, a warehouse. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ListSoFar } from '#src/api/resource.ts';
import type { AnyRecord, ListSlug } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import { fold } from '#src/lib/text.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DeclaredList } from './declare.ts';
import { declaredList } from './declared.ts';

export type Title = { title: string; deleted: boolean };
/** `whole` false: not all of it has come, an id that is missing may come yet. */
export type TitleList = { titles: ReadonlyMap<string, Title>; whole: boolean };
export type Titles = ReadonlyMap<ListSlug, TitleList>;

/** How iRECA's samples close a receipt of prepayment; the dictionary does not list it (iRECA API text). */
const PREPAYMENT = '3';

/** The fields that name a record, one after another; '' when none of them says anything. */
export function recordName(list: Pick<DeclaredList, 'name'>, record: AnyRecord): string {
  return list.name.reduce((name, path) => {
    const part = valueAt(record, path);
    // A client's company is often just the client's own name once more.
    if (typeof part !== 'string' || part === '' || fold(name).includes(fold(part))) return name;
    return name === '' ? part : `${name} ${part}`;
  }, '');
}

/** The lists that the records of a list point into. */
export const referencedLists = (list: DeclaredList): ListSlug[] => [
  ...new Set(
    list.fields.flatMap(({ kind, from }) => ((kind === 'reference' || kind === 'stock') && from ? from : [])),
  ),
];

/** Titles of these lists, by slug. `slugs`: the same array each time. */
export function useTitles(slugs: readonly ListSlug[]): Titles {
  const client = useQueryClient();
  const { prepayment } = useWords(referencesWords).table;
  const combine = useCallback(
    (results: UseQueryResult<ListSoFar<AnyRecord>>[]): Titles =>
      new Map(
        slugs.map((slug, index) => [slug, titleList(declaredList(slug), results[index]?.data, prepayment)]),
      ),
    [slugs, prepayment],
  );
  return useQueries({
    queries: useMemo(() => slugs.map((slug) => declaredList(slug).source.list(client)), [slugs, client]),
    combine,
  });
}

function titleList(
  list: DeclaredList,
  data: ListSoFar<AnyRecord> | undefined,
  prepayment: string,
): TitleList {
  const titles = new Map<string, Title>();
  for (const record of data?.records ?? []) {
    titles.set(list.source.idOf(record), {
      title: recordName(list, record),
      deleted: record['isActive'] === false,
    });
  }
  if (list.slug === 'close-types' && data && !titles.has(PREPAYMENT))
    titles.set(PREPAYMENT, { title: prepayment, deleted: false });
  return { titles, whole: data?.whole ?? false };
}
