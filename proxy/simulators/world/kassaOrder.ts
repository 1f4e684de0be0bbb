/** An online order as BIFIT Kassa keeps it: the documented fields, in the documented types. */
import type { StreetPoint } from '../city/streetGraph.ts';

export type KassaStatus = 'NEW' | 'ACCEPTED' | 'DISTRIBUTED' | 'ISSUED' | 'REFUSED' | 'DELETED' | 'FINISHED';

export const KASSA_STATUSES: readonly KassaStatus[] = [
  'NEW',
  'ACCEPTED',
  'DISTRIBUTED',
  'ISSUED',
  'REFUSED',
  'DELETED',
  'FINISHED',
];

/** The fields of `onlineOrder`. Money is roubles, times are Unix ms. */
export type KassaFields = {
  visible: boolean;
  created: number;
  changed: number;
  organizationId: string;
  tradeObjectId: string;
  taxSystem: string;
  externalId: string;
  deliveryType: 'COURIER' | 'SELF';
  deliveryAmount: number | null;
  deliveryTime: number | null;
  paid: boolean;
  orderTime: number;
  clientId: number | null;
  address: string | null;
  responsiblePersonLogin: string | null;
  discount: number;
  discountType: number;
  location: string | null;
  totalAmount: number;
  comment: string | null;
  currentStatusType: KassaStatus;
  currentStatusTime: number;
  substatusId: number | null;
  shopId: number | null;
  endLockTime: number | null;
  routeSheetDocumentId: number | null;
  routeSheetDocumentPosition: number | null;
  routeSheetDocumentNumber: string | null;
  size: number | null;
  actualDeliveryTime: number | null;
  cashierName: string | null;
  clientName: string | null;
};

export type KassaItem = {
  id: number;
  onlineOrderId: number;
  nomenclatureId: number | null;
  description: string;
  price: number;
  vatValue: number | null;
  quantity: number;
  discount: number;
  calculationMethod: string | null;
  paymentSubject: string;
  contractorAddress: string | null;
  contractorInn: string | null;
  contractorName: string | null;
  contractorPhone: string | null;
  organizationPhone: string | null;
  contractorActivityType: string | null;
  markType: string;
  codeForOfd: string | null;
  barcode: string | null;
  vendorCode: string | null;
  unitCode: number;
  editable: boolean;
  total: number | null;
};

/** How the order is settled (Kassa API text, `properties`). */
export type KassaProperties = { fullSettlement: boolean; prepayment: boolean; credit: boolean };

export const FULL_SETTLEMENT: KassaProperties = { fullSettlement: true, prepayment: false, credit: false };

export type KassaStatusRow = {
  id: number;
  onlineOrderId: number;
  statusType: KassaStatus;
  substatusId: null;
  statusDate: number;
  statusInfo: string | null;
  userLogin: string;
};

export type KassaClient = {
  organizationId: string;
  address: string;
  phone: string;
  lastName: string;
  firstName: string;
  patronymic: string;
  organizationInn: string | null;
  organizationName: string | null;
  email: string;
  comment: string | null;
  status: 'ACTIVE';
  loyalty: string | null;
  id: number;
};

/** A member of staff; the login is the phone's eleven digits. */
export type Employee = {
  login: string;
  lastName: string;
  firstName: string;
  patronymic: string;
  position: string | null;
  userRole: string;
};

export type KassaOrder = {
  id: number;
  fields: KassaFields;
  items: KassaItem[];
  statuses: KassaStatusRow[];
  client: KassaClient | null;
  properties: KassaProperties;
  /** Where the door really is. Simulator only: Kassa knows the address as text. */
  door: StreetPoint;
  warehouseId: string;
  /** The courier has the goods in hand (Kassa has no status for that). Simulator only. */
  carried: boolean;
  /** Hours promised to the client, epoch ms. Simulator only: Kassa keeps one `deliveryTime`, the end of it. */
  window: { from: number; to: number };
  /** The order as it is written out, kept until it changes. */
  written: string | null;
};

/** Longer than 2^53: must travel as digits, never as a floating-point number (Kassa API text, `rolePerms`). */
export const ROLE_PERMS = '4641661977478446448639';
