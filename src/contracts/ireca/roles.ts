/** Roles in the courier app (`userRoles`): what a courier's `roleId` is called. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { id, text } from '#src/contracts/wire.ts';

/** Answer of `GET /userRoles`. */
export const roleListSchema = recordList(z.object({ roleId: id, title: text }), (row) => row.roleId);
