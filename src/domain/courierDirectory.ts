/** Who is who: couriers of iRECA by id, and by the phone that is their login in Kassa. */
import type { IrecaCourier, Licence } from '#src/contracts/ireca/people.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { phoneDigits } from '#src/lib/phone.ts';

export type Courier = {
  courierId: string;
  title: string;
  /** As iRECA has it; '' = none. */
  phone: string;
  /** Digits by which the two systems are compared; null = no phone. */
  phoneDigits: string | null;
  /** The courier app is open on some device (assumption: that is what "on shift" means). */
  onShift: boolean;
  /** Epoch ms of the latest session. */
  onShiftSince: number | null;
  deviceTitle: string;
  roleId: string | null;
};

export type CourierDirectory = {
  all: readonly Courier[];
  byId: ReadonlyMap<string, Courier>;
  /** By `phoneDigits`; a phone that two couriers have names neither, so it is not here. */
  byPhone: ReadonlyMap<string, Courier>;
  /** Phones that two or more couriers have. */
  sharedPhones: ReadonlySet<string>;
};

/**
 * The directory of couriers, in the order given. `licences` null = not known (nobody counts as on shift). A courier
 * with several sessions is shown with the latest.
 */
export function courierDirectory(
  couriers: readonly IrecaCourier[],
  licences: { licenses: readonly Licence[] } | null,
): CourierDirectory {
  const sessions = new Map<string, Licence>();
  for (const licence of licences?.licenses ?? []) {
    const known = sessions.get(licence.courierId);
    if (!known || (licence.sessionStartAt ?? 0) > (known.sessionStartAt ?? 0))
      sessions.set(licence.courierId, licence);
  }
  const all = couriers.map((courier): Courier => {
    const session = sessions.get(courier.courierId);
    return {
      courierId: courier.courierId,
      title: courier.title,
      phone: courier.phone,
      phoneDigits: phoneDigits(courier.phone),
      onShift: session !== undefined,
      onShiftSince: session?.sessionStartAt ?? null,
      deviceTitle: session?.deviceTitle ?? '',
      roleId: courier.roleId,
    };
  });
  const byPhone = new Map<string, Courier>();
  const sharedPhones = new Set<string>();
  for (const courier of all) {
    if (courier.phoneDigits === null) continue;
    if (byPhone.has(courier.phoneDigits)) sharedPhones.add(courier.phoneDigits);
    else byPhone.set(courier.phoneDigits, courier);
  }
  for (const phone of sharedPhones) byPhone.delete(phone);
  return { all, byId: new Map(all.map((courier) => [courier.courierId, courier])), byPhone, sharedPhones };
}

/** Who has the order, when it is somebody we know: by id in iRECA, by phone in Kassa. */
export function courierOf(
  order: Pick<DispatchOrder, 'courierId' | 'courierLogin'>,
  directory: CourierDirectory,
): Courier | null {
  if (order.courierId !== null) return directory.byId.get(order.courierId) ?? null;
  if (order.courierLogin !== null) return directory.byPhone.get(order.courierLogin) ?? null;
  return null;
}

/**
 * The login that a courier with this phone has in Kassa: eleven digits from 7 (Kassa API text). Null when the phone
 * cannot be one. That the same phone is the same person is an assumption.
 */
export function kassaLogin(phone: string | null): string | null {
  const digits = phoneDigits(phone);
  return digits !== null && digits.length === 11 && digits.startsWith('7') ? digits : null;
}

/** Why a courier cannot be given Kassa orders; null when they can. */
export type KassaBar = 'noPhone' | 'notALogin' | 'sharedPhone';

/** `noPhone`: none on record · `notALogin`: no Russian number · `sharedPhone`: another courier has the same one. */
export function kassaBar(courier: Courier, directory: CourierDirectory): KassaBar | null {
  if (courier.phoneDigits === null) return 'noPhone';
  if (kassaLogin(courier.phone) === null) return 'notALogin';
  return directory.sharedPhones.has(courier.phoneDigits) ? 'sharedPhone' : null;
}
