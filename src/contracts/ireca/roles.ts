/** Roles in the courier app (`userRoles`): what a courier's `roleId` is called. */
import * as z from 'zod/mini';
import { flagOr, id, text } from '#src/contracts/wire.ts';

export const roleSchema = z.object({
  roleId: id,
  title: text,
  /** False: deleted. */
  isActive: flagOr(true),
});
export type UserRole = z.output<typeof roleSchema>;
