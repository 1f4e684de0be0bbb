/** Couriers of iRECA, and who of them has the app open (licences). */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import type { SetAside } from '#src/contracts/records.ts';
import { decimal, gmt, id, lenient, listOf, text } from '#src/contracts/wire.ts';

/** A courier, without `sourcePassword`: iRECA sends it in clear, and no schema of ours lets it through. */
export const courierSchema = z.object({
  courierId: id,
  title: text,
  email: text,
  phone: text,
  roleId: lenient(id),
  inn: text,
  updatedAt: lenient(gmt),
});
export type IrecaCourier = z.output<typeof courierSchema>;

/** Answer of `GET /couriers`. */
export const courierListSchema = recordList(courierSchema, (row) => row.courierId);

/** One open session of the courier app (iRECA API text; that it means "on shift" is an assumption). */
const licenceSchema = z.object({
  courierId: id,
  deviceId: lenient(id),
  deviceTitle: text,
  sessionStartAt: lenient(gmt),
});
export type Licence = z.output<typeof licenceSchema>;

export type Licences = {
  licenseUse: number | null;
  licenseTotal: number | null;
  licenses: Licence[];
  setAside: SetAside[];
};

/** Nobody on shift may come as nothing at all. */
const rows: z.ZodMiniType<unknown> = listOf(z.unknown());

/** Answer of `GET /licenses`: how many are used, of how many, and by whom. */
export const licencesSchema = z.pipe(
  z.object({
    licenseUse: lenient(decimal),
    licenseTotal: lenient(decimal),
    licenses: z.pipe(rows, recordList(licenceSchema)),
  }),
  z.transform(({ licenses, ...counts }): Licences => ({
    ...counts,
    licenses: licenses.records,
    setAside: licenses.setAside,
  })),
);
