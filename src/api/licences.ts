/** Licences of the courier app: who has it open and on which device. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import { licencesSchema } from '#src/contracts/ireca/people.ts';

/** Shifts change rarely; a minute is the pace at which a dispatcher would notice. */
const PACE_MS = 60_000;

export const licencesQuery = queryOptions({
  queryKey: ['ireca', 'licenses'],
  refetchInterval: PACE_MS,
  placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request('/api/ireca/licenses', licencesSchema, { signal }),
});

/** Open sessions of the courier app, and how many licences there are: `{licenseUse, licenseTotal, licenses, setAside}`. */
export const useLicences = () => useQuery(licencesQuery);
