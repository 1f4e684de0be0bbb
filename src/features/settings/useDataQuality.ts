/** Everything that Pult has read, looked through for what is odd; and what of it could not be read. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory, usePositionsFeed } from '#src/api/couriers.ts';
import { licencesQuery } from '#src/api/licences.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { ListSoFar } from '#src/api/resource.ts';
import { warehouses } from '#src/api/resources.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { DECLARED } from '#src/components/records/declared.ts';
import type { DeclaredList } from '#src/components/records/declare.ts';
import { recordName } from '#src/components/records/recordTitles.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Finding } from '#src/domain/dataQuality.ts';
import { gatherFindings } from '#src/domain/dataQuality.ts';
import { oddCouriers } from '#src/domain/dataQualityCouriers.ts';
import { oddRecords, oddWarehouses } from '#src/domain/dataQualityLists.ts';
import { oddOrders, ordersSetAside } from '#src/domain/dataQualityOrders.ts';
import type { AnyRecord, ListSlug } from '#src/domain/declaration.ts';

/** What is looked through, by name: a system's orders, a list, or one of the others. */
export type QualitySource = System | ListSlug | 'licences' | 'positions';

type Reading = { source: QualitySource; data: boolean; error: unknown; fetching: boolean };
type ReadLists = ReadonlyMap<DeclaredList, UseQueryResult<ListSoFar<AnyRecord>>>;

// A Map, so that nobody compares thousands of records with the former ones.
const readLists = (results: UseQueryResult<ListSoFar<AnyRecord>>[]): ReadLists =>
  new Map(
    DECLARED.flatMap((list, at) => {
      const result = results[at];
      return result ? [[list, result] as const] : [];
    }),
  );

/** iRECA's samples use it, its dictionary of close types does not list it: «Предоплата». */
const isPrepayment = (list: ListSlug, id: string) => list === 'close-types' && id === '3';

function checkLists(lists: ReadonlyMap<DeclaredList, ListSoFar<AnyRecord>>, today: string): Finding[] {
  const ids = new Map(
    [...lists].flatMap(([{ slug, source }, { records, whole }]) =>
      whole ? [[slug, new Set(records.map(source.idOf))] as const] : [],
    ),
  );
  const known = (list: ListSlug, id: string) => isPrepayment(list, id) || (ids.get(list)?.has(id) ?? null);
  return [...lists].flatMap(([list, { records, setAside }]) =>
    oddRecords(
      {
        slug: list.slug,
        fields: list.fields,
        records,
        setAside,
        idOf: list.source.idOf,
        nameOf: (record) => recordName(list, record),
      },
      today,
      known,
    ),
  );
}

/** Looks through the lists anew only when one of them has come anew: not at each change of an order. */
function listsChecker() {
  let held = new Map<DeclaredList, ListSoFar<AnyRecord>>();
  let day = '';
  let found: Finding[] = [];
  return (lists: ReadLists, today: string): Finding[] => {
    const read = new Map([...lists].flatMap(([list, { data }]) => (data ? [[list, data] as const] : [])));
    const same =
      day === today && read.size === held.size && [...read].every(([list, data]) => held.get(list) === data);
    if (!same) {
      held = read;
      day = today;
      found = checkLists(read, today);
    }
    return found;
  };
}

/** Findings in their order; `readings` says which sources they rest on. */
export function useDataQuality() {
  const client = useQueryClient();
  const { systems } = useAppConfig();
  const { dayKey } = useFormat();
  const today = dayKey(useNow(60_000));
  const orders = useOrdersFeed(client);
  const { directory } = useCourierDirectory();
  const licences = useQuery(licencesQuery);
  const positions = usePositionsFeed(client);
  const places = useQuery(warehouses.list(client));
  const lists = useQueries({
    queries: useMemo(() => DECLARED.map(({ source }) => source.list(client)), [client]),
    combine: readLists,
  });
  const [check] = useState(listsChecker);

  const records = orders.data?.records;
  const setAside = orders.data?.setAside;
  const seen = positions.data && positions.data.asOf.ireca !== null ? positions.data.records : null;
  const ofOrders = useMemo(
    () => [
      ...ordersSetAside(setAside?.values() ?? []),
      ...oddOrders(records?.values() ?? [], directory ?? null),
    ],
    [records, setAside, directory],
  );
  const ofCouriers = useMemo(
    () =>
      directory
        ? oddCouriers({
            directory,
            licences: licences.data ?? null,
            positions: seen,
            kassa: systems.kassa,
          })
        : [],
    [directory, licences.data, seen, systems.kassa],
  );
  const ofWarehouses = useMemo(() => oddWarehouses(places.data?.records ?? []), [places.data]);
  const ofLists = check(lists, today);
  const findings = useMemo(
    () => gatherFindings([...ofOrders, ...ofCouriers, ...ofWarehouses, ...ofLists]),
    [ofOrders, ofCouriers, ofWarehouses, ofLists],
  );

  const ofSystem = (system: System): Reading => ({
    source: system,
    data: orders.data?.loading === null && orders.data.asOf[system] !== null,
    error: orders.error ?? orders.data?.problems.find((problem) => problem.system === system) ?? null,
    fetching: orders.data === undefined && orders.isFetching,
  });
  const ofQuery = (
    source: QualitySource,
    { data, error, isFetching }: Pick<UseQueryResult, 'data' | 'error' | 'isFetching'>,
  ): Reading => ({ source, data: data !== undefined, error, fetching: isFetching });
  const readings: Reading[] = [
    ...(systems.ireca ? [ofSystem('ireca')] : []),
    ...(systems.kassa ? [ofSystem('kassa')] : []),
    ofQuery('licences', licences),
    { ...ofQuery('positions', positions), data: seen !== null, fetching: false },
    ...[...lists].map(([{ slug }, result]) => ({
      ...ofQuery(slug, result),
      data: result.data?.whole ?? false,
    })),
  ];
  const times = [...lists.values()].map(({ dataUpdatedAt }) => dataUpdatedAt).filter((at) => at > 0);

  return {
    findings,
    readings,
    /** The oldest reading of a list, epoch ms; 0 = none yet. */
    readAt: times.length === 0 ? 0 : Math.min(...times),
    fetching: readings.some(({ fetching }) => fetching),
    refresh: () => {
      void orders.refetch();
      void licences.refetch();
      void positions.refetch();
      for (const { refetch } of lists.values()) void refetch();
    },
  };
}
