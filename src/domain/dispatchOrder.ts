/** One order as a dispatcher thinks of it, whichever of the two systems it lives in. */
import type { OrderState } from '#src/contracts/command.ts';
import type { System } from '#src/contracts/feed.ts';
import type { LatLon } from '#src/lib/geo.ts';

/** `ireca:209900`, `kassa:313626`: unique over both systems. */
export type OrderKey = `${System}:${string}`;

/** Where an order is on its way, in words common to both systems; the system's own status stays in `status`. */
export type Stage =
  | 'new' // iRECA 1, Kassa NEW: nobody has prepared or confirmed it
  | 'ready' // iRECA 6, Kassa ACCEPTED: may be given to a courier
  | 'given' // Kassa DISTRIBUTED: on the courier's list
  | 'taken' // iRECA 7, Kassa ISSUED: the goods are with the courier
  | 'delivered' // iRECA 9
  | 'closed' // iRECA 10, Kassa FINISHED
  | 'cancelled' // iRECA 11, Kassa REFUSED, DELETED
  | 'unknown'; // any status we have no word for

export type PickUp = { warehouseId: string | null; title: string; point: LatLon | null };

/** How the money comes: as asked for on the order; null = not said. */
export type PaymentKind = 'cash' | 'card' | 'prepaid';

/** What is wrong with a record that could still be read; each is shown, none hides the order. */
export type OrderProblem =
  | 'windowReversed'
  | 'noWindow'
  | 'noPoint'
  | 'zeroPoint' // iRECA wrote (0, 0), its way of saying that it does not know the point
  | 'unknownStatus';

export type DispatchOrder = {
  key: OrderKey;
  system: System;
  id: string;
  /** What people call it: `codeAlias` or the id in iRECA, `externalId` or the id in Kassa. */
  number: string;
  /** `deliveryStatusId` (as a string) in iRECA, `currentStatusType` in Kassa. */
  status: string | null;
  stage: Stage;
  /** True while somebody still has to do something about it (new, ready, given, taken, and iRECA's unknown ids). */
  open: boolean;
  /** What a command must carry as `seen`. */
  seen: OrderState;
  /** iRECA: the courier's id; Kassa: null. */
  courierId: string | null;
  /** Kassa: `responsiblePersonLogin` of an order that is given to somebody (not the creator's login of a new one); iRECA: null. */
  courierLogin: string | null;
  /** Delivery window, epoch ms. Kassa has one time, `deliveryTime`: it is `windowTo`. */
  windowFrom: number | null;
  windowTo: number | null;
  /** When it was created, epoch ms, where the system says so. */
  createdAt: number | null;
  /** One line for the table; '' when unknown (pick-up by the client, or nothing given). */
  address: string;
  point: LatLon | null;
  /** Kassa SELF: the client comes for it. */
  selfPickUp: boolean;
  pickUps: PickUp[];
  client: string;
  /** As the upstream wrote it. */
  phone: string | null;
  /** Kopecks. */
  amount: number | null;
  prepaid: number | null;
  paymentKind: PaymentKind | null;
  /** iRECA's `paymentId`; its title comes from `paymentTypes`. */
  paymentTypeId: string | null;
  paid: boolean | null;
  returnReasonId: string | null;
  isRefund: boolean;
  comment: string;
  problems: OrderProblem[];
  /** Folded haystack of number, address, client (see `lib/text.ts`), and digits of the phone: made once per record. */
  searchText: string;
  searchDigits: string;
};
