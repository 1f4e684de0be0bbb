/** One row of an imported table, read cell by cell: what it says, and what is wrong at which cell. */
import { splitAddress } from '#src/domain/addressSplit.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { readFlag, readNumber } from '#src/domain/orderImportCells.ts';
import { readImportLine } from '#src/domain/orderImportLine.ts';
import type { ImportLine } from '#src/domain/orderImportLine.ts';
import type { ImportReferences } from '#src/domain/orderImportReferences.ts';
import type { CellError, CellOf, Report } from '#src/domain/orderImportReport.ts';
import { readReference, readSum } from '#src/domain/orderImportReport.ts';
import { readRowWindow } from '#src/domain/orderImportWindow.ts';
import type { WriteAddress } from '#src/contracts/ireca/orderWrite.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { fold } from '#src/lib/text.ts';

/** What the order's own cells of a row say; undefined = nothing. */
export type ImportHead = {
  orderId: string;
  codeAlias: string;
  deliveryStatusId: number;
  window: { from: number; to: number } | null;
  to: WriteAddress | null;
  from: WriteAddress | null;
  clientId: string | null;
  firstname: string;
  lastname: string;
  email: string;
  phone: string;
  courierId: string | null;
  supplierId: string | null;
  paymentId: string;
  amount: number | null;
  prepayment: number;
  cash: number;
  paid: boolean;
  agreed: boolean;
  description: string;
};

/** `line` null: the row holds no goods. */
export type RowReading = { head: ImportHead; line: ImportLine | null; errors: CellError[] };

/** Prepared; 1 (just made) is the other one that a new order may be in. The documented request says 6. */
const NEW_STATUSES = new Set(['1', '6']);
const PREPARED = '6';

function readYes(cell: CellOf, report: Report, field: ImportField): boolean {
  const text = cell(field);
  if (text === '') return false;
  const yes = readFlag(text);
  if (yes === null) report(field, 'notFlag');
  return yes ?? false;
}

type AddressFields = Record<
  'line' | 'postindex' | 'city' | 'street' | 'home' | 'apartment' | 'latitude' | 'longitude',
  ImportField
>;

const TO: AddressFields = {
  line: 'address',
  postindex: 'postindex',
  city: 'city',
  street: 'street',
  home: 'home',
  apartment: 'apartment',
  latitude: 'latitude',
  longitude: 'longitude',
};
const FROM: AddressFields = {
  line: 'fromAddress',
  postindex: 'fromPostindex',
  city: 'fromCity',
  street: 'fromStreet',
  home: 'fromHome',
  apartment: 'fromApartment',
  latitude: 'fromLatitude',
  longitude: 'fromLongitude',
};

function readDegrees(cell: CellOf, report: Report, field: ImportField, limit: number): number | null {
  const text = cell(field);
  if (text === '') return null;
  const degrees = readNumber(text);
  if (degrees !== null && Math.abs(degrees) <= limit) return degrees;
  report(field, 'notCoordinate');
  return null;
}

/** Columns go before the line. Without a point iRECA is asked to find it by the words. */
function readAddress(
  cell: CellOf,
  report: Report,
  fields: AddressFields,
  required: boolean,
): WriteAddress | null {
  const line = cell(fields.line);
  const own = {
    postindex: cell(fields.postindex),
    city: cell(fields.city),
    street: cell(fields.street),
    home: cell(fields.home),
    apartment: cell(fields.apartment),
  };
  const complete = own.city !== '' && own.street !== '' && own.home !== '';
  const nothing = line === '' && Object.values(own).every((text) => text === '');
  if (nothing && !required) return null;
  const split = line === '' || complete ? null : splitAddress(line);
  if (line !== '' && !complete && !split) {
    report(fields.line, 'addressNotSplit');
    return null;
  }
  const address = { ...own };
  for (const part of ['postindex', 'city', 'street', 'home', 'apartment'] as const) {
    if (address[part] === '') address[part] = split?.[part] ?? '';
  }
  for (const part of ['city', 'street', 'home'] as const) {
    if (address[part] === '') report(fields[part], 'required');
  }
  const latitude = readDegrees(cell, report, fields.latitude, 90);
  const longitude = readDegrees(cell, report, fields.longitude, 180);
  if ((cell(fields.latitude) === '') !== (cell(fields.longitude) === '')) {
    report(cell(fields.latitude) === '' ? fields.latitude : fields.longitude, 'pointHalf');
  }
  const known = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0);
  return {
    ...address,
    latitude: known ? latitude : null,
    longitude: known ? longitude : null,
    isUseGoogleGeo: !known,
  };
}

