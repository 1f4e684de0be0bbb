/** «Ошибки кассы»: one shape for errors of bank terminals and of fiscal recorders, and which of them call for a look. */
import type { DeviceErrorBody } from '#src/contracts/ireca/deviceError.ts';

export type Device = DeviceErrorBody['device'];

export type DeviceError = {
  /** Of the feed: `ireca:terminal-<terminalLogId>`, `ireca:recorder-<frId>`. */
  key: string;
  device: Device;
  /** Epoch ms, as the device wrote it; null = iRECA does not say. */
  at: number | null;
  /** Epoch ms when Pult saw it first; null = it stood there when Pult first looked. */
  noticedAt: number | null;
  courierId: string | null;
  orderId: string | null;
  errorCode: string;
  errorText: string;
  /** Kopecks. */
  amount: number | null;
  /** Of the device. */
  serialNumber: string;
  /** As the terminal masks it; '' for the recorder. */
  cardNumber: string;
  /** '' for the recorder. */
  paymentSystem: string;
};

/** A body of the feed as a list shows it. */
export function deviceErrorOf(key: string, body: DeviceErrorBody): DeviceError {
  const { courierId, orderId, errorCode, errorText, amount, serialNumber } = body.error;
  const terminal = body.device === 'terminal' ? body.error : null;
  return {
    key,
    device: body.device,
    at: body.device === 'terminal' ? body.error.transactionCreatedAt : body.error.commandExecutedAt,
    noticedAt: body.noticedAt,
    courierId,
    orderId,
    errorCode,
    errorText,
    amount,
    serialNumber,
    cardNumber: terminal?.cardNumber ?? '',
    paymentSystem: terminal?.paymentSystem ?? '',
  };
}

/** When it happened; where iRECA does not say, when Pult saw it. */
const moment = ({ at, noticedAt }: DeviceError): number => at ?? noticedAt ?? -Infinity;

/** A new list, the newest first; those of which no time is known stand last. */
export function newestErrorsFirst(errors: Iterable<DeviceError>): DeviceError[] {
  return [...errors].sort((a, b) => moment(b) - moment(a) || (a.key < b.key ? -1 : 1) || 0);
}

/** Couriers who have the app open; `all` = that cannot be read, and nobody may be taken for absent. */
export type OnShift = ReadonlySet<string> | 'all';

export type UnseenErrors = {
  /** Nobody here has looked yet: the newest first. */
  unseen: readonly DeviceError[];
  /** Of these, errors of couriers on shift: a client may be standing before them right now. */
  calling: readonly DeviceError[];
  /** `calling` by courier. */
  byCourier: ReadonlyMap<string, readonly DeviceError[]>;
};

/**
 * @param errors the newest first.
 * @param seen keys that were looked at.
 */
export function unseenErrors(
  errors: readonly DeviceError[],
  seen: ReadonlyMap<string, unknown>,
  onShift: OnShift,
): UnseenErrors {
  const unseen = errors.filter(({ key }) => !seen.has(key));
  const calls = (courierId: string | null): courierId is string =>
    courierId !== null && (onShift === 'all' || onShift.has(courierId));
  const calling = unseen.filter(({ courierId }) => calls(courierId));
  const byCourier = new Map<string, DeviceError[]>();
  for (const error of calling) {
    if (error.courierId === null) continue;
    const known = byCourier.get(error.courierId);
    if (known) known.push(error);
    else byCourier.set(error.courierId, [error]);
  }
  return { unseen, calling, byCourier };
}

/** An error is news for this long: a courier may come on shift, in our eyes, a minute after it. */
const NEWS_MS = 5 * 60_000;

/**
 * Which errors are to be told of now.
 * @param known what an earlier call gave; null at the first look: what stood there then is no news.
 * @param records all of the feed.
 * @param calling unseen ones of couriers on shift.
 * @param now epoch ms of this computer's clock.
 * @returns `known` for the next call: key → until when it is news (0 = never again).
 */
export function freshErrors(
  known: ReadonlyMap<string, number> | null,
  records: ReadonlyMap<string, unknown>,
  calling: readonly DeviceError[],
  now: number,
): { known: ReadonlyMap<string, number>; fresh: DeviceError[] } {
  const next = new Map<string, number>(known);
  for (const key of records.keys()) if (!next.has(key)) next.set(key, known ? now + NEWS_MS : 0);
  const fresh = calling.filter(({ key }) => (next.get(key) ?? 0) > now);
  for (const { key } of fresh) next.set(key, 0);
  return { known: next, fresh };
}
