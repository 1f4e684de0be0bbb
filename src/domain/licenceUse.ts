/** Licences of the courier app: how many are left, and whose session stands on which device. */
import type { Licence, Licences } from '#src/contracts/ireca/people.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';

/** near: nine of ten are used · full: none is left · unknown: iRECA did not say of how many. */
type LicenceLevel = 'fine' | 'near' | 'full' | 'unknown';

export type LicenceUse = {
  used: number;
  total: number | null;
  /** Never below none, also when iRECA counts more sessions than licences. */
  left: number | null;
  level: LicenceLevel;
  /** Sessions that are counted and not in the list, nor among those set aside. */
  unnamed: number;
};

/** From here on somebody may soon stand before a closed door (assumption: nine of ten). */
const NEAR = 0.9;

/** How many licences are used, of how many. Where iRECA does not count, the sessions of its list are counted. */
export function licenceUse({ licenseUse, licenseTotal, licenses, setAside }: Licences): LicenceUse {
  const named = licenses.length + setAside.length;
  const used = licenseUse ?? named;
  const total = licenseTotal;
  const left = total === null ? null : Math.max(0, total - used);
  const level =
    total === null || left === null
      ? 'unknown'
      : left === 0
        ? 'full'
        : used >= total * NEAR
          ? 'near'
          : 'fine';
  return { used, total, left, level, unnamed: Math.max(0, used - named) };
}

/** One open session. */
export type LicenceRow = {
  key: string;
  courierId: string;
  /** Null = not in iRECA's list of couriers. */
  courierTitle: string | null;
  /** Null = iRECA gave none: such a licence cannot be freed by its device. */
  deviceId: string | null;
  deviceTitle: string;
  /** Epoch ms. */
  since: number | null;
  /** Open orders of its courier; null = not known. */
  open: number | null;
};

/**
 * One row per session, the longest first: what was forgotten open stands on top. Those without a time come last.
 * @param directory undefined: couriers are not known yet, nobody has a name.
 * @param openOf open orders by courier id, those with none left out; null = not known.
 */
export function licenceRows(
  licenses: readonly Licence[],
  directory: CourierDirectory | undefined,
  openOf: ReadonlyMap<string, { open: number }> | null,
): LicenceRow[] {
  const seen = new Map<string, number>();
  const rows = licenses.map(({ courierId, deviceId, deviceTitle, sessionStartAt }): LicenceRow => {
    const name = `${courierId} ${deviceId ?? ''}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return {
      key: nth === 0 ? name : `${name} ${nth}`,
      courierId,
      courierTitle: directory?.byId.get(courierId)?.title ?? null,
      deviceId,
      deviceTitle,
      since: sessionStartAt,
      open: openOf && (openOf.get(courierId)?.open ?? 0),
    };
  });
  return rows.sort((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity) || 0);
}
