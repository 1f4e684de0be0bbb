/** Errors of tills, and which of them nobody here has looked at: worked out once for all places that show them. */
import { useDeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { useLicences } from '#src/api/licences.ts';
import type { Licences } from '#src/contracts/ireca/people.ts';
import type { DeviceError, OnShift, UnseenErrors } from '#src/domain/deviceErrors.ts';
import { newestErrorsFirst, unseenErrors } from '#src/domain/deviceErrors.ts';
import type { SeenErrors } from './seenErrors.ts';
import { useSeenErrors } from './seenErrors.ts';

/** Remembers the last result: thirty rows of couriers ask the same within one drawing. */
function once<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  let last: { args: Args; result: Result } | null = null;
  return (...args) => {
    if (!last || last.args.some((arg, index) => arg !== args[index])) last = { args, result: work(...args) };
    return last.result;
  };
}

const NO_RECORDS: ReadonlyMap<string, DeviceError> = new Map();
/** Who is on shift is being read: nothing calls before that is known. */
const NOBODY_YET: OnShift = new Set<string>();

const sorted = once((records: ReadonlyMap<string, DeviceError>) => newestErrorsFirst(records.values()));
const shiftOf = once(
  (licences: Licences): OnShift => new Set(licences.licenses.map(({ courierId }) => courierId)),
);
const unseenOf = once(
  (records: ReadonlyMap<string, DeviceError>, seen: SeenErrors, onShift: OnShift): UnseenErrors =>
    unseenErrors(sorted(records), seen, onShift),
);

/** Couriers with the app open; `all` when iRECA does not say. */
function useOnShift(): OnShift {
  const { data, isError } = useLicences();
  if (data) return shiftOf(data);
  return isError ? 'all' : NOBODY_YET;
}

/** All errors of the feed, the newest first. */
export function useDeviceErrors() {
  const query = useDeviceErrorsFeed();
  return { query, errors: sorted(query.data?.records ?? NO_RECORDS) };
}

/** `unseen`, `calling` (of couriers on shift) and `calling` by courier; empty while nothing is known. */
export function useUnseenErrors(): UnseenErrors {
  const records = useDeviceErrorsFeed().data?.records ?? NO_RECORDS;
  return unseenOf(records, useSeenErrors(), useOnShift());
}

/** How many errors of couriers on shift nobody here has looked at: the number on the header's button and on the tab. */
export const useUnseenErrorCount = (): number => useUnseenErrors().calling.length;
