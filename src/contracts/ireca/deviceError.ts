/** Body of a record of the feed `deviceErrors`: one error of a bank terminal or of a fiscal recorder. */
import * as z from 'zod/mini';
import { recorderErrorSchema, terminalErrorSchema } from '#src/contracts/ireca/fiscal.ts';

/** When the proxy saw it first, epoch ms; null = it stood there when the proxy first looked. */
const noticedAt = z.nullable(z.number());

/** Key: `ireca:terminal-<terminalLogId>` or `ireca:recorder-<frId>`; `error` is iRECA's row less secrets. */
export const deviceErrorSchema = z.discriminatedUnion('device', [
  z.object({ device: z.literal('terminal'), noticedAt, error: terminalErrorSchema }),
  z.object({ device: z.literal('recorder'), noticedAt, error: recorderErrorSchema }),
]);
export type DeviceErrorBody = z.output<typeof deviceErrorSchema>;
