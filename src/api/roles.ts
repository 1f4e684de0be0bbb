/** What couriers' roles are called in iRECA. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { userRoles } from '#src/api/resources.ts';

/** Roles of the courier app (`userRoles`): `{records: [{roleId, title, isActive}], setAside}`. */
export const useRoles = (enabled = true) => useQuery({ ...userRoles.list(useQueryClient()), enabled });

/** The title of a role; null while it is not known, or when iRECA has none under this id. */
export function useRoleTitle(roleId: string | null): string | null {
  const { data } = useRoles(roleId !== null);
  return data?.records.find((role) => role.roleId === roleId)?.title || null;
}
