/** Journals of iRECA: what changed in an order, and what went wrong at bank terminals and fiscal recorders. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Parser } from '#src/api/http.ts';
import { orderKey } from '#src/api/order.ts';
import { pullPages } from '#src/api/pages.ts';
import type { RecorderError, TerminalError } from '#src/contracts/ireca/fiscal.ts';
import { recorderErrorListSchema, terminalErrorListSchema } from '#src/contracts/ireca/fiscal.ts';
import { journalListSchema } from '#src/contracts/ireca/orderHistory.ts';
import type { RecordList } from '#src/contracts/records.ts';
import { formatGmt } from '#src/lib/dates.ts';

/** One error of either device, as a list shows it. */
export type JournalError = {
  id: string;
  /** Epoch ms; null = iRECA does not say. */
  at: number | null;
  errorCode: string;
  errorText: string;
  /** Kopecks. */
  amount: number | null;
  orderId: string | null;
  courierId: string | null;
  serialNumber: string;
  /** As the terminal masks it; '' for the recorder. */
  cardNumber: string;
  /** '' for the recorder. */
  paymentSystem: string;
};

/** Whose errors: of an order, of a courier, or of both together. At least one is named. */
export type ErrorsOf = { orderId?: string | null; courierId?: string | null };

type LogPath = 'bankTerminalLogs' | 'fiscalRegistratorLogs';

const ofTerminal = ({ terminalLogId, transactionCreatedAt, ...rest }: TerminalError): JournalError => ({
  id: terminalLogId,
  at: transactionCreatedAt,
  ...rest,
});

const ofRecorder = ({ frId, commandExecutedAt, ...rest }: RecorderError): JournalError => ({
  id: frId,
  at: commandExecutedAt,
  cardNumber: '',
  paymentSystem: '',
  ...rest,
});

/**
 * iRECA's text says neither in which order errors come nor how many there are (iRECA API text): all pages are read, and
 * put in order here. Those without a time stand last.
 */
const newestFirst = (errors: JournalError[]): JournalError[] =>
  errors.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);

/** What is read of an order stands under the order's key, so that it is read anew when the order changes. */
function logKey(path: LogPath, { orderId, courierId }: ErrorsOf): readonly unknown[] {
  if (!orderId) return ['courier', courierId ?? '', path];
  return courierId ? [...orderKey('ireca', orderId), path, courierId] : [...orderKey('ireca', orderId), path];
}

function logQuery<T>(
  path: LogPath,
  parser: Parser<RecordList<T>>,
  read: (one: T) => JournalError,
  of: ErrorsOf,
) {
  const { orderId, courierId } = of;
  const filter = new URLSearchParams({ ...(orderId && { orderId }), ...(courierId && { courierId }) });
  return queryOptions({
    queryKey: logKey(path, of),
    // Both filters empty would ask for everything that ever went wrong; the proxy refuses that.
    enabled: filter.size > 0,
    queryFn: async ({ signal }): Promise<RecordList<JournalError>> => {
      const { records, setAside } = await pullPages(`/api/ireca/${path}?${filter}`, parser, {
        idOf: (one) => read(one).id,
        signal,
      });
      return { records: newestFirst(records.map(read)), setAside };
    },
  });
}

/** Bank-terminal errors: `{records, setAside}`, the newest first, from all pages. */
export const useTerminalErrors = (of: ErrorsOf) =>
  useQuery(logQuery('bankTerminalLogs', terminalErrorListSchema, ofTerminal, of));

/** Fiscal-recorder errors: `{records, setAside}`, the newest first, from all pages. */
export const useRecorderErrors = (of: ErrorsOf) =>
  useQuery(logQuery('fiscalRegistratorLogs', recorderErrorListSchema, ofRecorder, of));

/**
 * Who or which program changed what in an iRECA order, from all pages, in whatever order iRECA has them.
 * @param orderId '' = nothing is read.
 * @param since epoch ms: only what happened from then on; null = everything.
 */
export function useJournal(orderId: string, since: number | null = null) {
  const startedAt = since === null ? '' : formatGmt(since);
  const filter = new URLSearchParams({ entityId: orderId, ...(startedAt && { startedAt }) });
  return useQuery({
    queryKey: [...orderKey('ireca', orderId), 'journal', ...(startedAt ? [startedAt] : [])],
    enabled: orderId !== '',
    queryFn: ({ signal }) =>
      // Two changes of one second by one program may look alike: none is dropped.
      pullPages(`/api/ireca/journal?${filter}`, journalListSchema, { idOf: () => null, signal }),
  });
}