/** Digits are an id or a phone, and must be known; anything with a letter is a name and stands for itself. */
function readClient(cell: CellOf, report: Report, references: ImportReferences) {
  const text = cell('client');
  const own = { firstname: cell('firstname'), lastname: cell('lastname') };
  if (text === '' || /\p{L}/u.test(text)) {
    if (text === '' || own.firstname !== '' || own.lastname !== '') return { clientId: null, ...own };
    const [firstname = '', ...rest] = text.split(/\s+/);
    return { clientId: null, firstname, lastname: rest.join(' ') };
  }
  return { clientId: readReference(cell, report, 'client', references.client), ...own };
}

function readPhone(cell: CellOf, report: Report): string {
  const text = cell('phone');
  if (text === '') return '';
  const digits = phoneDigits(text);
  if (digits === null || digits.length < 7 || digits.length > 15 || /\p{L}/u.test(text)) {
    report('phone', 'notPhone');
    return '';
  }
  return digits.length === 11 && digits.startsWith('7') ? `+${digits}` : text.trim();
}

function readOrderId(cell: CellOf, report: Report): string {
  const text = cell('orderId');
  if (text === '') report('orderId', 'required');
  // «Required, number» (iRECA API text); what people call the order goes into `codeAlias`.
  else if (!/^\d{1,15}$/.test(text)) report('orderId', 'notWhole');
  return text;
}

function readStatus(cell: CellOf, report: Report, references: ImportReferences): number {
  const found = readReference(cell, report, 'deliveryStatusId', (name) =>
    NEW_STATUSES.has(fold(name)) ? fold(name) : references.deliveryStatus(name),
  );
  if (found !== null && !NEW_STATUSES.has(found)) report('deliveryStatusId', 'statusNotNew');
  return Number(found ?? PREPARED);
}

/** Reads one row. `cell` gives its texts by field; nothing is looked up but in `references`. */
export function readImportRow(cell: CellOf, references: ImportReferences, timeZone: string): RowReading {
  const errors: CellError[] = [];
  const report: Report = (field, problem, detail) => {
    if (!errors.some((error) => error.field === field)) {
      errors.push({ field, problem, ...(detail !== undefined && { detail }) });
    }
  };
  const line = readImportLine(cell, report, references);
  const head: ImportHead = {
    orderId: readOrderId(cell, report),
    codeAlias: cell('codeAlias'),
    deliveryStatusId: readStatus(cell, report, references),
    window: readRowWindow(cell, report, timeZone),
    to: readAddress(cell, report, TO, true),
    from: readAddress(cell, report, FROM, false),
    ...readClient(cell, report, references),
    email: cell('email'),
    phone: readPhone(cell, report),
    courierId: readReference(cell, report, 'courier', references.courier),
    supplierId: readReference(cell, report, 'supplier', references.supplier),
    paymentId: readReference(cell, report, 'payment', references.payment) ?? '',
    amount: readSum(cell, report, 'amount'),
    prepayment: readSum(cell, report, 'prepayment') ?? 0,
    cash: readSum(cell, report, 'cash') ?? 0,
    paid: readYes(cell, report, 'paid'),
    agreed: readYes(cell, report, 'agreed'),
    description: cell('description'),
  };
  if (cell('payment') === '') report('payment', 'required');
  return { head, line, errors };
}
