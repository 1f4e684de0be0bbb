/** Correction receipts: of one courier or of all, every page of them, the newest first. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { pullPages } from '#src/api/pages.ts';
import type { Correction } from '#src/contracts/ireca/fiscal.ts';
import { correctionListSchema } from '#src/contracts/ireca/fiscal.ts';
import type { RecordList } from '#src/contracts/records.ts';

/** `whole`: false while the first reading is still on its way. */
export type Corrections = RecordList<Correction> & { whole: boolean };

/**
 * In which order iRECA gives them its text does not say, nor how many there are: all are read and put in order here
 * (iRECA API text). Those without a time stand last.
 */
const newestFirst = (records: readonly Correction[]): Correction[] =>
  [...records].sort(
    (a, b) =>
      (b.commandExecutedAt ?? -Infinity) - (a.commandExecutedAt ?? -Infinity) ||
      Number(b.correctionReceiptId) - Number(a.correctionReceiptId) ||
      0,
  );

const correctionsQuery = (client: QueryClient, courierId: string | null) => {
  const queryKey = ['ireca', 'correctionReceipts', courierId] as const;
  const search = courierId === null ? '' : `?${new URLSearchParams({ courierId })}`;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Corrections> => {
      const { records, setAside } = await pullPages(
        `/api/ireca/correctionReceipts${search}`,
        correctionListSchema,
        {
          idOf: (one) => one.correctionReceiptId,
          signal,
          onPage: (soFar) => {
            // What was read before stays whole while it is read anew.
            if (client.getQueryData<Corrections>(queryKey)?.whole) return;
            const known = { ...soFar, records: newestFirst(soFar.records), whole: false };
            client.setQueryData<Corrections>(queryKey, known);
          },
        },
      );
      return { records: newestFirst(records), setAside, whole: true };
    },
  });
};

/** @param courierId iRECA's; null = of all couriers. */
export const useCorrections = (courierId: string | null) =>
  useQuery(correctionsQuery(useQueryClient(), courierId));
