/** What a role may do in the courier app (`permissions`). */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { flag, gmt, id, isRow, lenient, text } from '#src/contracts/wire.ts';

/**
 * An action is called `permissionId` in the address and in the dictionary, `actionId` in parameters and replies (iRECA
 * API text): either name is read for both.
 */
const withBothNames = z.transform((row: unknown): unknown => {
  if (!isRow(row)) return row;
  const action = row['actionId'] ?? row['permissionId'];
  return { ...row, actionId: action, permissionId: row['permissionId'] ?? action };
});

export const rightSchema = z.pipe(
  withBothNames,
  z.object({
    roleId: id,
    actionId: id,
    /** Null: iRECA does not say, or says what is neither yes nor no. */
    isAllowed: lenient(flag),
    updatedAt: lenient(gmt),
  }),
);

/** Answer of `GET /permissions?roleId=&actionId=`: none when iRECA does not know the role or the action. */
export const rightListSchema = recordList(rightSchema);

/** What can be allowed: `permissionId` is what `actionId` of a right names. */
export const permissionSchema = z.pipe(withBothNames, z.object({ permissionId: id, description: text }));
export type Permission = z.output<typeof permissionSchema>;
