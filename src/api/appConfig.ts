/** This installation's settings, read once after signing in. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import type { AppConfig } from '#src/contracts/appConfig.ts';
import { appConfigSchema } from '#src/contracts/appConfig.ts';

export const appConfigQuery = queryOptions({
  queryKey: ['appConfig'],
  staleTime: Infinity,
  gcTime: Infinity,
  queryFn: ({ signal }) => request('/api/config', appConfigSchema, { signal }),
});

/** Settings; the Shell is rendered only when they are known, so this never suspends below it. */
export function useAppConfig(): AppConfig {
  return useSuspenseQuery(appConfigQuery).data;
}
