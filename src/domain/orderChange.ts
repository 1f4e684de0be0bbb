/** What changed in an order, field by field: a row of iRECA's change journal with its values told apart by meaning. */
import type { Row } from '#src/contracts/wire.ts';
import { isNothing, isRow, readFlag, readOptionalId } from '#src/contracts/wire.ts';
import { parseGmt } from '#src/lib/dates.ts';
import { roublesToKopecks } from '#src/lib/money.ts';

/** Which list knows the title of an id. */
export type IdKind =
  | 'delivery' // `deliveryStatusId`
  | 'paid' // `statusId`: 0 not paid, 1 paid
  | 'printed' // `receiptStatusId`, `frReceiptStatusId`: 0 not printed, 1 printed (assumption: only these two are shown)
  | 'kassaStatus' // `statusType` of Kassa
  | 'reason'
  | 'courier'
  | 'client'
  | 'supplier'
  | 'paymentType';

/** One side of a change. `raw`: a value that is not what its field should hold, as it came. */
export type StoryValue =
  | { kind: 'unsaid' } // the journal does not name this side
  | { kind: 'nothing' } // it was, or became, empty
  | { kind: 'id'; of: IdKind; id: string }
  | { kind: 'flag'; on: boolean }
  | { kind: 'money'; kopecks: number }
  | { kind: 'time'; at: number }
  | { kind: 'phone'; phone: string }
  | { kind: 'text'; text: string }
  /** An object in an object (client, address), its fields in the order in which people read them. */
  | { kind: 'parts'; parts: readonly { name: string; text: string }[] }
  | { kind: 'raw'; text: string };

/** `field` is the upstream's name of it. */
export type StoryChange = { field: string; before: StoryValue; after: StoryValue };

const UNSAID: StoryValue = { kind: 'unsaid' };

const asCame = (value: unknown): StoryValue => ({
  kind: 'raw',
  text: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
});

type Reader = (value: unknown) => StoryValue;

/** Reads a value that is there; what does not fit is shown as it came. */
const reader =
  (read: (value: unknown) => StoryValue | null): Reader =>
  (value) =>
    isNothing(value) ? { kind: 'nothing' } : (read(value) ?? asCame(value));

const idOf = (of: IdKind): Reader =>
  reader((value) => {
    const id = readOptionalId(value);
    return id === null ? null : { kind: 'id', of, id };
  });

const flag = reader((value) => {
  const on = readFlag(value);
  return on === undefined ? null : { kind: 'flag', on };
});

const scalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const money = reader((value) => {
  const kopecks = scalar(value) ? roublesToKopecks(value) : null;
  return kopecks === null ? null : { kind: 'money', kopecks };
});

const time = reader((value) => {
  const at = typeof value === 'string' ? parseGmt(value.trim()) : null;
  return at === null ? null : { kind: 'time', at };
});

const text = reader((value) => (scalar(value) ? { kind: 'text', text: String(value).trim() } : null));

const phone = reader((value) => (scalar(value) ? { kind: 'phone', phone: String(value).trim() } : null));

/** Known names first, as people read them; the others after them, as they came. Empty ones say nothing. */
const partsOf = (names: readonly string[]): Reader =>
  reader((value) => {
    if (!isRow(value)) return null;
    const known = names.filter((name) => name in value);
    const others = Object.keys(value).filter((name) => !names.includes(name));
    const parts = [...known, ...others]
      .filter((name) => !isNothing(value[name]))
      .map((name) => ({ name, text: plainText(value[name]) }));
    return parts.length === 0 ? { kind: 'nothing' } : { kind: 'parts', parts };
  });

function plainText(value: unknown): string {
  return scalar(value) ? String(value).trim() : JSON.stringify(value);
}

// The text lists the client's fields under `addressToEntity`, clearly by mistake: both sets are read in both places.
const PERSON = ['lastname', 'firstname', 'inn', 'email'];
const ADDRESS = ['street', 'home', 'apartment', 'city', 'postindex', 'latitude', 'longitude'];

/** Fields of the journal (iRECA API text, «Журнал изменений заказов») in the order in which a dispatcher reads them. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['deliveryStatusId', idOf('delivery')],
  ['currentStatusType', idOf('kassaStatus')],
  ['returnReasonId', idOf('reason')],
  ['courierId', idOf('courier')],
  ['statusId', idOf('paid')],
  ['paymentId', idOf('paymentType')],
  ['amountToPay', money],
  ['frReceiptStatusId', idOf('printed')],
  ['deliveryTimeFrom', time],
  ['deliveryTimeTo', time],
  ['addressToEntity', partsOf([...ADDRESS, ...PERSON])],
  ['addressTo', text],
  ['clientId', idOf('client')],
  ['client', partsOf([...PERSON, ...ADDRESS])],
  ['phone', phone],
  ['supplierId', idOf('supplier')],
  ['description', text],
  ['isAgreed', flag],
  ['isEdited', flag],
  ['isReturned', flag],
  ['isRefund', flag],
  // Not in the text's list of the journal, but of the same order: read alike should they come.
  ['receiptStatusId', idOf('printed')],
  ['originalPaymentId', idOf('paymentType')],
  ['frUsedPaymentId', idOf('paymentType')],
  ['prePaymentSum', money],
  ['cash', money],
  ['addressFromEntity', partsOf([...ADDRESS, ...PERSON])],
  ['addressFrom', text],
]);

const ORDER_OF_FIELDS = [...READERS.keys()];
const rank = (field: string): number => {
  const at = ORDER_OF_FIELDS.indexOf(field);
  return at === -1 ? ORDER_OF_FIELDS.length : at;
};

/** The value of a field as the journal wrote it; of an unknown field, text or as it came. */
export const storyValue = (field: string, value: unknown): StoryValue => (READERS.get(field) ?? text)(value);

const side = (row: Row | null, field: string): StoryValue =>
  row && Object.hasOwn(row, field) ? storyValue(field, row[field]) : UNSAID;

/** True when both sides say the same. */
export const sameValue = (a: StoryValue, b: StoryValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changes in the order in which a dispatcher reads them; those of unknown fields last, as they stand. */
export const byImportance = (changes: StoryChange[]): StoryChange[] =>
  changes.sort((a, b) => rank(a.field) - rank(b.field));

/**
 * The changes of a journal row: each field that either side names, the important ones first, unknown ones last as they
 * stand. A field that reads the same on both sides (5 and "5") is left out: nothing happened to it.
 */
export function storyChanges(before: Row | null, after: Row | null): StoryChange[] {
  const fields = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])];
  const changes = fields.map((field) => ({ field, before: side(before, field), after: side(after, field) }));
  return byImportance(changes.filter((change) => !sameValue(change.before, change.after)));
}
