/** What went wrong at a courier's bank terminal and fiscal recorder, the newest first. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Parser } from '#src/api/http.ts';
import { pullPages } from '#src/api/pages.ts';
import type { RecorderError, TerminalError } from '#src/contracts/ireca/fiscal.ts';
import { recorderErrorListSchema, terminalErrorListSchema } from '#src/contracts/ireca/fiscal.ts';
import type { RecordList } from '#src/contracts/records.ts';

/** One error of either device, as a list shows it. */
export type CourierError = {
  id: string;
  /** Epoch ms; null = iRECA does not say. */
  at: number | null;
  errorCode: string;
  errorText: string;
  /** Kopecks. */
  amount: number | null;
  orderId: string | null;
  serialNumber: string;
  /** As the terminal masks it; '' for the recorder. */
  cardNumber: string;
};

const ofTerminal = (one: TerminalError): CourierError => ({
  id: one.terminalLogId,
  at: one.transactionCreatedAt,
  errorCode: one.errorCode,
  errorText: one.errorText,
  amount: one.amount,
  orderId: one.orderId,
  serialNumber: one.serialNumber,
  cardNumber: one.cardNumber,
});

const ofRecorder = (one: RecorderError): CourierError => ({
  id: one.frId,
  at: one.commandExecutedAt,
  errorCode: one.errorCode,
  errorText: one.errorText,
  amount: one.amount,
  orderId: one.orderId,
  serialNumber: one.serialNumber,
  cardNumber: '',
});

/**
 * iRECA's text says neither in which order errors come nor how many there are (iRECA API text): all pages are read, and
 * put in order here. Those without a time stand last.
 */
const newestFirst = (errors: CourierError[]): CourierError[] =>
  errors.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);

function errorsQuery<T>(
  courierId: string,
  path: 'bankTerminalLogs' | 'fiscalRegistratorLogs',
  parser: Parser<RecordList<T>>,
  read: (one: T) => CourierError,
) {
  return queryOptions({
    queryKey: ['courier', courierId, path],
    queryFn: async ({ signal }): Promise<RecordList<CourierError>> => {
      const { records, setAside } = await pullPages(
        `/api/ireca/${path}?${new URLSearchParams({ courierId })}`,
        parser,
        { idOf: (one) => read(one).id, signal },
      );
      return { records: newestFirst(records.map(read)), setAside };
    },
  });
}

/** Bank-terminal errors of this courier: `{records, setAside}`, the newest first. */
export const useCourierTerminalErrors = (courierId: string) =>
  useQuery(errorsQuery(courierId, 'bankTerminalLogs', terminalErrorListSchema, ofTerminal));

/** Fiscal-recorder errors of this courier: `{records, setAside}`, the newest first. */
export const useCourierRecorderErrors = (courierId: string) =>
  useQuery(errorsQuery(courierId, 'fiscalRegistratorLogs', recorderErrorListSchema, ofRecorder));
