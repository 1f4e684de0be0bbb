/** What couriers' roles are called in iRECA. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import { roleListSchema } from '#src/contracts/ireca/roles.ts';

const roles = queryOptions({
  queryKey: ['ireca', 'userRoles'],
  // Roles change a few times a year.
  staleTime: 60 * 60_000,
  queryFn: ({ signal }) => request('/api/ireca/userRoles', roleListSchema, { signal }),
});

/** The title of a role; null while it is not known, or when iRECA has none under this id. */
export function useRoleTitle(roleId: string | null): string | null {
  const { data } = useQuery({ ...roles, enabled: roleId !== null });
  return data?.records.find((role) => role.roleId === roleId)?.title || null;
}
